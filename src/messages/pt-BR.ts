import { createFormats } from './createFormats.ts'
import type { Messages } from './messages.ts'
import { brazilianErrors, brazilianRejections } from './ptBRFailures.ts'

const { and, count, duration, limits, or, percent, plural, size, speed } = createFormats('pt-BR')
const files = (value: number) => plural(value, { one: `${count(value)} arquivo`, other: `${count(value)} arquivos` })
const attached = (done: number, total: number) =>
  plural(total, {
    one: `${count(done)} de ${files(total)} anexado`,
    other: `${count(done)} de ${files(total)} anexados`,
  })

/** Portuguese of Brazil, addressing people as “você”. */
export const ptBR: Messages = {
  locale: 'pt-BR',
  dropzone: {
    label: 'Solte ou cole arquivos aqui',
    trigger: ({ multiple }) => (multiple ? 'Escolher arquivos' : 'Escolher um arquivo'),
    release: 'Solte para anexar',
    releaseAll: ({ count: value }) => `Solte para anexar ${files(value)}`,
    releaseSome: ({ room }) => `Há espaço para ${files(room)}`,
    releaseNone: ({ types }) =>
      types.length === 0 ? 'Este tipo não é aceito aqui' : `Este tipo não é aceito. Escolha ${or(types)}`,
    releasePage: 'Solte em qualquer lugar para anexar',
    full: 'Não há espaço para mais arquivos',
    folder: 'Escolher uma pasta',
    camera: 'Tirar uma foto',
    reading: ({ count: value }) =>
      plural(value, {
        one: `Lendo a pasta: ${files(value)} encontrado`,
        other: `Lendo a pasta: ${files(value)} encontrados`,
      }),
    stopReading: 'Parar',
    readingStopped: 'Leitura interrompida. Nada da pasta foi adicionado.',
    leftOut: ({ count: value, names }) =>
      plural(value, {
        one: `1 arquivo do sistema ficou de fora: ${and(names)}`,
        other: `${count(value)} arquivos do sistema ficaram de fora: ${and(names)}`,
      }),
    nearby: 'Solte os arquivos nesta caixa',
    missed: 'Os arquivos caíram fora da caixa. Solte-os dentro dela ou escolha-os.',
    nothingReadable:
      'Não havia nenhum arquivo legível ali. Salve-o primeiro no seu dispositivo e depois escolha-o aqui.',
    hint: (facts) =>
      limits(facts, {
        maxFileSize: (bytes) => `até ${bytes} cada`,
        minFileSize: (bytes) => `no mínimo ${bytes} cada`,
        maxTotalSize: (bytes) => `${bytes} no total`,
        usedSize: (used, bytes) => `${used} de ${bytes} em uso`,
        maxFiles: (value) => `no máximo ${files(value)}`,
        usedFiles: (used, value) => `${count(used)} de ${files(value)}`,
      }),
  },
  list: {
    label: 'Anexos',
    empty: 'Ainda não há anexos',
    download: ({ name }) => `Baixar ${name}`,
    cancel: ({ name }) => `Cancelar ${name}`,
    retry: ({ name }) => `Tentar de novo: ${name}`,
    remove: ({ name }) => `Remover ${name}`,
    cancelDownload: ({ name }) => `Parar de baixar ${name}`,
    admit: ({ name }) => `Adicionar mesmo assim: ${name}`,
    rename: ({ name }) => `Renomear ${name}`,
    copyDetails: ({ name }) => `Copiar detalhes para o suporte sobre ${name}`,
    undo: ({ name }) => `Desfazer: manter ${name}`,
    continueUpload: ({ name }) => `Continuar com ${name}`,
    chooseAgain: ({ name }) => `Escolher arquivo: ${name}`,
    tips: {
      download: 'Baixar',
      cancel: 'Cancelar',
      retry: 'Tentar de novo',
      remove: 'Remover',
      cancelDownload: 'Parar de baixar',
      admit: 'Adicionar mesmo assim',
      rename: 'Renomear',
      copyDetails: 'Copiar detalhes para o suporte',
      undo: 'Desfazer',
      continueUpload: 'Continuar',
      chooseAgain: 'Escolher arquivo',
    },
    copied: 'Copiado',
    copyFailed: 'O navegador não permitiu',
    newName: ({ name }) => `Novo nome de ${name}`,
    holds: {
      user: 'Os envios estão pausados.',
      offline: 'Não há conexão. Os envios continuam sozinhos quando ela voltar.',
      auth: 'Sua sessão terminou. Entre novamente e depois retome. Seus arquivos foram mantidos.',
    },
    resume: 'Retomar',
    signIn: 'Entrar',
    progress: ({ name }) => `Enviando ${name}`,
    downloadProgress: ({ name }) => `Baixando ${name}`,
  },
  progress: {
    label: 'Progresso do envio',
    count: ({ done, total }) => attached(done, total),
    bytes: ({ sentBytes, totalBytes }) => `${size(sentBytes)} de ${size(totalBytes)}`,
    valueText: (facts) => `${percent(facts)}, ${attached(facts.done, facts.total)}`,
    summary: ({ done, total, failed }) =>
      failed > 0
        ? `${attached(done, total)}, ${plural(failed, { one: `${count(failed)} falhou`, other: `${count(failed)} falharam` })}`
        : plural(total, { one: '1 arquivo anexado', other: `Todos os ${files(total)} anexados` }),
    indeterminate: 'Enviando',
    retryAll: ({ count: value }) => `Tentar de novo ${files(value)}`,
  },
  preview: {
    open: ({ name }) => `Ver ${name}`,
    close: 'Fechar a visualização',
    loading: 'Carregando a imagem',
    failed: 'Esta imagem não pode ser mostrada aqui. Baixe-a para ver.',
  },
  field: {
    label: 'Anexos',
    required: 'Adicione pelo menos um arquivo.',
    tooFew: ({ min }) => `Adicione pelo menos ${files(min)}.`,
    tooMany: ({ max }) => `Anexe no máximo ${files(max)}. Remova alguns.`,
    busy: ({ count: value }) =>
      plural(value, {
        one: 'Espere até o arquivo ser anexado ou cancele-o.',
        other: `Espere até ${files(value)} serem anexados ou cancele-os.`,
      }),
    failed: ({ names }) =>
      plural(names.length, {
        one: `${and(names)} não foi anexado. Tente de novo ou remova-o.`,
        other: `${and(names)} não foram anexados. Tente de novo ou remova-os.`,
      }),
  },
  status: {
    queued: 'Aguardando',
    preparing: 'Preparando',
    uploading: 'Enviando',
    committing: 'Finalizando',
    done: 'Anexado',
    failed: 'Falhou',
    cancelled: 'Cancelado',
    paused: 'Pausado',
    rejected: 'Não adicionado',
  },
  pauses: {
    user: 'Pausado',
    offline: 'Aguardando conexão',
    auth: 'Entre novamente para continuar',
  },
  errors: brazilianErrors,
  rejections: brazilianRejections,
  facts: {
    size: ({ bytes }) => size(bytes),
    sent: ({ sentBytes, totalBytes }) => `${size(sentBytes)} de ${size(totalBytes)}`,
    percent,
    retrying: ({ attempt, maxAttempts }) =>
      `Problema na conexão. A tentativa ${count(attempt)} de ${count(maxAttempts)} começa logo`,
    stalled: 'Parado, ainda tentando',
    mismatch: 'O conteúdo não corresponde ao nome',
    notAttached: 'Enviado, mas ainda não anexado. Tentar de novo anexa sem enviar outra vez.',
    downloading: ({ receivedBytes, totalBytes }) =>
      totalBytes === undefined
        ? `Baixando, ${size(receivedBytes)} até agora`
        : `Baixando, ${size(receivedBytes)} de ${size(totalBytes)}`,
    preparingDownload: 'Preparando para baixar',
    downloaded: 'Baixado',
    scanning: 'Verificando se há vírus',
    infected: 'Bloqueado: um vírus foi encontrado',
    speed,
    timeLeft: ({ ms }) => `faltam ${duration(ms)}`,
    removalPending: 'Será removido quando você enviar o formulário',
    removing: 'Removendo',
    removalFailed:
      'Ainda guardado: não foi possível remover. Tente de novo ao enviar o formulário outra vez ou desfaça.',
    interrupted: 'Interrompido. Escolha o arquivo de novo para continuar.',
    interruptedAtHand: 'Interrompido. O envio pode continuar de onde parou.',
    otherFile: 'Este é outro arquivo. Escolha o mesmo de antes: nome, tamanho e data devem ser iguais.',
  },
  fileTypes: { image: 'imagens', video: 'vídeos', audio: 'áudio', text: 'arquivos de texto', font: 'fontes' },
  announcements: {
    added: ({ names }) => (names.length <= 3 ? `Adicionado: ${and(names)}.` : `Adicionados: ${files(names.length)}.`),
    rejected: ({ name, reason }) => `${name} não foi adicionado. ${reason}`,
    rejectedMany: ({ count: value }) =>
      plural(value, {
        one: `${files(value)} não foi adicionado. O motivo está na lista.`,
        other: `${files(value)} não foram adicionados. Os motivos estão na lista.`,
      }),
    failed: ({ name, reason }) => `${name} falhou. ${reason}`,
    failedMany: ({ count: value }) =>
      plural(value, {
        one: `${files(value)} falhou. O motivo está na lista.`,
        other: `${files(value)} falharam. Os motivos estão na lista.`,
      }),
    done: ({ names }) =>
      plural(names.length, {
        one: `${and(names)} foi anexado.`,
        other: names.length <= 3 ? `${and(names)} foram anexados.` : `${files(names.length)} foram anexados.`,
      }),
    allDone: ({ count: value }) =>
      plural(value, { one: 'O arquivo foi anexado.', other: `Todos os ${files(value)} foram anexados.` }),
    cancelled: ({ name }) => `${name} foi cancelado.`,
    removed: ({ name }) => `${name} foi removido.`,
    paused: ({ reason }) => `Os envios estão parados. ${reason}.`,
    downloaded: ({ name }) => `${name} foi baixado.`,
    renamed: ({ name }) => `Renomeado para ${name}.`,
    removalPending: ({ name }) => `${name} será removido quando você enviar o formulário. Na lista dá para desfazer.`,
    restored: ({ name }) => `${name} foi mantido.`,
    scanned: ({ name }) => `${name} foi verificado, nenhum vírus encontrado.`,
    infected: ({ name }) => `${name} está bloqueado, um vírus foi encontrado.`,
    copied: ({ name }) => `Detalhes sobre ${name} copiados.`,
  },
}
