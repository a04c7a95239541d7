import { signOssV1Post, signOssV4Post } from '../../signing/oss/ossPostPolicy.ts'
import { presignOssV1Url } from '../../signing/oss/ossV1.ts'
import { presignOssV4Url } from '../../signing/oss/ossV4.ts'
import { signS3Post } from '../../signing/s3/s3PostPolicy.ts'
import { presignS3Url } from '../../signing/s3/s3V4.ts'
import { objectUrl } from '../object-store/address.ts'
import type { VendorContext } from '../vendorContext.ts'
import type { SignedEndpointQuirks } from './quirks.ts'

export const uploadBucket = 'uploads'

type Context = VendorContext<SignedEndpointQuirks>

/** Signs one object for a method, with whatever headers and query go under the signature. */
export async function signObjectUrl(
  { accessKey, credentialLifeMs, now, quirks, region, storeUrl }: Context,
  method: 'PUT' | 'GET',
  key: string,
  signed: { headers?: Record<string, string>; query?: [string, string][] } = {},
): Promise<string> {
  const address = objectUrl(storeUrl, uploadBucket, key)
  const { headers = {}, query = [] } = signed
  const request = { method, bucket: uploadBucket, key, query, headers }
  const seconds = Math.max(1, Math.ceil(credentialLifeMs(600_000) / 1000))
  const options = { region, signedAt: now(), expiresSeconds: seconds }
  switch (quirks().signature) {
    case 'v1':
      return presignOssV1Url(address, request, accessKey, Math.floor(now() / 1000) + seconds)
    case 'v4':
      return presignOssV4Url(address, request, accessKey, options)
    case 's3':
      return presignS3Url(address, request, accessKey, options)
  }
}

/** A reply for one PUT. */
export async function signPutReply(context: Context, key: string, contentType: string): Promise<object> {
  const headers: Record<string, string> = context.quirks().signsContentType ? { 'Content-Type': contentType } : {}
  const url = await signObjectUrl(context, 'PUT', key, { headers })
  return { method: 'PUT', url, headers, key, expiresIn: context.credentialLifeMs(600_000) / 1000 }
}

/** A reply for one form. */
export async function signFormReply(context: Context, key: string): Promise<object> {
  const { accessKey, credentialLifeMs, now, quirks, region, storeUrl } = context
  const { bareForm, maxBytes, signature } = quirks()
  const endsAt = new Date(now() + credentialLifeMs(600_000))
  const policy = {
    expiration: endsAt.toISOString(),
    conditions: [{ bucket: uploadBucket }, ['eq', '$key', key], ['content-length-range', 0, maxBytes]],
  } as const
  const options = { region, signedAt: now() }
  const sign = { v1: signOssV1Post, v4: signOssV4Post, s3: signS3Post }[signature]
  const signed = await sign(policy, accessKey, options)
  const url = objectUrl(storeUrl, uploadBucket, '')
  const fields = { key, ...signed }
  return bareForm ? { url, fields } : { method: 'POST', url, fields, key, expiresAt: endsAt.toISOString() }
}
