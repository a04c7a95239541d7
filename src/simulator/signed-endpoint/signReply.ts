import { signOssV1Post, signOssV4Post } from '../../signing/oss/ossPostPolicy.ts'
import { presignOssV1Url } from '../../signing/oss/ossV1.ts'
import { presignOssV4Url } from '../../signing/oss/ossV4.ts'
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
  return quirks().signature === 'v4'
    ? presignOssV4Url(address, request, accessKey, { region, signedAt: now(), expiresSeconds: seconds })
    : presignOssV1Url(address, request, accessKey, Math.floor(now() / 1000) + seconds)
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
  const signed =
    signature === 'v4'
      ? await signOssV4Post(policy, accessKey, { region, signedAt: now() })
      : await signOssV1Post(policy, accessKey)
  const url = objectUrl(storeUrl, uploadBucket, '')
  const fields = { key, ...signed }
  return bareForm ? { url, fields } : { method: 'POST', url, fields, key, expiresAt: endsAt.toISOString() }
}
