import type { AccessKey } from './accessKey.ts'
import { signatureEquals } from './signatureEquals.ts'

/** Why a signature was not taken. Stores turn it into their own status, code and words. */
export type RefusalReason =
  | 'unsigned'
  | 'parameters-missing'
  | 'signed-twice'
  | 'malformed'
  | 'date-malformed'
  | 'expires-malformed'
  | 'expires-too-long'
  | 'expired'
  | 'time-skewed'
  /** S3: a URL whose date is ahead. */
  | 'not-yet-valid'
  | 'region-mismatch'
  | 'unknown-access-key'
  | 'token-wrong'
  | 'token-expired'
  /** S3: `x-amz-` headers were sent that the signature does not cover. */
  | 'headers-not-signed'
  | 'signature-mismatch'

export interface SignatureRefusal {
  reason: RefusalReason
  /** What was at fault, where one parameter is. */
  argument?: { name: string; value: string } | undefined
  /** With `signature-mismatch`: what both sides can compare. */
  accessKeyId?: string | undefined
  signatureProvided?: string | undefined
  stringToSign?: string | undefined
  /** V4 only. */
  canonicalRequest?: string | undefined
  /** With `headers-not-signed`: lower-case names. */
  headersNotSigned?: readonly string[] | undefined
  /** With `expired`, in milliseconds since the epoch. */
  expiresAt?: number | undefined
  /** With `time-skewed`: the request's own time, in milliseconds since the epoch. */
  requestTime?: number | undefined
}

export type SignatureVerdict = { ok: true; accessKeyId: string } | { ok: false; refusal: SignatureRefusal }

/** What a verifier has to know. */
export interface Verifier {
  findKey: (accessKeyId: string) => AccessKey | undefined
  /** Milliseconds since the epoch. */
  now: number
  /** The store's region; a V4 signature for another one is refused. */
  region: string
}

/** How far the date of a header signature may be off. */
export const maxSkewMs = 15 * 60_000

export function refuse(reason: RefusalReason, details: Omit<SignatureRefusal, 'reason'> = {}): SignatureVerdict {
  return { ok: false, refusal: { reason, ...details } }
}

/** A signature as it was sent, with all that is needed to make it again. */
export interface Claim {
  accessKeyId: string
  signature: string
  /** The temporary token that came along. */
  token: string | undefined
  stringToSign: string
  canonicalRequest?: string | undefined
}

/** The last step of every scheme: is the key known, its token right, the signature equal? */
export async function judgeClaim(
  claim: Claim,
  { findKey, now }: Pick<Verifier, 'findKey' | 'now'>,
  sign: (secret: string) => Promise<string>,
): Promise<SignatureVerdict> {
  const { accessKeyId, signature, token, stringToSign, canonicalRequest } = claim
  const key = findKey(accessKeyId)
  if (!key) return refuse('unknown-access-key', { accessKeyId })
  if (key.token !== token) return refuse('token-wrong', { accessKeyId })
  if (key.expiresAt !== undefined && key.expiresAt <= now) return refuse('token-expired', { accessKeyId })
  if (signatureEquals(await sign(key.secret), signature)) return { ok: true, accessKeyId }
  return refuse('signature-mismatch', { accessKeyId, signatureProvided: signature, stringToSign, canonicalRequest })
}
