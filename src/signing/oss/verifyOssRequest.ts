import { normaliseHeaders, queryValue, type SignableRequest } from '../signableRequest.ts'
import { refuse, type SignatureVerdict, type Verifier } from '../verdict.ts'
import { verifyOssV1Header, verifyOssV1Url } from './verifyOssV1.ts'
import { verifyOssV4Header, verifyOssV4Url } from './verifyOssV4.ts'

/** Finds out how a request is signed (V1 or V4, header or URL) and checks it. POST forms have their own check. */
export async function verifyOssRequest(request: SignableRequest, verifier: Verifier): Promise<SignatureVerdict> {
  const { authorization } = normaliseHeaders(request.headers)
  const version = queryValue(request.query, 'x-oss-signature-version')
  const isV1Url = ['OSSAccessKeyId', 'Signature'].some((name) => queryValue(request.query, name) !== undefined)
  if (authorization !== undefined && (isV1Url || version !== undefined)) return refuse('signed-twice')
  if (isV1Url) return verifyOssV1Url(request, verifier)
  if (version === 'OSS4-HMAC-SHA256') return verifyOssV4Url(request, verifier)
  if (version !== undefined) {
    return refuse('malformed', { argument: { name: 'x-oss-signature-version', value: version } })
  }
  if (authorization === undefined) return refuse('unsigned')
  return authorization.startsWith('OSS4-') ? verifyOssV4Header(request, verifier) : verifyOssV1Header(request, verifier)
}
