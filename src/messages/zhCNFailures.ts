import { createFormats } from './createFormats.ts'
import type { Messages } from './messages.ts'

const { count, or, size } = createFormats('zh-CN')
const askSupport = '请稍后再试，或联系技术支持。'

/** Why a file failed, and the way out, in simplified Chinese. */
export const simplifiedErrors: Messages['errors'] = {
  network: '连接已断开。请检查网络后重试。',
  offline: '您已离线。网络恢复后会继续。',
  'cors-refused': `存储服务拒绝来自此页面的上传。${askSupport}`,
  'csp-blocked': `此页面无权访问存储服务。${askSupport}`,
  'mixed-content': `存储地址不安全，已被浏览器拦截。${askSupport}`,
  timeout: '服务器等待超时。请在网络稳定时重试。',
  stalled: '上传停滞不前。请检查网络后重试。',
  'answer-overdue': '文件已发送，但没有收到答复。请重试：已送达的内容不会重复发送。',
  unauthorized: '您已退出登录。请重新登录后继续。',
  forbidden: ({ stage }) =>
    stage === 'download' ? '您无权下载此文件。请向文件所有者申请权限。' : '您无权在此添加附件。请向管理员申请权限。',
  'credential-expired': '此文件的上传许可已过期。请重试以获取新的许可。',
  'credential-refused': '存储服务拒绝了此文件的上传许可。请重试以获取新的许可。',
  'signature-mismatch': `存储服务不认可该请求的签名。${askSupport}`,
  'clock-skewed': '此设备的时间不准确。请校准时间后重试。',
  'policy-violated': '存储服务不接受此文件。请选择其他文件。',
  'file-too-large': ({ limitBytes }) =>
    limitBytes === undefined
      ? '文件过大，存储服务无法接受。请选择更小的文件。'
      : `文件大于 ${size(limitBytes)}。请选择更小的文件。`,
  'file-too-small': ({ limitBytes }) =>
    limitBytes === undefined
      ? '文件过小，存储服务无法接受。请选择其他文件。'
      : `文件小于 ${size(limitBytes)}。请选择其他文件。`,
  'file-invalid-type': '存储服务不接受这种类型的文件。请选择其他文件。',
  'file-invalid-name': '存储服务不接受此文件名。请重命名后再次选择。',
  'file-changed': '文件已被修改或已不可用。请重新选择。',
  'file-is-directory': '这是一个文件夹。请打开它并选择其中的文件。',
  'integrity-mismatch': '文件在传输中损坏。请重试。',
  'object-exists': '已存在同名文件。请重命名后再次选择。',
  'quota-exceeded': '存储空间已满。请先移除一些内容，或联系技术支持。',
  'rate-limited': '同时上传的文件过多。请稍等片刻后重试。',
  'server-error': '服务器出现问题。请稍后重试。',
  unavailable: '服务暂时不可用。请稍后重试。',
  'not-found': ({ stage }) =>
    stage === 'download' ? '此文件已不存在。请刷新页面查看最新内容。' : `找不到此文件的存放位置。${askSupport}`,
  'store-misconfigured': `存储服务配置有误。${askSupport}`,
  'stored-not-registered': '已上传，尚未添加为附件。重试时无需再次上传。',
  'etag-not-exposed': `此页面无法读取存储服务的回执。${askSupport}`,
  'header-forbidden': `上传许可要求了浏览器无法发送的内容。${askSupport}`,
  'url-refused': `此文件的地址不安全。${askSupport}`,
  'answer-unreadable': `无法读取服务器的答复。${askSupport}`,
  'vendor-refused': ({ stage }) =>
    stage === 'download' ? `服务拒绝提供此文件。${askSupport}` : `服务拒绝了此文件。${askSupport}`,
  'download-truncated': '下载提前中断。请重试。',
  'still-scanning': '仍在检查此文件是否有病毒。请稍后重试。',
  infected: '此文件中发现病毒，已被拦截。',
  unknown: ({ stage }) =>
    stage === 'download' ? '下载未成功。请重试，或联系技术支持。' : '上传未成功。请重试，或联系技术支持。',
}

/** Why a file was not taken, and the way out, in simplified Chinese. */
export const simplifiedRejections: Messages['rejections'] = {
  'file-invalid-type': ({ types }) =>
    types.length === 0 ? '此处不接受这种类型的文件。' : `不接受这种类型。请选择${or(types)}。`,
  'file-too-large': ({ limit }) => (limit === undefined ? '文件过大。' : `大于 ${size(limit)}。请选择更小的文件。`),
  'file-too-small': ({ limit }) => (limit === undefined ? '文件过小。' : `小于 ${size(limit)}。请选择其他文件。`),
  'file-empty': '文件是空的。请选择其他文件。',
  'file-is-directory': '这是一个文件夹。请打开它并选择其中的文件。',
  'file-invalid-name': ({ detail }) =>
    detail === undefined ? '不接受此文件名。请重命名后再次选择。' : `不接受此文件名：${detail}。请重命名后再次选择。`,
  'too-many-files': ({ limit }) =>
    limit === undefined ? '文件过多。请先移除一个。' : `最多只能添加 ${count(limit)} 个文件。请先移除一个。`,
  'total-too-large': ({ limit }) =>
    limit === undefined ? '文件总大小过大。请先移除一个。' : `文件总大小超过 ${size(limit)}。请先移除一个。`,
  duplicate: '此文件已在列表中。',
  'batch-rejected': '未添加，因为同一批中的其他文件未被接受。',
}
