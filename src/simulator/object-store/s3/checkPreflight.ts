import { parseBasicDateTime } from '../../../signing/dateTime.ts'
import { parseCredentialScope, s3V4Family } from '../../../signing/scopedSignature.ts'
import { queryValue, type SignableRequest } from '../../../signing/signableRequest.ts'
import type { Verifier } from '../../../signing/verdict.ts'
import { StoreError } from '../storeError.ts'

/**
 * What Ceph asks of a preflight already, so that no byte of a body is sent in vain: the URL must not have expired, and its access
 * key must be known.
 * @throws StoreError 403
 */
export function checkPreflight(query: SignableRequest['query'], { findKey, now }: Verifier): void {
  const value = (name: string) => queryValue(query, `X-Amz-${name}`) ?? ''
  const [signedAt, life] = [parseBasicDateTime(value('Date')), Number(value('Expires'))]
  if (signedAt !== undefined && signedAt + life * 1000 <= now) throw refuse('AccessDenied', 'Request has expired')
  const signer = parseCredentialScope(s3V4Family, value('Credential'))
  if (signer && !findKey(signer.accessKeyId)) throw refuse('InvalidAccessKeyId', 'The access key is not known.')
}

function refuse(code: string, message: string): StoreError {
  return new StoreError(403, code, message, { isBeforeAuthorised: true })
}
