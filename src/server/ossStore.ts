import { objectUrl, type BucketPlace } from '../signing/objectUrl.ts'
import { signOssV1Post, signOssV4Post } from '../signing/oss/ossPostPolicy.ts'
import { presignOssV1Url } from '../signing/oss/ossV1.ts'
import { presignOssV4Url } from '../signing/oss/ossV4.ts'
import { deleteObject, headObject } from './callObject.ts'
import { createS3Multipart } from './s3Multipart.ts'
import {
  currentKey,
  type AccessKeySource,
  type SignedUpload,
  type SigningStore,
  type StoreOptions,
  type UploadToSign,
} from './signingStore.ts'

export interface OssStoreOptions extends StoreOptions, BucketPlace {
  /** e.g. `cn-hangzhou`. */
  region: string
  accessKey: AccessKeySource
  /** V1 is being withdrawn for new customers. @default 'v4' */
  signature?: 'v1' | 'v4' | undefined
}

interface OssCall {
  headers?: Record<string, string> | undefined
  query?: [name: string, value: string][]
}

const ownLifeSeconds = 60

/** Alibaba OSS. A PUT's signature cannot bind a size; a form's policy does. */
export function createOssStore(options: OssStoreOptions): SigningStore {
  const { region, bucket, signature = 'v4', now = Date.now, fetch } = options

  async function presign(method: string, key: string, { headers = {}, query = [] }: OssCall, lifeSeconds: number) {
    const [address, request] = [objectUrl(options, key), { method, bucket, key, headers, query }]
    const accessKey = await currentKey(options.accessKey)
    if (signature === 'v1') return presignOssV1Url(address, request, accessKey, Math.floor(now() / 1000) + lifeSeconds)
    return presignOssV4Url(address, request, accessKey, { region, signedAt: now(), expiresSeconds: lifeSeconds })
  }

  async function signPut({ key, type, md5, lifeSeconds }: UploadToSign): Promise<SignedUpload> {
    const headers = { 'Content-Type': type, ...(md5 === undefined ? {} : { 'Content-MD5': md5 }) }
    return { method: 'PUT', url: await presign('PUT', key, { headers }, lifeSeconds), headers }
  }

  async function signForm({ key, size, type, lifeSeconds }: UploadToSign): Promise<SignedUpload> {
    const own = { key, 'Content-Type': type }
    const policy = {
      expiration: new Date(now() + lifeSeconds * 1000).toISOString(),
      conditions: [
        { bucket },
        ['eq', '$key', key],
        ['eq', '$Content-Type', type],
        ['content-length-range', size, size],
      ],
    } as const
    const accessKey = await currentKey(options.accessKey)
    const signed =
      signature === 'v1'
        ? await signOssV1Post(policy, accessKey)
        : await signOssV4Post(policy, accessKey, { region, signedAt: now() })
    return { method: 'POST', url: objectUrl(options, ''), fields: Object.entries({ ...own, ...signed }) }
  }

  return {
    signUpload: options.upload === 'form' ? signForm : signPut,
    signDownload: ({ key, disposition, lifeSeconds }) =>
      presign('GET', key, { query: [['response-content-disposition', disposition]] }, lifeSeconds),
    head: async (key) => headObject(await presign('HEAD', key, {}, ownLifeSeconds), fetch),
    remove: async (key) => void (await deleteObject(await presign('DELETE', key, {}, ownLifeSeconds), fetch)),
    multipart: createS3Multipart({
      presign: (key, { method, ...call }, lifeSeconds) => presign(method, key, call, lifeSeconds),
      bindsSize: false,
      minPartSize: 100 * 1024,
      fetch,
    }),
  }
}
