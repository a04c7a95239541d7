import { isRecord } from '../readFields.ts'
import type { VendorErrors } from '../vendorRefusal.ts'

/**
 * Rails names the exception where it shows details, and says no more than its status elsewhere. Chatwoot's `error` is a
 * sentence and no code. A stale CSRF token is that of a session which has ended.
 */
export const railsErrors: VendorErrors = {
  codes: {
    'ActionController::InvalidAuthenticityToken': 'unauthorized',
    'ActionController::ParameterMissing': 'vendor-refused',
    'ActiveRecord::RecordInvalid': 'vendor-refused',
    'ActiveRecord::RecordNotFound': 'not-found',
    'ActiveSupport::MessageVerifier::InvalidSignature': 'not-found',
  },
  readRefusal: (body) => {
    const exception = isRecord(body) ? body['exception'] : undefined
    const code = typeof exception === 'string' ? /^#<([\w:]+)/.exec(exception)?.[1] : undefined
    return code ? { storageCode: code } : undefined
  },
}
