import { formatBasicDateTime } from '../dateTime.ts'
import { formatQuery } from '../encoding.ts'
import { encodePostPolicy, type PostPolicy } from '../postPolicy.ts'
import { readCall, s3CanonicalRequest, signedHeaderNames, unsignedPayload, type S3Call } from '../s3/s3V4.ts'
import { formatScope, scopedStringToSign, type SignatureFamily } from '../scopedSignature.ts'
import type { RsaSigner } from './serviceAccount.ts'

/** Google's spelling of SigV4, with a private key in the place of a secret. */
const family: Pick<SignatureFamily, 'algorithm' | 'terminator'> = {
  algorithm: 'GOOG4-RSA-SHA256',
  terminator: 'goog4_request',
}

/** Who signs, and when. */
export interface GcsSigning {
  /** Of the service account. */
  email: string
  sign: RsaSigner
  /** Milliseconds since the epoch. */
  signedAt: number
}

/**
 * A URL that is good for one method for `expiresSeconds` (1 to 604800). The request must carry `call.headers` exactly.
 * Source: "V4 signing process" of the Cloud Storage documentation.
 * @param objectUrl the object's own URL, fully percent-encoded, without a query
 */
export async function presignGcsUrl(
  objectUrl: string,
  call: S3Call,
  signing: GcsSigning & { expiresSeconds: number },
): Promise<string> {
  const query: Array<readonly [string, string]> = [
    ...(call.query ?? []),
    ['X-Goog-Algorithm', family.algorithm],
    ['X-Goog-Credential', credentialOf(signing)],
    ['X-Goog-Date', formatBasicDateTime(signing.signedAt)],
    ['X-Goog-Expires', String(signing.expiresSeconds)],
    ['X-Goog-SignedHeaders', signedHeaderNames(objectUrl, call).join(';')],
  ]
  const signature = await signing.sign(await gcsStringToSign(objectUrl, { ...call, query }, signing.signedAt))
  return `${objectUrl}?${formatQuery([...query, ['X-Goog-Signature', signature]])}`
}

/** What the signature of a URL is made of. `call.query` holds all parameters but the signature. */
export async function gcsStringToSign(objectUrl: string, call: S3Call, signedAt: number): Promise<string> {
  const canonical = s3CanonicalRequest(readCall(objectUrl, call), signedHeaderNames(objectUrl, call), unsignedPayload)
  return scopedStringToSign(family, scopeOf(signedAt), formatBasicDateTime(signedAt), canonical)
}

/**
 * The form fields that sign `policy`; every other field of the form needs a condition in it.
 * Source: "Policy document" of the Cloud Storage documentation.
 */
export async function signGcsPost(policy: PostPolicy, signing: GcsSigning): Promise<Record<string, string>> {
  const required = {
    'x-goog-algorithm': family.algorithm,
    'x-goog-credential': credentialOf(signing),
    'x-goog-date': formatBasicDateTime(signing.signedAt),
  }
  const conditions = [...policy.conditions, ...Object.entries(required).map(([name, value]) => ({ [name]: value }))]
  const encoded = encodePostPolicy({ ...policy, conditions })
  return { ...required, policy: encoded, 'x-goog-signature': await signing.sign(encoded) }
}

function credentialOf({ email, signedAt }: GcsSigning): string {
  return `${email}/${formatScope(family, scopeOf(signedAt))}`
}

function scopeOf(signedAt: number) {
  return { date: formatBasicDateTime(signedAt).slice(0, 8), region: 'auto', service: 'storage' }
}
