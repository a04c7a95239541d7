import type { HeaderSignatureInfo } from '../../adapters/dingtalk-storage/wire.ts'
import { presignOssV1Url, signOssV1Header } from '../../signing/oss/ossV1.ts'
import { objectUrl } from '../object-store/address.ts'
import type { VendorContext } from '../vendorContext.ts'
import type { DingtalkStorageQuirks } from './quirks.ts'

export const dingtalkBucket = 'dingtalk-space'

/** OSS takes a header signature for so long from the date it names. */
const signatureLifeMs = 900_000

/** Signs one method on one object, in the vendor's shape. */
export async function signResource(
  context: VendorContext<DingtalkStorageQuirks>,
  method: 'PUT' | 'GET',
  key: string,
): Promise<HeaderSignatureInfo> {
  const { accessKey, credentialLifeMs, now, storeUrl } = context
  const { emptyContentType, resourceObjects, signature } = context.quirks()
  const lifeMs = Math.min(signatureLifeMs, credentialLifeMs(signatureLifeMs))
  const address = objectUrl(storeUrl, dingtalkBucket, key)
  const request = { method, bucket: dingtalkBucket, key, query: [] }
  const isInUrl = signature === 'url'
  // The signature itself has no end but its date's age: it is dated back so that it ends when it is said to.
  const date = new Date(now() - signatureLifeMs + lifeMs).toUTCString()
  const dated = { 'x-oss-date': date }
  const signedHeaders = isInUrl
    ? {}
    : { Authorization: await signOssV1Header({ ...request, headers: dated }, accessKey, date), ...dated }
  const headers = { ...signedHeaders, ...(emptyContentType && method === 'PUT' ? { 'Content-Type': '' } : {}) }
  const expires = Math.floor((now() + lifeMs) / 1000)
  const url = isInUrl ? await presignOssV1Url(address, { ...request, headers: {} }, accessKey, expires) : address
  return {
    resourceUrls: resourceObjects ? [{ url, headers }] : [url],
    ...(resourceObjects ? {} : { headers }),
    expirationSeconds: Math.max(1, Math.floor(lifeMs / 1000)),
    region: 'ZHANGJIAKOU',
    internalResourceUrls: ['http://dingtalk-space.oss-cn-zhangjiakou-internal.aliyuncs.com/unused'],
  }
}
