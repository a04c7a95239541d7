import { createFormats } from './createFormats.ts'
import type { Messages } from './messages.ts'

const { count, or, plural, size } = createFormats('es')
const askSupport = 'Inténtalo más tarde o avisa a soporte.'

/** Why a file failed, and the way out, in Spanish. */
export const spanishErrors: Messages['errors'] = {
  network: 'Se perdió la conexión. Comprueba tu red e inténtalo otra vez.',
  offline: 'No tienes conexión. La subida sigue cuando vuelva.',
  'cors-refused': `El almacenamiento rechaza las subidas desde esta página. ${askSupport}`,
  'csp-blocked': `Esta página no tiene permiso para llegar al almacenamiento. ${askSupport}`,
  'mixed-content': `La dirección del almacenamiento no es segura y el navegador la bloqueó. ${askSupport}`,
  timeout: 'El servidor esperó demasiado. Inténtalo con una conexión más estable.',
  stalled: 'La subida dejó de avanzar. Comprueba tu conexión e inténtalo otra vez.',
  'answer-overdue':
    'El archivo se envió, pero no llegó respuesta. Inténtalo otra vez: lo que ya llegó no se envía dos veces.',
  unauthorized: 'Se cerró tu sesión. Inicia sesión otra vez para continuar.',
  forbidden: ({ stage }) =>
    stage === 'download'
      ? 'No tienes permiso para descargar este archivo. Pide acceso a su propietario.'
      : 'No tienes permiso para adjuntar archivos aquí. Pide acceso a tu administrador.',
  'credential-expired': 'El permiso para este archivo caducó. Inténtalo otra vez para obtener uno nuevo.',
  'credential-refused':
    'El almacenamiento rechazó el permiso para este archivo. Inténtalo otra vez para obtener uno nuevo.',
  'signature-mismatch': `El almacenamiento no aceptó la firma de la solicitud. ${askSupport}`,
  'clock-skewed': 'El reloj de este dispositivo no está en hora. Corrígelo e inténtalo otra vez.',
  'policy-violated': 'El almacenamiento no admite este archivo. Elige otro.',
  'file-too-large': ({ limitBytes }) =>
    limitBytes === undefined
      ? 'El archivo es demasiado grande para el almacenamiento. Elige uno más pequeño.'
      : `El archivo supera ${size(limitBytes)}. Elige uno más pequeño.`,
  'file-too-small': ({ limitBytes }) =>
    limitBytes === undefined
      ? 'El archivo es demasiado pequeño para el almacenamiento. Elige otro.'
      : `El archivo no llega a ${size(limitBytes)}. Elige otro.`,
  'file-invalid-type': 'El almacenamiento no admite este tipo de archivo. Elige otro.',
  'file-invalid-name': 'El almacenamiento no admite este nombre. Cambia el nombre del archivo y elígelo otra vez.',
  'file-changed': 'El archivo cambió o ya no está disponible. Elígelo otra vez.',
  'file-is-directory': 'Es una carpeta. Ábrela y elige los archivos que contiene.',
  'integrity-mismatch': 'El archivo llegó dañado. Inténtalo otra vez.',
  'object-exists': 'Ya hay un archivo guardado con este nombre. Cambia el nombre del archivo y elígelo otra vez.',
  'quota-exceeded': 'El almacenamiento está lleno. Quita algo primero o avisa a soporte.',
  'rate-limited': 'Demasiadas subidas a la vez. Espera un momento e inténtalo otra vez.',
  'server-error': 'El servidor tuvo un problema. Inténtalo otra vez en un momento.',
  unavailable: 'El servicio no está disponible ahora. Inténtalo otra vez en un momento.',
  'not-found': ({ stage }) =>
    stage === 'download'
      ? 'Este archivo ya no está. Vuelve a cargar la página para ver lo que hay.'
      : `No se encontró el lugar para este archivo. ${askSupport}`,
  'store-misconfigured': `El almacenamiento no está bien configurado. ${askSupport}`,
  'stored-not-registered': 'Subido, pero aún sin adjuntar. Al reintentar se adjunta sin enviarlo otra vez.',
  'etag-not-exposed': `El almacenamiento oculta su recibo a esta página. ${askSupport}`,
  'header-forbidden': `El permiso pide algo que los navegadores no envían. ${askSupport}`,
  'url-refused': `La dirección de este archivo no es segura. ${askSupport}`,
  'answer-unreadable': `No se pudo leer la respuesta del servidor. ${askSupport}`,
  'vendor-refused': ({ stage }) =>
    stage === 'download'
      ? `El servicio se negó a entregar este archivo. ${askSupport}`
      : `El servicio rechazó este archivo. ${askSupport}`,
  'download-truncated': 'La descarga terminó antes de tiempo. Inténtalo otra vez.',
  'still-scanning': 'Todavía se están buscando virus en el archivo. Inténtalo otra vez en un momento.',
  infected: 'Se encontró un virus en este archivo y por eso está bloqueado.',
  unknown: ({ stage }) =>
    stage === 'download'
      ? 'La descarga no funcionó. Inténtalo otra vez o avisa a soporte.'
      : 'La subida no funcionó. Inténtalo otra vez o avisa a soporte.',
}

/** Why a file was not taken, and the way out, in Spanish. */
export const spanishRejections: Messages['rejections'] = {
  'file-invalid-type': ({ types }) =>
    types.length === 0 ? 'Este tipo de archivo no se admite aquí.' : `Este tipo no se admite. Elige ${or(types)}.`,
  'file-too-large': ({ limit }) =>
    limit === undefined ? 'El archivo es demasiado grande.' : `Supera ${size(limit)}. Elige un archivo más pequeño.`,
  'file-too-small': ({ limit }) =>
    limit === undefined ? 'El archivo es demasiado pequeño.' : `No llega a ${size(limit)}. Elige otro archivo.`,
  'file-empty': 'El archivo está vacío. Elige otro.',
  'file-is-directory': 'Es una carpeta. Ábrela y elige los archivos que contiene.',
  'file-invalid-name': ({ detail }) =>
    detail === undefined
      ? 'El nombre no se admite. Cambia el nombre del archivo y elígelo otra vez.'
      : `El nombre no se admite: ${detail}. Cambia el nombre del archivo y elígelo otra vez.`,
  'too-many-files': ({ limit }) =>
    limit === undefined
      ? 'Hay demasiados archivos. Quita uno primero.'
      : plural(limit, {
          one: 'Solo se puede adjuntar 1 archivo. Quítalo primero.',
          other: `Solo se pueden adjuntar ${count(limit)} archivos. Quita uno primero.`,
        }),
  'total-too-large': ({ limit }) =>
    limit === undefined
      ? 'Juntos, los archivos son demasiado grandes. Quita uno primero.'
      : `Juntos, los archivos superan ${size(limit)}. Quita uno primero.`,
  duplicate: 'Este archivo ya está en la lista.',
  'batch-rejected': 'No se añadió porque otros archivos del mismo grupo no se admitieron.',
}
