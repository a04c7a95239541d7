import { isRecord } from '../readFields.ts'
import type { VendorErrors } from '../vendorRefusal.ts'

/**
 * Codes that hand-written backends answer with, as `{ code }`, `{ error: { code } }` or `{ error: 'code' }`. The kit's own codes
 * pass as they are, so that a backend may speak them.
 */
export const endpointErrors: VendorErrors = {
  codes: {
    'file-too-large': 'file-too-large',
    'file-too-small': 'file-too-small',
    'file-invalid-type': 'file-invalid-type',
    'file-invalid-name': 'file-invalid-name',
    'quota-exceeded': 'quota-exceeded',
    'rate-limited': 'rate-limited',
    'not-found': 'not-found',
    'object-exists': 'object-exists',
    'integrity-mismatch': 'integrity-mismatch',
    'still-scanning': 'still-scanning',
    infected: 'infected',
    forbidden: 'forbidden',
    unauthorized: 'unauthorized',
    unavailable: 'unavailable',
  },
  readRefusal: (body) => {
    if (!isRecord(body)) return undefined
    const { error } = body
    const code = isRecord(error) ? error['code'] : (error ?? body['code'])
    if (typeof code !== 'string' && typeof code !== 'number') return undefined
    const requestId = body['requestId']
    return { storageCode: String(code), requestId: typeof requestId === 'string' ? requestId : undefined }
  },
}
