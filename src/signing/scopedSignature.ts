import { toHex, utf8 } from './encoding.ts'
import { hmacSha256, sha256Hex } from './hmac.ts'

/** What OSS V4 and AWS SigV4 have in common: a key derived from a scope, and a hash of a canonical request. */
export interface SignatureScope {
  /** `yyyymmdd`. */
  date: string
  region: string
  /** `oss`, `oss-cloudbox`, `s3`, `storage`. */
  service: string
}

/** How a family spells the common scheme. */
export interface SignatureFamily {
  algorithm: string
  /** Goes before the secret where the key chain starts. */
  secretPrefix: string
  /** Ends the scope and the key chain. */
  terminator: string
}

export const ossV4Family: SignatureFamily = {
  algorithm: 'OSS4-HMAC-SHA256',
  secretPrefix: 'aliyun_v4',
  terminator: 'aliyun_v4_request',
}

/** AWS SigV4, as S3 and the stores that are compatible with it use it. */
export const s3V4Family: SignatureFamily = {
  algorithm: 'AWS4-HMAC-SHA256',
  secretPrefix: 'AWS4',
  terminator: 'aws4_request',
}

export function formatScope(
  family: Pick<SignatureFamily, 'terminator'>,
  { date, region, service }: SignatureScope,
): string {
  return `${date}/${region}/${service}/${family.terminator}`
}

/** Takes `id/yyyymmdd/region/service/terminator` apart; undefined when it is not one of `family`. */
export function parseCredentialScope(
  family: SignatureFamily,
  credential: string,
): { accessKeyId: string; scope: SignatureScope } | undefined {
  const match = /^(.+)\/(\d{8})\/([^/]+)\/([^/]+)\/([^/]+)$/.exec(credential)
  const [, accessKeyId, date, region, service, terminator] = match ?? []
  if (!accessKeyId || !date || !region || !service || terminator !== family.terminator) return undefined
  return { accessKeyId, scope: { date, region, service } }
}

/** @param dateTime `yyyymmddTHHMMSSZ` */
export async function scopedStringToSign(
  family: Pick<SignatureFamily, 'algorithm' | 'terminator'>,
  scope: SignatureScope,
  dateTime: string,
  canonicalRequest: string,
): Promise<string> {
  return [family.algorithm, dateTime, formatScope(family, scope), await sha256Hex(canonicalRequest)].join('\n')
}

export async function deriveSigningKey(
  family: SignatureFamily,
  secret: string,
  scope: SignatureScope,
): Promise<Uint8Array<ArrayBuffer>> {
  let key = utf8(family.secretPrefix + secret)
  for (const step of [scope.date, scope.region, scope.service, family.terminator]) key = await hmacSha256(key, step)
  return key
}

/** Lower-case hex signature of `text` (a string to sign, or a base64 policy). */
export async function scopedSignature(
  family: SignatureFamily,
  secret: string,
  scope: SignatureScope,
  text: string,
): Promise<string> {
  return toHex(await hmacSha256(await deriveSigningKey(family, secret, scope), text))
}
