import type { AccessKey } from '../accessKey.ts'
import { formatQuery, toBase64 } from '../encoding.ts'
import { hmacSha1 } from '../hmac.ts'
import { byCodeUnit, normaliseHeaders, type SignableRequest } from '../signableRequest.ts'

/** Query parameters that take part in a V1 signature, besides all that start with `x-oss-`. */
const subResources: ReadonlySet<string> = new Set(
  (
    'acl append bucketInfo callback callback-var cloudboxes cname comp continuation-token cors delete endTime img ' +
    'lifecycle live location logging objectMeta partNumber position qos referer regionList replication resourceGroup ' +
    'response-cache-control response-content-disposition response-content-encoding response-content-language ' +
    'response-content-type response-expires restore security-token sequential startTime stat status style styleName ' +
    'symlink tagging uploadId uploads versionId versioning versions vod website'
  ).split(' '),
)

/**
 * What OSS V1 signs. `date` is the `Date` or `x-oss-date` header of a header signature, or `Expires` of a URL.
 * Key and sub-resources go in raw, not percent-encoded. Source: "Add a signature to the header" and "to a URL".
 */
export function ossV1StringToSign(request: SignableRequest, date: string): string {
  const headers = normaliseHeaders(request.headers)
  return [
    request.method,
    headers['content-md5'] ?? '',
    headers['content-type'] ?? '',
    date,
    ...canonicalHeaders(headers),
    canonicalResource(request),
  ].join('\n')
}

function canonicalHeaders(headers: Record<string, string>): string[] {
  return Object.keys(headers)
    .filter((name) => name.startsWith('x-oss-'))
    .sort(byCodeUnit)
    .map((name) => `${name}:${headers[name]}`)
}

function canonicalResource({ bucket, key, query }: SignableRequest): string {
  const signed = query
    .filter(([name]) => subResources.has(name) || name.startsWith('x-oss-'))
    .toSorted(([a], [b]) => byCodeUnit(a, b))
    .map(([name, value]) => (value === '' ? name : `${name}=${value}`))
  return `/${bucket}/${key}${signed.length > 0 ? `?${signed.join('&')}` : ''}`
}

/** Base64 HMAC-SHA1. */
export async function ossV1Signature(secret: string, stringToSign: string): Promise<string> {
  return toBase64(await hmacSha1(secret, stringToSign))
}

/** The value of `Authorization` for a request with those headers; `date` is its `x-oss-date` or `Date`, RFC 1123 in GMT. */
export async function signOssV1Header(request: SignableRequest, accessKey: AccessKey, date: string): Promise<string> {
  return `OSS ${accessKey.id}:${await ossV1Signature(accessKey.secret, ossV1StringToSign(request, date))}`
}

/**
 * A URL that is good for one method until `expires` (UNIX seconds). The request must carry `request.headers` exactly; a
 * Content-Type that is not among them must not be sent.
 * @param objectUrl the object's own URL, fully percent-encoded, without a query
 */
export async function presignOssV1Url(
  objectUrl: string,
  request: SignableRequest,
  accessKey: AccessKey,
  expires: number,
): Promise<string> {
  const query = withToken(request.query, accessKey)
  const stringToSign = ossV1StringToSign({ ...request, query }, String(expires))
  const parameters: SignableRequest['query'] = [
    ...query,
    ['Expires', String(expires)],
    ['OSSAccessKeyId', accessKey.id],
    ['Signature', await ossV1Signature(accessKey.secret, stringToSign)],
  ]
  return `${objectUrl}?${formatQuery(parameters)}`
}

function withToken(query: SignableRequest['query'], { token }: AccessKey): SignableRequest['query'] {
  return token === undefined ? query : [...query, ['security-token', token]]
}
