import { parseBasicDateTime } from '../dateTime.ts'
import { parseCredentialScope, s3V4Family, scopedSignature, scopedStringToSign } from '../scopedSignature.ts'
import { normaliseHeaders, queryValue } from '../signableRequest.ts'
import { judgeClaim, maxSkewMs, refuse, type SignatureVerdict, type Verifier } from '../verdict.ts'
import { s3CanonicalRequest, unsignedPayload, type S3Request } from './s3V4.ts'

const maxExpiresSeconds = 604_800

/** Whether a request is signed the S3 way, rightly or not. */
export function isS3Signed({ query, headers }: Pick<S3Request, 'query' | 'headers'>): boolean {
  const { authorization = '' } = normaliseHeaders(headers)
  return (
    authorization.startsWith('AWS4-') || query.some(([name]) => /^X-Amz-(Algorithm|Signature|Credential)$/.test(name))
  )
}

/** Checks a presigned URL or an `Authorization` header; never both. */
export async function verifyS3Request(request: S3Request, verifier: Verifier): Promise<SignatureVerdict> {
  const isHeader = normaliseHeaders(request.headers)['authorization'] !== undefined
  const isUrl = queryValue(request.query, 'X-Amz-Signature') !== undefined
  if (isHeader && isUrl) return refuse('signed-twice')
  return isHeader ? verifyHeader(request, verifier) : verifyUrl(request, verifier)
}

/** Expiry comes first: an expired URL stays refused. */
async function verifyUrl(request: S3Request, verifier: Verifier): Promise<SignatureVerdict> {
  const value = (name: string) => queryValue(request.query, `X-Amz-${name}`) ?? ''
  const names = ['Algorithm', 'Credential', 'Date', 'Expires', 'SignedHeaders', 'Signature']
  const missing = names.find((name) => !value(name))
  if (missing) return refuse('parameters-missing', { argument: { name: `X-Amz-${missing}`, value: '' } })
  const signedAt = parseBasicDateTime(value('Date'))
  if (signedAt === undefined) {
    return refuse('date-malformed', { argument: { name: 'X-Amz-Date', value: value('Date') } })
  }
  const argument = { name: 'X-Amz-Expires', value: value('Expires') }
  if (!/^[1-9]\d{0,9}$/.test(argument.value)) return refuse('expires-malformed', { argument })
  if (Number(argument.value) > maxExpiresSeconds) return refuse('expires-too-long', { argument })
  const expiresAt = signedAt + Number(argument.value) * 1000
  if (expiresAt <= verifier.now) return refuse('expired', { argument, expiresAt })
  if (signedAt - verifier.now > maxSkewMs) return refuse('not-yet-valid', { expiresAt, requestTime: signedAt })
  return verifyScoped(request, verifier, {
    credential: value('Credential'),
    credentialName: 'X-Amz-Credential',
    signedHeaders: value('SignedHeaders').split(';'),
    signature: value('Signature'),
    dateTime: value('Date'),
    token: queryValue(request.query, 'X-Amz-Security-Token'),
    payload: queryValue(request.query, 'X-Amz-Content-Sha256'),
  })
}

/** Dated by `x-amz-date`. */
async function verifyHeader(request: S3Request, verifier: Verifier): Promise<SignatureVerdict> {
  const headers = normaliseHeaders(request.headers)
  const claimed = parseAuthorization(headers['authorization'] ?? '')
  const { Credential: credential, SignedHeaders: signed, Signature: signature } = claimed
  if (!credential || !signed || !signature) {
    return refuse('malformed', { argument: { name: 'Authorization', value: '' } })
  }
  const dateTime = headers['x-amz-date'] ?? ''
  const requestTime = parseBasicDateTime(dateTime)
  if (requestTime === undefined) return refuse('date-malformed', { argument: { name: 'x-amz-date', value: dateTime } })
  if (Math.abs(requestTime - verifier.now) > maxSkewMs) return refuse('time-skewed', { requestTime })
  return verifyScoped(request, verifier, {
    credential,
    credentialName: 'Credential',
    signedHeaders: signed.split(';'),
    signature,
    dateTime,
    token: headers['x-amz-security-token'],
    payload: headers['x-amz-content-sha256'],
  })
}

interface ScopedClaim {
  credential: string
  credentialName: string
  signedHeaders: string[]
  signature: string
  dateTime: string
  token: string | undefined
  payload: string | undefined
}

async function verifyScoped(request: S3Request, verifier: Verifier, claim: ScopedClaim): Promise<SignatureVerdict> {
  const { dateTime, signature, signedHeaders, token, payload = unsignedPayload } = claim
  const argument = { name: claim.credentialName, value: claim.credential }
  const parsed = parseCredentialScope(s3V4Family, claim.credential)
  if (!parsed || parsed.scope.date !== dateTime.slice(0, 8)) return refuse('malformed', { argument })
  const { accessKeyId, scope } = parsed
  if (scope.region !== verifier.region) return refuse('region-mismatch', { argument })
  const unsigned = unsignedAmzHeaders(request, signedHeaders)
  if (unsigned.length > 0) return refuse('headers-not-signed', { headersNotSigned: unsigned })
  const canonicalRequest = s3CanonicalRequest(request, signedHeaders, payload)
  const stringToSign = await scopedStringToSign(s3V4Family, scope, dateTime, canonicalRequest)
  return judgeClaim({ accessKeyId, signature, token, stringToSign, canonicalRequest }, verifier, (secret) =>
    scopedSignature(s3V4Family, secret, scope, stringToSign),
  )
}

/** Headers that change what is stored, and that nobody signed. `host` must be signed always. */
function unsignedAmzHeaders({ headers }: S3Request, signedHeaders: readonly string[]): string[] {
  const mustBeSigned = (name: string) => name.startsWith('x-amz-') || name === 'host'
  return Object.keys(normaliseHeaders(headers)).filter((name) => mustBeSigned(name) && !signedHeaders.includes(name))
}

function parseAuthorization(authorization: string): Record<string, string | undefined> {
  const [, list = ''] = /^AWS4-HMAC-SHA256 (.+)$/.exec(authorization) ?? []
  return Object.fromEntries(list.split(',').map((part) => part.trim().split('=', 2)))
}
