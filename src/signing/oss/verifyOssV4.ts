import { parseBasicDateTime } from '../dateTime.ts'
import { ossV4Family, parseCredentialScope, scopedSignature, scopedStringToSign } from '../scopedSignature.ts'
import { normaliseHeaders, queryValue, type SignableRequest } from '../signableRequest.ts'
import { judgeClaim, maxSkewMs, refuse, type SignatureVerdict, type Verifier } from '../verdict.ts'
import { ossV4CanonicalRequest } from './ossV4.ts'

const maxExpiresSeconds = 604_800

/** Checks the `x-oss-signature` of a URL. Expiry comes first: an expired URL stays refused. */
export async function verifyOssV4Url(request: SignableRequest, verifier: Verifier): Promise<SignatureVerdict> {
  const value = (name: string) => queryValue(request.query, `x-oss-${name}`) ?? ''
  const expires = value('expires')
  const signedAt = parseBasicDateTime(value('date'))
  if (!value('credential') || !expires || !value('signature')) return refuse('parameters-missing')
  if (signedAt === undefined) {
    return refuse('date-malformed', { argument: { name: 'x-oss-date', value: value('date') } })
  }
  if (!/^[1-9]\d{0,9}$/.test(expires)) {
    return refuse('expires-malformed', { argument: { name: 'x-oss-expires', value: expires } })
  }
  if (Number(expires) > maxExpiresSeconds) {
    return refuse('expires-too-long', { argument: { name: 'x-oss-expires', value: expires } })
  }
  const expiresAt = signedAt + Number(expires) * 1000
  if (expiresAt <= verifier.now) return refuse('expired', { expiresAt })
  if (signedAt - verifier.now > maxSkewMs) return refuse('time-skewed', { requestTime: signedAt })
  return verifyScoped(request, verifier, {
    credential: value('credential'),
    credentialName: 'x-oss-credential',
    additionalHeaders: splitNames(value('additional-headers')),
    signature: value('signature'),
    dateTime: value('date'),
    token: queryValue(request.query, 'x-oss-security-token'),
  })
}

/** Checks `Authorization: OSS4-HMAC-SHA256 Credential=...`, dated by `x-oss-date`. A space after a comma is taken too. */
export async function verifyOssV4Header(request: SignableRequest, verifier: Verifier): Promise<SignatureVerdict> {
  const headers = normaliseHeaders(request.headers)
  const fields = parseAuthorization(headers['authorization'] ?? '')
  const { Credential: credential, Signature: signature, AdditionalHeaders: additional = '' } = fields
  if (!credential || !signature) return refuse('malformed', { argument: { name: 'Authorization', value: '' } })
  const dateTime = headers['x-oss-date'] ?? ''
  const requestTime = parseBasicDateTime(dateTime)
  if (requestTime === undefined) return refuse('date-malformed', { argument: { name: 'x-oss-date', value: dateTime } })
  if (Math.abs(requestTime - verifier.now) > maxSkewMs) return refuse('time-skewed', { requestTime })
  return verifyScoped(request, verifier, {
    credential,
    credentialName: 'Credential',
    additionalHeaders: splitNames(additional),
    signature,
    dateTime,
    token: headers['x-oss-security-token'],
  })
}

interface ScopedClaim {
  credential: string
  credentialName: string
  additionalHeaders: string[]
  signature: string
  dateTime: string
  token: string | undefined
}

async function verifyScoped(
  request: SignableRequest,
  verifier: Verifier,
  claim: ScopedClaim,
): Promise<SignatureVerdict> {
  const argument = { name: claim.credentialName, value: claim.credential }
  const parsed = parseCredentialScope(ossV4Family, claim.credential)
  if (!parsed || parsed.scope.date !== claim.dateTime.slice(0, 8)) return refuse('malformed', { argument })
  const { accessKeyId, scope } = parsed
  if (scope.region !== verifier.region) return refuse('region-mismatch', { argument })
  const canonicalRequest = ossV4CanonicalRequest(request, claim.additionalHeaders)
  const stringToSign = await scopedStringToSign(ossV4Family, scope, claim.dateTime, canonicalRequest)
  const { signature, token } = claim
  return judgeClaim({ accessKeyId, signature, token, stringToSign, canonicalRequest }, verifier, (secret) =>
    scopedSignature(ossV4Family, secret, scope, stringToSign),
  )
}

function parseAuthorization(authorization: string): Record<string, string | undefined> {
  const [, list = ''] = /^OSS4-HMAC-SHA256 (.+)$/.exec(authorization) ?? []
  return Object.fromEntries(
    list.split(',').map((part) => {
      const at = part.indexOf('=')
      return [part.slice(0, at).trim(), part.slice(at + 1).trim()]
    }),
  )
}

function splitNames(list: string): string[] {
  return list.split(';').filter((name) => name !== '')
}
