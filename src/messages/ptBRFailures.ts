import { createFormats } from './createFormats.ts'
import type { Messages } from './messages.ts'

const { count, or, plural, size } = createFormats('pt-BR')
const askSupport = 'Tente mais tarde ou avise o suporte.'

/** Why a file failed, and the way out, in Portuguese of Brazil. */
export const brazilianErrors: Messages['errors'] = {
  network: 'A conexão caiu. Verifique sua rede e tente de novo.',
  offline: 'Você está sem conexão. O envio continua quando ela voltar.',
  'cors-refused': `O armazenamento recusa envios desta página. ${askSupport}`,
  'csp-blocked': `Esta página não tem permissão para acessar o armazenamento. ${askSupport}`,
  'mixed-content': `O endereço do armazenamento não é seguro, por isso o navegador o bloqueou. ${askSupport}`,
  timeout: 'O servidor esperou demais. Tente de novo com uma conexão mais estável.',
  stalled: 'O envio parou de avançar. Verifique sua conexão e tente de novo.',
  'answer-overdue':
    'O arquivo foi enviado, mas não veio resposta. Tente de novo: o que já chegou não é enviado duas vezes.',
  unauthorized: 'Sua sessão terminou. Entre novamente para continuar.',
  forbidden: ({ stage }) =>
    stage === 'download'
      ? 'Você não tem permissão para baixar este arquivo. Peça acesso ao dono.'
      : 'Você não tem permissão para anexar arquivos aqui. Peça acesso ao administrador.',
  'credential-expired': 'A permissão para este arquivo venceu. Tente de novo para obter outra.',
  'credential-refused': 'O armazenamento recusou a permissão para este arquivo. Tente de novo para obter outra.',
  'signature-mismatch': `O armazenamento não aceitou a assinatura do pedido. ${askSupport}`,
  'clock-skewed': 'O relógio deste dispositivo está errado. Acerte-o e tente de novo.',
  'policy-violated': 'O armazenamento não aceita este arquivo. Escolha outro.',
  'file-too-large': ({ limitBytes }) =>
    limitBytes === undefined
      ? 'O arquivo é grande demais para o armazenamento. Escolha um menor.'
      : `O arquivo passa de ${size(limitBytes)}. Escolha um menor.`,
  'file-too-small': ({ limitBytes }) =>
    limitBytes === undefined
      ? 'O arquivo é pequeno demais para o armazenamento. Escolha outro.'
      : `O arquivo tem menos de ${size(limitBytes)}. Escolha outro.`,
  'file-invalid-type': 'O armazenamento não aceita este tipo de arquivo. Escolha outro.',
  'file-invalid-name': 'O armazenamento não aceita este nome. Renomeie o arquivo e escolha-o de novo.',
  'file-changed': 'O arquivo mudou ou não está mais disponível. Escolha-o de novo.',
  'file-is-directory': 'Isto é uma pasta. Abra-a e escolha os arquivos de dentro.',
  'integrity-mismatch': 'O arquivo chegou danificado. Tente de novo.',
  'object-exists': 'Já existe um arquivo guardado com este nome. Renomeie o arquivo e escolha-o de novo.',
  'quota-exceeded': 'O armazenamento está cheio. Remova algo primeiro ou avise o suporte.',
  'rate-limited': 'Envios demais ao mesmo tempo. Espere um momento e tente de novo.',
  'server-error': 'O servidor teve um problema. Tente de novo daqui a pouco.',
  unavailable: 'O serviço não está disponível agora. Tente de novo daqui a pouco.',
  'not-found': ({ stage }) =>
    stage === 'download'
      ? 'Este arquivo não está mais lá. Recarregue a página para ver o que existe.'
      : `O lugar deste arquivo não foi encontrado. ${askSupport}`,
  'store-misconfigured': `O armazenamento não está bem configurado. ${askSupport}`,
  'stored-not-registered': 'Enviado, mas ainda não anexado. Tentar de novo anexa sem enviar outra vez.',
  'etag-not-exposed': `O armazenamento esconde o recibo desta página. ${askSupport}`,
  'header-forbidden': `A permissão pede algo que os navegadores não enviam. ${askSupport}`,
  'url-refused': `O endereço deste arquivo não é seguro. ${askSupport}`,
  'answer-unreadable': `Não foi possível ler a resposta do servidor. ${askSupport}`,
  'vendor-refused': ({ stage }) =>
    stage === 'download'
      ? `O serviço se recusou a entregar este arquivo. ${askSupport}`
      : `O serviço recusou este arquivo. ${askSupport}`,
  'download-truncated': 'O arquivo não foi baixado por inteiro. Tente de novo.',
  'still-scanning': 'O arquivo ainda está sendo verificado contra vírus. Tente de novo daqui a pouco.',
  infected: 'Um vírus foi encontrado neste arquivo, por isso ele está bloqueado.',
  unknown: ({ stage }) =>
    stage === 'download'
      ? 'Não deu para baixar o arquivo. Tente de novo ou avise o suporte.'
      : 'Não deu para enviar o arquivo. Tente de novo ou avise o suporte.',
}

/** Why a file was not taken, and the way out, in Portuguese of Brazil. */
export const brazilianRejections: Messages['rejections'] = {
  'file-invalid-type': ({ types }) =>
    types.length === 0 ? 'Este tipo de arquivo não é aceito aqui.' : `Este tipo não é aceito. Escolha ${or(types)}.`,
  'file-too-large': ({ limit }) =>
    limit === undefined ? 'O arquivo é grande demais.' : `Passa de ${size(limit)}. Escolha um arquivo menor.`,
  'file-too-small': ({ limit }) =>
    limit === undefined ? 'O arquivo é pequeno demais.' : `Menos de ${size(limit)}. Escolha outro arquivo.`,
  'file-empty': 'O arquivo está vazio. Escolha outro.',
  'file-is-directory': 'Isto é uma pasta. Abra-a e escolha os arquivos de dentro.',
  'file-invalid-name': ({ detail }) =>
    detail === undefined
      ? 'O nome não é aceito. Renomeie o arquivo e escolha-o de novo.'
      : `O nome não é aceito: ${detail}. Renomeie o arquivo e escolha-o de novo.`,
  'too-many-files': ({ limit }) =>
    limit === undefined
      ? 'Há arquivos demais. Remova um primeiro.'
      : plural(limit, {
          one: 'Só é possível anexar 1 arquivo. Remova-o primeiro.',
          other: `Só é possível anexar ${count(limit)} arquivos. Remova um primeiro.`,
        }),
  'total-too-large': ({ limit }) =>
    limit === undefined
      ? 'Juntos, os arquivos são grandes demais. Remova um primeiro.'
      : `Juntos, os arquivos passam de ${size(limit)}. Remova um primeiro.`,
  duplicate: 'Este arquivo já está na lista.',
  'batch-rejected': 'Não foi adicionado porque outros arquivos do mesmo grupo não foram aceitos.',
}
