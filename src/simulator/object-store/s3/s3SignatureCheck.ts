import type { RefusalReason, SignatureRefusal, SignatureVerdict } from '../../../signing/verdict.ts'
import { formatBasicDateTime } from '../../../signing/dateTime.ts'
import { hexBytes, skewExtras } from '../signatureCheck.ts'
import { StoreError } from '../storeError.ts'

type Words = readonly [status: number, code: string, message: string]

const malformedQuery = 'AuthorizationQueryParametersError'

/** Source: "Error responses" of the S3 API reference; sentences as S3 answers them. */
const words: Record<RefusalReason, Words> = {
  unsigned: [403, 'AccessDenied', 'Access Denied'],
  'parameters-missing': [
    400,
    malformedQuery,
    'Query-string authentication version 4 requires the X-Amz-Algorithm, X-Amz-Credential, X-Amz-Signature, X-Amz-Date, ' +
      'X-Amz-SignedHeaders, and X-Amz-Expires parameters.',
  ],
  'signed-twice': [
    400,
    'InvalidArgument',
    'Only one auth mechanism allowed; only the X-Amz-Algorithm query parameter, Signature query string parameter or the ' +
      'Authorization header should be specified',
  ],
  malformed: [400, 'AuthorizationHeaderMalformed', 'The authorization header that you provided is not valid.'],
  'date-malformed': [403, 'AccessDenied', 'AWS authentication requires a valid Date or x-amz-date header'],
  'expires-malformed': [400, malformedQuery, 'X-Amz-Expires should be a number'],
  'expires-too-long': [
    400,
    malformedQuery,
    'X-Amz-Expires must be less than a week (in seconds); that is, the given X-Amz-Expires must be less than 604800 seconds',
  ],
  expired: [403, 'AccessDenied', 'Request has expired'],
  'time-skewed': [
    403,
    'RequestTimeTooSkewed',
    'The difference between the request time and the current time is too large.',
  ],
  'not-yet-valid': [403, 'AccessDenied', 'Request is not yet valid'],
  'region-mismatch': [
    400,
    'AuthorizationHeaderMalformed',
    'The authorization header is malformed; the region is wrong.',
  ],
  'unknown-access-key': [
    403,
    'InvalidAccessKeyId',
    'The AWS Access Key Id you provided does not exist in our records.',
  ],
  'token-wrong': [400, 'InvalidToken', 'The provided token is malformed or otherwise invalid.'],
  'token-expired': [400, 'ExpiredToken', 'The provided token has expired.'],
  'headers-not-signed': [403, 'AccessDenied', 'There were headers present in the request which were not signed'],
  'signature-mismatch': [
    403,
    'SignatureDoesNotMatch',
    'The request signature we calculated does not match the signature you provided. Check your key and signing method.',
  ],
}

/** @throws StoreError for a signature that was refused */
export function requireS3Signature(verdict: SignatureVerdict, now: number): void {
  if (!verdict.ok) throw refusalOf(verdict.refusal, now, { isBeforeAuthorised: true })
}

/** @throws StoreError for a signed form that was refused. Pages may read all that is said of a form. */
export function requireS3PostSignature(verdict: SignatureVerdict, now: number): void {
  if (verdict.ok) return
  const { reason, argument } = verdict.refusal
  if (reason !== 'parameters-missing') throw refusalOf(verdict.refusal, now, { isBeforeAuthorised: false })
  const message = `Bucket POST must contain a field named '${argument?.name ?? ''}'.  If it is specified, please check the order of the fields.`
  const extras = { ArgumentName: argument?.name ?? '', ArgumentValue: argument?.value ?? '' }
  throw new StoreError(400, 'InvalidArgument', message, { extras })
}

function refusalOf(refusal: SignatureRefusal, now: number, options: { isBeforeAuthorised: boolean }): StoreError {
  const [status, code, message] = words[refusal.reason]
  return new StoreError(status, code, message, { extras: extrasOf(refusal, now), ...options })
}

function extrasOf(refusal: SignatureRefusal, now: number): Record<string, string> {
  const serverTime = new Date(now).toISOString().replace(/\.\d{3}/, '')
  const expires = new Date(refusal.expiresAt ?? 0).toISOString().replace(/\.\d{3}/, '')
  const { accessKeyId = '', signatureProvided = '', stringToSign = '', canonicalRequest = '' } = refusal
  switch (refusal.reason) {
    case 'expired':
      return { 'X-Amz-Expires': refusal.argument?.value ?? '', Expires: expires, ServerTime: serverTime }
    case 'not-yet-valid':
      // Milliseconds, unlike every other time that S3 writes.
      return { 'X-Amz-Date': String(refusal.requestTime ?? 0), Expires: expires, ServerTime: serverTime }
    case 'time-skewed':
      return { ...skewExtras(refusal, now), RequestTime: formatBasicDateTime(refusal.requestTime ?? 0) }
    case 'unknown-access-key':
      return { AWSAccessKeyId: accessKeyId }
    case 'headers-not-signed':
      return { HeadersNotSigned: refusal.headersNotSigned?.join(', ') ?? '' }
    case 'signature-mismatch':
      return {
        AWSAccessKeyId: accessKeyId,
        StringToSign: stringToSign,
        SignatureProvided: signatureProvided,
        StringToSignBytes: hexBytes(stringToSign),
        CanonicalRequest: canonicalRequest,
        CanonicalRequestBytes: hexBytes(canonicalRequest),
      }
    default:
      return {}
  }
}
