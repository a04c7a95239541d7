import { toHex, utf8 } from '../../signing/encoding.ts'
import { maxSkewMs, type RefusalReason, type SignatureRefusal, type SignatureVerdict } from '../../signing/verdict.ts'
import { StoreError } from './storeError.ts'

type Words = readonly [status: number, code: string, message: string, ec?: string]

/** Sources: "Add signatures to a URL", "HTTP 403 status code", EC pages 0002-00000069 ff. */
const words: Record<RefusalReason, Words> = {
  unsigned: [403, 'AccessDenied', 'You have no right to access this object because of bucket acl.', '0003-00000001'],
  'parameters-missing': [
    403,
    'AccessDenied',
    'Query-string authentication requires the Signature, Expires and OSSAccessKeyId parameters',
  ],
  'signed-twice': [400, 'InvalidArgument', 'Only one auth mechanism is allowed: a header or the query string.'],
  malformed: [400, 'InvalidArgument', 'The signature information is invalid.', '0002-00000204'],
  'date-malformed': [403, 'AccessDenied', 'OSS authentication requires a valid Date.'],
  'expires-malformed': [403, 'AccessDenied', 'Invalid date (should be seconds since epoch).', '0002-00000070'],
  'expires-too-long': [400, 'InvalidArgument', 'Expires must not be greater than 604800 (seven days).'],
  expired: [403, 'AccessDenied', 'Request has expired.', '0002-00000069'],
  'time-skewed': [
    403,
    'RequestTimeTooSkewed',
    'The difference between the request time and the current time is too large.',
  ],
  // OSS has no word of its own for these two, which only S3 tells apart.
  'not-yet-valid': [403, 'RequestTimeTooSkewed', 'The request is dated ahead of the current time.'],
  'headers-not-signed': [403, 'AccessDenied', 'There were headers present in the request which were not signed'],
  'region-mismatch': [400, 'InvalidArgument', 'The signing region in credential is invalid.', '0002-00000226'],
  'unknown-access-key': [
    403,
    'InvalidAccessKeyId',
    'The OSS Access Key Id you provided does not exist in our records.',
    '0002-00000902',
  ],
  'token-wrong': [403, 'InvalidSecurityToken', 'The security token you provided is invalid.'],
  'token-expired': [403, 'SecurityTokenExpired', 'The security token you provided has expired.'],
  'signature-mismatch': [
    403,
    'SignatureDoesNotMatch',
    'The request signature we calculated does not match the signature you provided. Check your key and signing method.',
  ],
}

/** @throws StoreError for a signature that was refused */
export function requireSignature(verdict: SignatureVerdict, now: number): void {
  if (verdict.ok) return
  const { refusal } = verdict
  const [status, code, message, ec] = words[refusal.reason]
  // Nobody claimed anything, so the page may read that it lacks a signature (seen on Ceph).
  const isBeforeAuthorised = refusal.reason !== 'unsigned'
  throw new StoreError(status, code, message, { extras: extrasOf(refusal, now), ec, isBeforeAuthorised })
}

/** @throws StoreError for a signed form that was refused; forms say some things in other words */
export function requirePostSignature(verdict: SignatureVerdict, now: number): void {
  if (!verdict.ok && verdict.refusal.reason === 'parameters-missing') {
    const name = verdict.refusal.argument?.name ?? ''
    const what = { OSSAccessKeyId: 'accessKeyId', Signature: 'signature' }[name] ?? name
    throw new StoreError(400, 'InvalidArgument', `Post request ${what} is empty.`, { isBeforeAuthorised: true })
  }
  requireSignature(verdict, now)
}

function extrasOf(refusal: SignatureRefusal, now: number): Record<string, string> {
  const serverTime = new Date(now).toISOString()
  const { accessKeyId = '', signatureProvided = '', stringToSign = '', canonicalRequest, argument } = refusal
  switch (refusal.reason) {
    case 'expired':
      return { Expires: new Date(refusal.expiresAt ?? 0).toISOString(), ServerTime: serverTime }
    case 'time-skewed':
      return skewExtras(refusal, now)
    case 'unknown-access-key':
      return { OSSAccessKeyId: accessKeyId }
    case 'signature-mismatch':
      return {
        OSSAccessKeyId: accessKeyId,
        SignatureProvided: signatureProvided,
        StringToSign: stringToSign,
        StringToSignBytes: hexBytes(stringToSign),
        ...(canonicalRequest === undefined ? {} : { CanonicalRequest: canonicalRequest }),
      }
    default:
      return argument ? { ArgumentName: argument.name, ArgumentValue: argument.value } : {}
  }
}

/** What both sides of a clock that is off can compare. */
export function skewExtras({ requestTime = 0 }: SignatureRefusal, now: number): Record<string, string> {
  return {
    MaxAllowedSkewMilliseconds: String(maxSkewMs),
    RequestTime: new Date(requestTime).toISOString(),
    ServerTime: new Date(now).toISOString(),
  }
}

/** Bytes in upper-case hex, parted by spaces. */
export function hexBytes(text: string): string {
  return toHex(utf8(text))
    .toUpperCase()
    .replace(/..(?=.)/g, '$& ')
}
