import { createFormats } from './createFormats.ts'
import type { Messages } from './messages.ts'

const { count, or, size } = createFormats('ko')
const askSupport = '나중에 다시 시도하거나 지원팀에 알려 주세요.'

/** Why a file failed, and the way out, in Korean. */
export const koreanErrors: Messages['errors'] = {
  network: '연결이 끊어졌습니다. 네트워크를 확인하고 다시 시도하세요.',
  offline: '오프라인 상태입니다. 연결되면 계속됩니다.',
  'cors-refused': `저장소가 이 페이지의 업로드를 거부합니다. ${askSupport}`,
  'csp-blocked': `이 페이지는 저장소에 접근할 수 없습니다. ${askSupport}`,
  'mixed-content': `저장소 주소가 안전하지 않아 브라우저가 차단했습니다. ${askSupport}`,
  timeout: '서버가 너무 오래 기다렸습니다. 더 안정적인 연결에서 다시 시도하세요.',
  stalled: '업로드가 더 진행되지 않습니다. 연결을 확인하고 다시 시도하세요.',
  'answer-overdue': '파일을 보냈지만 응답이 없습니다. 다시 시도하세요. 도착한 내용은 두 번 보내지 않습니다.',
  unauthorized: '로그아웃되었습니다. 계속하려면 다시 로그인하세요.',
  forbidden: ({ stage }) =>
    stage === 'download'
      ? '이 파일을 다운로드할 권한이 없습니다. 소유자에게 요청하세요.'
      : '여기에 파일을 첨부할 권한이 없습니다. 관리자에게 요청하세요.',
  'credential-expired': '이 파일의 허가가 만료되었습니다. 다시 시도하면 새로 받습니다.',
  'credential-refused': '저장소가 이 파일의 허가를 거부했습니다. 다시 시도하면 새로 받습니다.',
  'signature-mismatch': `저장소가 요청의 서명을 인정하지 않았습니다. ${askSupport}`,
  'clock-skewed': '이 기기의 시계가 맞지 않습니다. 시간을 맞추고 다시 시도하세요.',
  'policy-violated': '저장소가 이 파일을 받지 않습니다. 다른 파일을 선택하세요.',
  'file-too-large': ({ limitBytes }) =>
    limitBytes === undefined
      ? '파일이 저장소에 비해 너무 큽니다. 더 작은 파일을 선택하세요.'
      : `파일이 ${size(limitBytes)}보다 큽니다. 더 작은 파일을 선택하세요.`,
  'file-too-small': ({ limitBytes }) =>
    limitBytes === undefined
      ? '파일이 저장소에 비해 너무 작습니다. 다른 파일을 선택하세요.'
      : `파일이 ${size(limitBytes)}보다 작습니다. 다른 파일을 선택하세요.`,
  'file-invalid-type': '저장소가 이 형식의 파일을 받지 않습니다. 다른 파일을 선택하세요.',
  'file-invalid-name': '저장소가 이 파일 이름을 받지 않습니다. 이름을 바꾸고 다시 선택하세요.',
  'file-changed': '파일이 바뀌었거나 더 이상 사용할 수 없습니다. 다시 선택하세요.',
  'file-is-directory': '폴더입니다. 폴더를 열고 안에 있는 파일을 선택하세요.',
  'integrity-mismatch': '파일이 손상된 채 도착했습니다. 다시 시도하세요.',
  'object-exists': '같은 이름의 파일이 이미 저장되어 있습니다. 이름을 바꾸고 다시 선택하세요.',
  'quota-exceeded': '저장소가 가득 찼습니다. 먼저 무언가를 제거하거나 지원팀에 알려 주세요.',
  'rate-limited': '한 번에 너무 많이 업로드했습니다. 잠시 기다렸다가 다시 시도하세요.',
  'server-error': '서버에 문제가 생겼습니다. 잠시 후 다시 시도하세요.',
  unavailable: '지금은 서비스를 사용할 수 없습니다. 잠시 후 다시 시도하세요.',
  'not-found': ({ stage }) =>
    stage === 'download'
      ? '이 파일은 더 이상 없습니다. 페이지를 새로 고쳐 확인하세요.'
      : `이 파일을 둘 곳을 찾지 못했습니다. ${askSupport}`,
  'store-misconfigured': `저장소 설정이 올바르지 않습니다. ${askSupport}`,
  'stored-not-registered': '업로드했지만 아직 첨부되지 않았습니다. 다시 시도하면 다시 보내지 않고 첨부합니다.',
  'etag-not-exposed': `이 페이지에서 저장소의 접수 정보를 읽을 수 없습니다. ${askSupport}`,
  'header-forbidden': `허가가 브라우저에서 보낼 수 없는 것을 요구합니다. ${askSupport}`,
  'url-refused': `이 파일의 주소는 안전하지 않습니다. ${askSupport}`,
  'answer-unreadable': `서버의 응답을 읽을 수 없습니다. ${askSupport}`,
  'vendor-refused': ({ stage }) =>
    stage === 'download'
      ? `서비스가 이 파일을 내주지 않았습니다. ${askSupport}`
      : `서비스가 이 파일을 거부했습니다. ${askSupport}`,
  'download-truncated': '다운로드가 일찍 끝났습니다. 다시 시도하세요.',
  'still-scanning': '파일의 바이러스 검사가 끝나지 않았습니다. 잠시 후 다시 시도하세요.',
  infected: '이 파일에서 바이러스가 발견되어 차단되었습니다.',
  unknown: ({ stage }) =>
    stage === 'download'
      ? '다운로드하지 못했습니다. 다시 시도하거나 지원팀에 알려 주세요.'
      : '업로드하지 못했습니다. 다시 시도하거나 지원팀에 알려 주세요.',
}

/** Why a file was not taken, and the way out, in Korean. */
export const koreanRejections: Messages['rejections'] = {
  'file-invalid-type': ({ types }) =>
    types.length === 0 ? '이 형식의 파일은 받지 않습니다.' : `이 형식은 받지 않습니다. 가능한 형식: ${or(types)}.`,
  'file-too-large': ({ limit }) =>
    limit === undefined ? '파일이 너무 큽니다.' : `${size(limit)}보다 큽니다. 더 작은 파일을 선택하세요.`,
  'file-too-small': ({ limit }) =>
    limit === undefined ? '파일이 너무 작습니다.' : `${size(limit)}보다 작습니다. 다른 파일을 선택하세요.`,
  'file-empty': '파일이 비어 있습니다. 다른 파일을 선택하세요.',
  'file-is-directory': '폴더입니다. 폴더를 열고 안에 있는 파일을 선택하세요.',
  'file-invalid-name': ({ detail }) =>
    detail === undefined
      ? '이 이름은 사용할 수 없습니다. 이름을 바꾸고 다시 선택하세요.'
      : `이 이름은 사용할 수 없습니다: ${detail}. 이름을 바꾸고 다시 선택하세요.`,
  'too-many-files': ({ limit }) =>
    limit === undefined
      ? '파일이 너무 많습니다. 먼저 하나를 제거하세요.'
      : `파일은 ${count(limit)}개까지만 첨부할 수 있습니다. 먼저 하나를 제거하세요.`,
  'total-too-large': ({ limit }) =>
    limit === undefined
      ? '파일을 모두 합하면 너무 큽니다. 먼저 하나를 제거하세요.'
      : `파일을 모두 합하면 ${size(limit)}보다 큽니다. 먼저 하나를 제거하세요.`,
  duplicate: '이 파일은 이미 목록에 있습니다.',
  'batch-rejected': '함께 놓은 다른 파일이 받아들여지지 않아 추가되지 않았습니다.',
}
