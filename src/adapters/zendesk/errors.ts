import { isRecord } from '../readFields.ts'
import type { VendorErrors } from '../vendorRefusal.ts'

/**
 * What Zendesk refuses with, as `{ error }` or `{ error: { title } }`; a title that is a sentence is no code. Its 401 is about
 * the backend's own token, and the kit's handler passes it on as a 403.
 * @see https://developer.zendesk.com/documentation/ticketing/reference-guides/error-codes
 */
export const zendeskErrors: VendorErrors = {
  codes: {
    RecordNotFound: 'not-found',
    RecordInvalid: 'vendor-refused',
    InvalidEndpoint: 'store-misconfigured',
    Forbidden: 'forbidden',
    TooManyRequests: 'rate-limited',
  },
  readRefusal: (body) => {
    if (!isRecord(body)) return undefined
    const { error } = body
    const code = isRecord(error) ? error['title'] : error
    return typeof code === 'string' && /^\w+$/.test(code) ? { storageCode: code } : undefined
  },
}
