import { isRecord } from '../readFields.ts'
import type { VendorErrors } from '../vendorRefusal.ts'

/**
 * Codes of Cloud Operations Center, `GOM.` and digits, and of the API gateway in front of it. The page on attachments names one
 * only. A gateway's 401 means the backend's own token, not the end of a person's session.
 * @see https://support.huaweicloud.com/intl/en-us/api-coc/DownloadAttachment.html
 */
export const cocErrors: VendorErrors = {
  codes: {
    'GOM.00007256': 'vendor-refused',
    'APIGW.0101': 'store-misconfigured',
    'APIGW.0201': 'unavailable',
    'APIGW.0301': 'forbidden',
    'APIGW.0302': 'forbidden',
    'APIGW.0303': 'forbidden',
    'APIGW.0305': 'forbidden',
    'APIGW.0306': 'forbidden',
    'APIGW.0307': 'forbidden',
    'APIGW.0308': 'rate-limited',
  },
  readRefusal: (body) => {
    if (!isRecord(body)) return undefined
    const code = body['error_code'] ?? body['code']
    if (typeof code !== 'string') return undefined
    const requestId = body['request_id']
    return { storageCode: code, requestId: typeof requestId === 'string' ? requestId : undefined }
  },
}
