import { createFormats } from './createFormats.ts'
import { spanishErrors, spanishRejections } from './esFailures.ts'
import type { Messages } from './messages.ts'

const { and, count, duration, limits, or, percent, plural, size, speed } = createFormats('es')
const files = (value: number) => plural(value, { one: `${count(value)} archivo`, other: `${count(value)} archivos` })
const attached = (done: number, total: number) =>
  plural(total, {
    one: `${count(done)} de ${files(total)} adjunto`,
    other: `${count(done)} de ${files(total)} adjuntos`,
  })

/** Spanish, in neutral imperatives that fit everywhere. */
export const es: Messages = {
  locale: 'es',
  dropzone: {
    label: 'Suelta o pega archivos aquí',
    trigger: ({ multiple }) => (multiple ? 'Elegir archivos' : 'Elegir un archivo'),
    release: 'Suelta para adjuntar',
    releaseAll: ({ count: value }) => `Suelta para adjuntar ${files(value)}`,
    releaseSome: ({ room }) => `Queda sitio para ${files(room)}`,
    releaseNone: ({ types }) =>
      types.length === 0 ? 'Este tipo no se admite aquí' : `Este tipo no se admite. Elige ${or(types)}`,
    releasePage: 'Suelta en cualquier lugar para adjuntar',
    full: 'No queda sitio para más archivos',
    folder: 'Elegir una carpeta',
    camera: 'Hacer una foto',
    reading: ({ count: value }) =>
      plural(value, {
        one: `Leyendo la carpeta: ${files(value)} encontrado`,
        other: `Leyendo la carpeta: ${files(value)} encontrados`,
      }),
    stopReading: 'Parar',
    readingStopped: 'Lectura parada. No se añadió nada de la carpeta.',
    leftOut: ({ count: value, names }) =>
      plural(value, {
        one: `Se omitió 1 archivo del sistema: ${and(names)}`,
        other: `Se omitieron ${count(value)} archivos del sistema: ${and(names)}`,
      }),
    nearby: 'Suelta los archivos en este recuadro',
    missed: 'Los archivos cayeron fuera del recuadro. Suéltalos dentro o elígelos.',
    nothingReadable: 'Ahí no había ningún archivo legible. Guárdalo primero en tu dispositivo y después elígelo aquí.',
    hint: (facts) =>
      limits(facts, {
        maxFileSize: (bytes) => `hasta ${bytes} cada uno`,
        minFileSize: (bytes) => `al menos ${bytes} cada uno`,
        maxTotalSize: (bytes) => `${bytes} en total`,
        usedSize: (used, bytes) => `${used} de ${bytes} en uso`,
        maxFiles: (value) => `como máximo ${files(value)}`,
        usedFiles: (used, value) => `${count(used)} de ${files(value)}`,
      }),
  },
  list: {
    label: 'Archivos adjuntos',
    empty: 'Todavía no hay archivos adjuntos',
    download: ({ name }) => `Descargar ${name}`,
    cancel: ({ name }) => `Cancelar ${name}`,
    retry: ({ name }) => `Reintentar ${name}`,
    remove: ({ name }) => `Quitar ${name}`,
    cancelDownload: ({ name }) => `Detener la descarga de ${name}`,
    admit: ({ name }) => `Añadir de todos modos: ${name}`,
    rename: ({ name }) => `Cambiar el nombre de ${name}`,
    copyDetails: ({ name }) => `Copiar los detalles para soporte sobre ${name}`,
    undo: ({ name }) => `Deshacer: conservar ${name}`,
    continueUpload: ({ name }) => `Continuar con ${name}`,
    chooseAgain: ({ name }) => `Elegir archivo: ${name}`,
    tips: {
      download: 'Descargar',
      cancel: 'Cancelar',
      retry: 'Reintentar',
      remove: 'Quitar',
      cancelDownload: 'Detener la descarga',
      admit: 'Añadir de todos modos',
      rename: 'Cambiar el nombre',
      copyDetails: 'Copiar los detalles para soporte',
      undo: 'Deshacer',
      continueUpload: 'Continuar',
      chooseAgain: 'Elegir archivo',
    },
    copied: 'Copiado',
    copyFailed: 'El navegador no lo permitió',
    newName: ({ name }) => `Nuevo nombre de ${name}`,
    holds: {
      user: 'Las subidas están en pausa.',
      offline: 'No hay conexión. Las subidas seguirán solas cuando vuelva.',
      auth: 'Se cerró tu sesión. Inicia sesión otra vez y después reanuda. Tus archivos se conservan.',
    },
    resume: 'Reanudar',
    signIn: 'Iniciar sesión',
    progress: ({ name }) => `Subiendo ${name}`,
    downloadProgress: ({ name }) => `Descargando ${name}`,
  },
  progress: {
    label: 'Progreso de la subida',
    count: ({ done, total }) => attached(done, total),
    bytes: ({ sentBytes, totalBytes }) => `${size(sentBytes)} de ${size(totalBytes)}`,
    valueText: (facts) => `${percent(facts)}, ${attached(facts.done, facts.total)}`,
    summary: ({ done, total, failed }) =>
      failed > 0
        ? `${attached(done, total)}, ${plural(failed, { one: `${count(failed)} con error`, other: `${count(failed)} con errores` })}`
        : plural(total, { one: '1 archivo adjunto', other: `Los ${files(total)} están adjuntos` }),
    indeterminate: 'Subiendo',
    retryAll: ({ count: value }) => `Reintentar ${files(value)}`,
  },
  preview: {
    open: ({ name }) => `Vista previa de ${name}`,
    close: 'Cerrar la vista previa',
    loading: 'Cargando la imagen',
    failed: 'Esta imagen no se puede mostrar aquí. Descárgala para verla.',
  },
  field: {
    label: 'Archivos adjuntos',
    required: 'Añade al menos un archivo.',
    tooFew: ({ min }) => `Añade al menos ${files(min)}.`,
    tooMany: ({ max }) => `Adjunta como máximo ${files(max)}. Quita alguno.`,
    busy: ({ count: value }) =>
      plural(value, {
        one: 'Espera a que el archivo esté adjunto o cancélalo.',
        other: `Espera a que ${files(value)} estén adjuntos o cancélalos.`,
      }),
    failed: ({ names }) =>
      plural(names.length, {
        one: `${and(names)} no está adjunto. Reinténtalo o quítalo.`,
        other: `${and(names)} no están adjuntos. Reinténtalos o quítalos.`,
      }),
  },
  status: {
    queued: 'En espera',
    preparing: 'Preparando',
    uploading: 'Subiendo',
    committing: 'Finalizando',
    done: 'Adjunto',
    failed: 'Con error',
    cancelled: 'Cancelado',
    paused: 'En pausa',
    rejected: 'No añadido',
  },
  pauses: {
    user: 'En pausa',
    offline: 'Esperando una conexión',
    auth: 'Inicia sesión otra vez para continuar',
  },
  errors: spanishErrors,
  rejections: spanishRejections,
  facts: {
    size: ({ bytes }) => size(bytes),
    sent: ({ sentBytes, totalBytes }) => `${size(sentBytes)} de ${size(totalBytes)}`,
    percent,
    retrying: ({ attempt, maxAttempts }) =>
      `Problemas de conexión. El intento ${count(attempt)} de ${count(maxAttempts)} empieza enseguida`,
    stalled: 'Detenido, se sigue intentando',
    mismatch: 'El contenido no corresponde al nombre',
    notAttached: 'Subido, pero aún sin adjuntar. Al reintentar se adjunta sin enviarlo otra vez.',
    downloading: ({ receivedBytes, totalBytes }) =>
      totalBytes === undefined
        ? `Descargando, ${size(receivedBytes)} por ahora`
        : `Descargando, ${size(receivedBytes)} de ${size(totalBytes)}`,
    preparingDownload: 'Preparando la descarga',
    downloaded: 'Descargado',
    scanning: 'Buscando virus',
    infected: 'Bloqueado: se encontró un virus',
    speed,
    timeLeft: ({ ms }) => `faltan ${duration(ms)}`,
    removalPending: 'Se quitará al enviar el formulario',
    removing: 'Quitando',
    removalFailed:
      'Sigue guardado: no se pudo quitar. Vuelve a intentarlo con el próximo envío del formulario o deshaz el cambio.',
    interrupted: 'Interrumpido. Elija de nuevo el archivo para seguir.',
    interruptedAtHand: 'Interrumpido. Puede seguir donde se quedó.',
    otherFile: 'Es otro archivo. Elija el de antes: el nombre, el tamaño y la fecha deben coincidir.',
  },
  fileTypes: { image: 'imágenes', video: 'vídeos', audio: 'audio', text: 'archivos de texto', font: 'tipos de letra' },
  announcements: {
    added: ({ names }) =>
      plural(names.length, {
        one: `Se añadió ${and(names)}.`,
        other: names.length <= 3 ? `Se añadieron ${and(names)}.` : `Se añadieron ${files(names.length)}.`,
      }),
    rejected: ({ name, reason }) => `No se añadió ${name}. ${reason}`,
    rejectedMany: ({ count: value }) =>
      plural(value, {
        one: `No se añadió ${files(value)}. El motivo está en la lista.`,
        other: `No se añadieron ${files(value)}. Los motivos están en la lista.`,
      }),
    failed: ({ name, reason }) => `Error con ${name}. ${reason}`,
    failedMany: ({ count: value }) =>
      plural(value, {
        one: `Error con ${files(value)}. El motivo está en la lista.`,
        other: `Error con ${files(value)}. Los motivos están en la lista.`,
      }),
    done: ({ names }) =>
      plural(names.length, {
        one: `${and(names)} está adjunto.`,
        other: names.length <= 3 ? `${and(names)} están adjuntos.` : `${files(names.length)} están adjuntos.`,
      }),
    allDone: ({ count: value }) =>
      plural(value, { one: 'El archivo está adjunto.', other: `Los ${files(value)} están adjuntos.` }),
    cancelled: ({ name }) => `Se canceló ${name}.`,
    removed: ({ name }) => `Se quitó ${name}.`,
    paused: ({ reason }) => `Las subidas están detenidas. ${reason}.`,
    downloaded: ({ name }) => `Se descargó ${name}.`,
    renamed: ({ name }) => `Ahora se llama ${name}.`,
    removalPending: ({ name }) => `${name} se quitará al enviar el formulario. En la lista se puede deshacer.`,
    restored: ({ name }) => `${name} se conserva.`,
    scanned: ({ name }) => `Se comprobó ${name} y no se encontró ningún virus.`,
    infected: ({ name }) => `${name} está bloqueado, se encontró un virus.`,
    copied: ({ name }) => `Se copiaron los detalles sobre ${name}.`,
  },
}
