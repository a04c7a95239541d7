import type { AccessKey } from '../accessKey.ts'
import { canonicalQuery } from '../canonicalQuery.ts'
import { formatBasicDateTime } from '../dateTime.ts'
import { formatQuery, percentEncodePath } from '../encoding.ts'
import { formatScope, s3V4Family, scopedSignature, scopedStringToSign } from '../scopedSignature.ts'
import { byCodeUnit, normaliseHeaders, type SignableRequest } from '../signableRequest.ts'

/** The parts of a request that S3 signs. The path holds the bucket or not, as the request's own does: S3 signs what is sent. */
export interface S3Request extends Pick<SignableRequest, 'method' | 'query' | 'headers'> {
  /** Decoded, with its leading slash. */
  path: string
}

/** What a signature is made with, besides the request. */
export interface S3Options {
  /** `auto` for R2. */
  region: string
  /** When it is signed, in milliseconds since the epoch. */
  signedAt: number
}

/** A request for which the host and the path are read off the object's URL. */
export interface S3Call {
  method: string
  /** All of them are signed, so all of them must be sent. @default {} */
  headers?: Readonly<Record<string, string>> | undefined
  /** Decoded. @default [] */
  query?: SignableRequest['query'] | undefined
}

export const unsignedPayload = 'UNSIGNED-PAYLOAD'

/**
 * Source: "Signature Calculations for the Authorization Header" and "Authenticating Requests: Using Query Parameters" of the
 * S3 API reference. The path is encoded once, unlike in other services of AWS.
 * @param signedHeaders lower case, sorted, with `host`
 * @param payload hex SHA-256 of the body, or `UNSIGNED-PAYLOAD`
 */
export function s3CanonicalRequest(
  { method, path, query, headers }: S3Request,
  signedHeaders: readonly string[],
  payload: string,
): string {
  const values = normaliseHeaders(headers)
  const lines = signedHeaders.map((name) => `${name}:${(values[name] ?? '').replace(/ +/g, ' ')}\n`)
  const signed = query.filter(([name]) => name !== 'X-Amz-Signature')
  return [
    method,
    percentEncodePath(path),
    canonicalQuery(signed),
    lines.join(''),
    signedHeaders.join(';'),
    payload,
  ].join('\n')
}

/**
 * A URL that is good for one method for `expiresSeconds` (1 to 604800). The request must carry `call.headers` exactly; what is
 * not among them may be sent freely, `x-amz-` headers apart.
 * @param objectUrl the object's own URL, fully percent-encoded, without a query
 */
export async function presignS3Url(
  objectUrl: string,
  call: S3Call,
  accessKey: AccessKey,
  options: S3Options & { expiresSeconds: number },
): Promise<string> {
  const request = readCall(objectUrl, call)
  const signedHeaders = signedHeaderNames(objectUrl, call)
  const query: Array<readonly [string, string]> = [
    ...request.query,
    ['X-Amz-Algorithm', s3V4Family.algorithm],
    ['X-Amz-Credential', s3Credential(accessKey, options)],
    ['X-Amz-Date', formatBasicDateTime(options.signedAt)],
    ['X-Amz-Expires', String(options.expiresSeconds)],
    ...(accessKey.token === undefined ? [] : [['X-Amz-Security-Token', accessKey.token] as const]),
    ['X-Amz-SignedHeaders', signedHeaders.join(';')],
  ]
  const canonical = s3CanonicalRequest({ ...request, query }, signedHeaders, unsignedPayload)
  const signature = await s3Signature(canonical, accessKey, options)
  return `${objectUrl}?${formatQuery([...query, ['X-Amz-Signature', signature]])}`
}

/**
 * The headers to send: those of the call, `x-amz-date`, `x-amz-content-sha256`, the token's and `Authorization`.
 * @param payload hex SHA-256 of the body
 */
export async function signS3Headers(
  objectUrl: string,
  call: S3Call,
  accessKey: AccessKey,
  options: S3Options & { payload?: string | undefined },
): Promise<Record<string, string>> {
  const { payload = unsignedPayload } = options
  const added = {
    ...call.headers,
    'x-amz-content-sha256': payload,
    'x-amz-date': formatBasicDateTime(options.signedAt),
    ...(accessKey.token === undefined ? {} : { 'x-amz-security-token': accessKey.token }),
  }
  const sent = { ...call, headers: added }
  const signedHeaders = signedHeaderNames(objectUrl, sent)
  const request = s3CanonicalRequest(readCall(objectUrl, sent), signedHeaders, payload)
  const signature = await s3Signature(request, accessKey, options)
  const parts = [
    `Credential=${s3Credential(accessKey, options)}`,
    `SignedHeaders=${signedHeaders.join(';')}`,
    `Signature=${signature}`,
  ]
  return { ...added, Authorization: `${s3V4Family.algorithm} ${parts.join(',')}` }
}

/** `id/yyyymmdd/region/s3/aws4_request`. */
export function s3Credential(accessKey: AccessKey, options: S3Options): string {
  return `${accessKey.id}/${formatScope(s3V4Family, scopeOf(options))}`
}

/** The request that a call to that URL is. */
export function readCall(objectUrl: string, { method, headers = {}, query = [] }: S3Call): S3Request {
  const { host, pathname } = new URL(objectUrl)
  return { method, path: decodeURIComponent(pathname), query, headers: { ...headers, host } }
}

/** All headers of a call and its host: lower case, sorted. */
export function signedHeaderNames(objectUrl: string, call: S3Call): string[] {
  return Object.keys(normaliseHeaders(readCall(objectUrl, call).headers)).sort(byCodeUnit)
}

async function s3Signature(canonical: string, { secret }: AccessKey, options: S3Options): Promise<string> {
  const scope = scopeOf(options)
  const stringToSign = await scopedStringToSign(s3V4Family, scope, formatBasicDateTime(options.signedAt), canonical)
  return scopedSignature(s3V4Family, secret, scope, stringToSign)
}

function scopeOf({ region, signedAt }: S3Options) {
  return { date: formatBasicDateTime(signedAt).slice(0, 8), region, service: 's3' }
}
