import { isRecord } from '../readFields.ts'
import type { VendorErrors } from '../vendorRefusal.ts'

/**
 * Codes of Cloud Backup (hbr 2017-09-08). `Code` is the HTTP status as text, some answers write it as a number; the gateway in
 * front answers with names.
 */
export const backupErrors: VendorErrors = {
  codes: {
    '400': 'vendor-refused',
    '401': 'forbidden',
    '403': 'forbidden',
    '404': 'not-found',
    '429': 'rate-limited',
    '500': 'server-error',
    '503': 'unavailable',
    MissingFileName: 'vendor-refused',
    InvalidParameter: 'vendor-refused',
    Forbidden: 'forbidden',
    NoPermission: 'forbidden',
    InvalidAccessKeyId: 'forbidden',
    'InvalidAccessKeyId.NotFound': 'forbidden',
    Throttling: 'rate-limited',
    'Throttling.User': 'rate-limited',
    InternalError: 'server-error',
    ServiceUnavailable: 'unavailable',
  },
  readRefusal: (body) => {
    if (!isRecord(body)) return undefined
    const { Code: code, RequestId: requestId } = body
    if (typeof code !== 'string' && typeof code !== 'number') return undefined
    return { storageCode: String(code), requestId: typeof requestId === 'string' ? requestId : undefined }
  },
}
