import { createFormats } from './createFormats.ts'
import type { Messages } from './messages.ts'

const { count, or, size } = createFormats('zh-TW')
const askSupport = '請稍後再試，或聯絡客服。'

/** Why a file failed, and the way out, in traditional Chinese. */
export const traditionalErrors: Messages['errors'] = {
  network: '連線中斷。請檢查網路後重試。',
  offline: '您已離線。網路恢復後會繼續。',
  'cors-refused': `儲存服務拒絕來自此頁面的上傳。${askSupport}`,
  'csp-blocked': `此頁面無權連線到儲存服務。${askSupport}`,
  'mixed-content': `儲存位址不安全，已被瀏覽器封鎖。${askSupport}`,
  timeout: '伺服器等候逾時。請在網路穩定時重試。',
  stalled: '上傳停滯不前。請檢查網路後重試。',
  'answer-overdue': '檔案已送出，但沒有收到回覆。請重試：已送達的內容不會重複傳送。',
  unauthorized: '您已登出。請重新登入後繼續。',
  forbidden: ({ stage }) =>
    stage === 'download'
      ? '您沒有下載此檔案的權限。請向檔案擁有者申請。'
      : '您沒有在這裡加入附件的權限。請向管理員申請。',
  'credential-expired': '此檔案的上傳許可已過期。請重試以取得新的許可。',
  'credential-refused': '儲存服務拒絕了此檔案的上傳許可。請重試以取得新的許可。',
  'signature-mismatch': `儲存服務不認可該要求的簽章。${askSupport}`,
  'clock-skewed': '此裝置的時間不正確。請校正時間後重試。',
  'policy-violated': '儲存服務不接受此檔案。請選擇其他檔案。',
  'file-too-large': ({ limitBytes }) =>
    limitBytes === undefined
      ? '檔案過大，儲存服務無法接受。請選擇較小的檔案。'
      : `檔案大於 ${size(limitBytes)}。請選擇較小的檔案。`,
  'file-too-small': ({ limitBytes }) =>
    limitBytes === undefined
      ? '檔案過小，儲存服務無法接受。請選擇其他檔案。'
      : `檔案小於 ${size(limitBytes)}。請選擇其他檔案。`,
  'file-invalid-type': '儲存服務不接受這種類型的檔案。請選擇其他檔案。',
  'file-invalid-name': '儲存服務不接受此檔名。請重新命名後再次選擇。',
  'file-changed': '檔案已變更或無法再使用。請重新選擇。',
  'file-is-directory': '這是資料夾。請開啟它並選擇其中的檔案。',
  'integrity-mismatch': '檔案在傳輸中損毀。請重試。',
  'object-exists': '已有同名的檔案。請重新命名後再次選擇。',
  'quota-exceeded': '儲存空間已滿。請先移除一些內容，或聯絡客服。',
  'rate-limited': '同時上傳的檔案過多。請稍候片刻後重試。',
  'server-error': '伺服器發生問題。請稍後重試。',
  unavailable: '服務暫時無法使用。請稍後重試。',
  'not-found': ({ stage }) =>
    stage === 'download' ? '此檔案已不存在。請重新整理頁面查看目前內容。' : `找不到此檔案的存放位置。${askSupport}`,
  'store-misconfigured': `儲存服務設定有誤。${askSupport}`,
  'stored-not-registered': '已上傳，尚未加入為附件。重試時不必再次上傳。',
  'etag-not-exposed': `此頁面無法讀取儲存服務的回條。${askSupport}`,
  'header-forbidden': `上傳許可要求了瀏覽器無法傳送的內容。${askSupport}`,
  'url-refused': `此檔案的位址不安全。${askSupport}`,
  'answer-unreadable': `無法讀取伺服器的回覆。${askSupport}`,
  'vendor-refused': ({ stage }) =>
    stage === 'download' ? `服務拒絕提供此檔案。${askSupport}` : `服務拒絕了此檔案。${askSupport}`,
  'download-truncated': '下載提前中斷。請重試。',
  'still-scanning': '仍在檢查此檔案是否有病毒。請稍後重試。',
  infected: '此檔案中發現病毒，已被封鎖。',
  unknown: ({ stage }) =>
    stage === 'download' ? '下載未成功。請重試，或聯絡客服。' : '上傳未成功。請重試，或聯絡客服。',
}

/** Why a file was not taken, and the way out, in traditional Chinese. */
export const traditionalRejections: Messages['rejections'] = {
  'file-invalid-type': ({ types }) =>
    types.length === 0 ? '這裡不接受這種類型的檔案。' : `不接受這種類型。請選擇${or(types)}。`,
  'file-too-large': ({ limit }) => (limit === undefined ? '檔案過大。' : `大於 ${size(limit)}。請選擇較小的檔案。`),
  'file-too-small': ({ limit }) => (limit === undefined ? '檔案過小。' : `小於 ${size(limit)}。請選擇其他檔案。`),
  'file-empty': '檔案是空的。請選擇其他檔案。',
  'file-is-directory': '這是資料夾。請開啟它並選擇其中的檔案。',
  'file-invalid-name': ({ detail }) =>
    detail === undefined ? '不接受此檔名。請重新命名後再次選擇。' : `不接受此檔名：${detail}。請重新命名後再次選擇。`,
  'too-many-files': ({ limit }) =>
    limit === undefined ? '檔案過多。請先移除一個。' : `最多只能加入 ${count(limit)} 個檔案。請先移除一個。`,
  'total-too-large': ({ limit }) =>
    limit === undefined ? '檔案合計過大。請先移除一個。' : `檔案合計超過 ${size(limit)}。請先移除一個。`,
  duplicate: '此檔案已在清單中。',
  'batch-rejected': '未加入，因為同一批中的其他檔案未被接受。',
}
