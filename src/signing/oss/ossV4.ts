import type { AccessKey } from '../accessKey.ts'
import { formatBasicDateTime } from '../dateTime.ts'
import { formatQuery, percentEncode, percentEncodePath } from '../encoding.ts'
import {
  formatScope,
  ossV4Family,
  scopedSignature,
  scopedStringToSign,
  type SignatureScope,
} from '../scopedSignature.ts'
import { byCodeUnit, normaliseHeaders, type SignableRequest } from '../signableRequest.ts'

/** What a V4 signature is made with, besides the request. */
export interface OssV4Options {
  region: string
  /** When it is signed, in milliseconds since the epoch. */
  signedAt: number
  /** Header names to sign besides `x-oss-*`, `content-type` and `content-md5`, e.g. `['host']`. @default [] */
  additionalHeaders?: readonly string[] | undefined
  /** @default 'oss' */
  product?: string | undefined
}

/** Source: Alibaba OSS, "V4 signatures in presigned URLs" and "(Recommended) Include V4 signatures in a header". */
export function ossV4CanonicalRequest(request: SignableRequest, additionalHeaders: readonly string[] = []): string {
  const headers = normaliseHeaders(request.headers)
  const additional = additionalHeaders.map((name) => name.toLowerCase()).toSorted(byCodeUnit)
  return [
    request.method,
    `/${request.bucket}/${percentEncodePath(request.key)}`,
    canonicalQuery(request.query),
    canonicalHeaders(headers, additional),
    additional.join(';'),
    headers['x-oss-content-sha256'] ?? 'UNSIGNED-PAYLOAD',
  ].join('\n')
}

function canonicalQuery(query: SignableRequest['query']): string {
  return query
    .filter(([name]) => name !== 'x-oss-signature')
    .map(([name, value]) => [percentEncode(name), percentEncode(value)] as const)
    .toSorted(([a], [b]) => byCodeUnit(a, b))
    .map(([name, value]) => (value === '' ? name : `${name}=${value}`))
    .join('&')
}

function canonicalHeaders(headers: Record<string, string>, additional: readonly string[]): string {
  const isSigned = (name: string) =>
    name.startsWith('x-oss-') || name === 'content-type' || name === 'content-md5' || additional.includes(name)
  return Object.keys(headers)
    .filter(isSigned)
    .sort(byCodeUnit)
    .map((name) => `${name}:${headers[name]}\n`)
    .join('')
}

/** The headers to send: those of the request, `x-oss-date`, `x-oss-content-sha256`, the token's and `Authorization`. */
export async function signOssV4Headers(
  request: SignableRequest,
  accessKey: AccessKey,
  options: OssV4Options,
): Promise<Record<string, string>> {
  const headers: Record<string, string> = {
    ...request.headers,
    'x-oss-content-sha256': 'UNSIGNED-PAYLOAD',
    'x-oss-date': formatBasicDateTime(options.signedAt),
    ...(accessKey.token === undefined ? {} : { 'x-oss-security-token': accessKey.token }),
  }
  const scope = scopeOf(options)
  const additional = (options.additionalHeaders ?? []).map((name) => name.toLowerCase()).toSorted(byCodeUnit)
  const signature = await ossV4Signature({ ...request, headers }, accessKey, options, additional)
  const parts = [
    `Credential=${accessKey.id}/${formatScope(ossV4Family, scope)}`,
    ...(additional.length > 0 ? [`AdditionalHeaders=${additional.join(';')}`] : []),
    `Signature=${signature}`,
  ]
  return { ...headers, Authorization: `${ossV4Family.algorithm} ${parts.join(',')}` }
}

/**
 * A URL that is good for one method for `expiresSeconds` (1 to 604800). A Content-Type is signed when `request.headers` has one,
 * and must not be sent when it has none.
 * @param objectUrl the object's own URL, fully percent-encoded, without a query
 */
export async function presignOssV4Url(
  objectUrl: string,
  request: SignableRequest,
  accessKey: AccessKey,
  options: OssV4Options & { expiresSeconds: number },
): Promise<string> {
  const additional = (options.additionalHeaders ?? []).map((name) => name.toLowerCase()).toSorted(byCodeUnit)
  const query: Array<readonly [string, string]> = [
    ...request.query,
    ...(accessKey.token === undefined ? [] : [['x-oss-security-token', accessKey.token] as const]),
    ['x-oss-signature-version', ossV4Family.algorithm],
    ['x-oss-date', formatBasicDateTime(options.signedAt)],
    ['x-oss-expires', String(options.expiresSeconds)],
    ['x-oss-credential', `${accessKey.id}/${formatScope(ossV4Family, scopeOf(options))}`],
    ...(additional.length > 0 ? [['x-oss-additional-headers', additional.join(';')] as const] : []),
  ]
  const signature = await ossV4Signature({ ...request, query }, accessKey, options, additional)
  return `${objectUrl}?${formatQuery([...query, ['x-oss-signature', signature]])}`
}

async function ossV4Signature(
  request: SignableRequest,
  accessKey: AccessKey,
  options: OssV4Options,
  additional: readonly string[],
): Promise<string> {
  const scope = scopeOf(options)
  const canonical = ossV4CanonicalRequest(request, additional)
  const dateTime = formatBasicDateTime(options.signedAt)
  const stringToSign = await scopedStringToSign(ossV4Family, scope, dateTime, canonical)
  return scopedSignature(ossV4Family, accessKey.secret, scope, stringToSign)
}

function scopeOf({ region, signedAt, product }: OssV4Options): SignatureScope {
  return { date: formatBasicDateTime(signedAt).slice(0, 8), region, service: product ?? 'oss' }
}
