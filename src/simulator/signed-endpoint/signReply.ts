import { signOssV1Post, signOssV4Post } from '../../signing/oss/ossPostPolicy.ts'
import { presignOssV1Url } from '../../signing/oss/ossV1.ts'
import { presignOssV4Url } from '../../signing/oss/ossV4.ts'
import { signS3Post } from '../../signing/s3/s3PostPolicy.ts'
import { presignS3Url } from '../../signing/s3/s3V4.ts'
import type { SignedUpload } from '../../server/signingStore.ts'
import { objectUrl } from '../object-store/address.ts'
import type { VendorContext } from '../vendorContext.ts'
import type { SignedEndpointQuirks } from './quirks.ts'

export const uploadBucket = 'uploads'

type Context = VendorContext<SignedEndpointQuirks>

/** One PUT, with or without a Content-Type under the signature. */
export async function signPutReply(context: Context, key: string, contentType: string): Promise<SignedUpload> {
  const { accessKey, credentialLifeMs, now, quirks, region, storeUrl } = context
  const { signature, signsContentType } = quirks()
  const address = objectUrl(storeUrl, uploadBucket, key)
  const headers: Record<string, string> = signsContentType ? { 'Content-Type': contentType } : {}
  const request = { method: 'PUT', bucket: uploadBucket, key, query: [], headers }
  const seconds = Math.max(1, Math.ceil(credentialLifeMs(600_000) / 1000))
  const options = { region, signedAt: now(), expiresSeconds: seconds }
  const sign = {
    v1: () => presignOssV1Url(address, request, accessKey, Math.floor(now() / 1000) + seconds),
    v4: () => presignOssV4Url(address, request, accessKey, options),
    s3: () => presignS3Url(address, request, accessKey, options),
  }[signature]
  return { method: 'PUT', url: await sign(), headers }
}

/** One form whose policy takes any type, and any size up to a limit. */
export async function signFormReply(context: Context, key: string): Promise<SignedUpload> {
  const { accessKey, credentialLifeMs, now, quirks, region, storeUrl } = context
  const { maxBytes, signature } = quirks()
  const endsAt = new Date(now() + credentialLifeMs(600_000))
  const policy = {
    expiration: endsAt.toISOString(),
    conditions: [{ bucket: uploadBucket }, ['eq', '$key', key], ['content-length-range', 0, maxBytes]],
  } as const
  const sign = { v1: signOssV1Post, v4: signOssV4Post, s3: signS3Post }[signature]
  const signed = await sign(policy, accessKey, { region, signedAt: now() })
  return { method: 'POST', url: objectUrl(storeUrl, uploadBucket, ''), fields: Object.entries({ key, ...signed }) }
}
