import { parseHttpDate } from '../dateTime.ts'
import { normaliseHeaders, queryValue, type SignableRequest } from '../signableRequest.ts'
import { judgeClaim, maxSkewMs, refuse, type SignatureVerdict, type Verifier } from '../verdict.ts'
import { ossV1Signature, ossV1StringToSign } from './ossV1.ts'

/** Checks `OSSAccessKeyId`, `Expires` and `Signature` of a URL. Expiry comes first: an expired URL stays refused. */
export async function verifyOssV1Url(request: SignableRequest, verifier: Verifier): Promise<SignatureVerdict> {
  const accessKeyId = queryValue(request.query, 'OSSAccessKeyId')
  const expires = queryValue(request.query, 'Expires')
  const signature = queryValue(request.query, 'Signature')
  if (!accessKeyId || !expires || !signature) return refuse('parameters-missing')
  if (!/^\d{1,12}$/.test(expires)) {
    return refuse('expires-malformed', { argument: { name: 'Expires', value: expires } })
  }
  const expiresAt = Number(expires) * 1000
  if (expiresAt <= verifier.now) return refuse('expired', { accessKeyId, expiresAt })
  const token = queryValue(request.query, 'security-token')
  const stringToSign = ossV1StringToSign(request, expires)
  return judgeClaim({ accessKeyId, signature, token, stringToSign }, verifier, (secret) =>
    ossV1Signature(secret, stringToSign),
  )
}

/** Checks `Authorization: OSS <id>:<signature>`, dated by `x-oss-date`, else by `Date`. */
export async function verifyOssV1Header(request: SignableRequest, verifier: Verifier): Promise<SignatureVerdict> {
  const headers = normaliseHeaders(request.headers)
  const [, accessKeyId, signature] = /^OSS ([^:\s]+):(\S+)$/.exec(headers['authorization'] ?? '') ?? []
  if (!accessKeyId || !signature) return refuse('malformed', { argument: { name: 'Authorization', value: '' } })
  const date = headers['x-oss-date'] ?? headers['date'] ?? ''
  const requestTime = parseHttpDate(date)
  if (requestTime === undefined) return refuse('date-malformed', { argument: { name: 'Date', value: date } })
  if (Math.abs(requestTime - verifier.now) > maxSkewMs) return refuse('time-skewed', { requestTime })
  const token = headers['x-oss-security-token']
  const stringToSign = ossV1StringToSign(request, date)
  return judgeClaim({ accessKeyId, signature, token, stringToSign }, verifier, (secret) =>
    ossV1Signature(secret, stringToSign),
  )
}
