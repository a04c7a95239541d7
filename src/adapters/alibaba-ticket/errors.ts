import { isRecord } from '../readFields.ts'
import type { VendorErrors } from '../vendorRefusal.ts'

/**
 * Codes of the Ticket System API. `illegal.auth` is the backend's own key being refused, not the end of a person's session,
 * so it is not `unauthorized`.
 * @see https://www.alibabacloud.com/help/en/ticket-system/developer-reference/api-workorder-2021-06-10-getattachmentuploadurl
 */
export const ticketErrors: VendorErrors = {
  codes: {
    'param.illegal': 'vendor-refused',
    'illegal.auth': 'forbidden',
    'System.error': 'server-error',
    Throttling: 'rate-limited',
    'Throttling.User': 'rate-limited',
    'Throttling.Api': 'rate-limited',
    ServiceUnavailable: 'unavailable',
    InternalError: 'server-error',
  },
  readRefusal: (body) => {
    if (!isRecord(body)) return undefined
    const { Code: code, RequestId: requestId } = body
    if (typeof code !== 'string' && typeof code !== 'number') return undefined
    return { storageCode: String(code), requestId: typeof requestId === 'string' ? requestId : undefined }
  },
}
