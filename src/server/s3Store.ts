import { objectUrl, type BucketPlace } from '../signing/objectUrl.ts'
import { signS3Post } from '../signing/s3/s3PostPolicy.ts'
import { presignS3Url, type S3Call } from '../signing/s3/s3V4.ts'
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

export interface S3StoreOptions extends StoreOptions, BucketPlace {
  /** `auto` for R2. */
  region: string
  accessKey: AccessKeySource
  /**
   * Put Content-Length under a PUT's signature, so that no other size fits. Not for a store behind a service worker, which
   * does not see that header. @default true
   */
  bindsSize?: boolean | undefined
}

/** How long the server's own calls are good. */
const ownLifeSeconds = 60

/** S3 and what is compatible with it: Ceph, MinIO, R2 (which takes no forms). */
export function createS3Store(options: S3StoreOptions): SigningStore {
  const { region, bindsSize = true, now = Date.now, fetch } = options

  async function presign(key: string, call: S3Call, expiresSeconds: number): Promise<string> {
    const signing = { region, signedAt: now(), expiresSeconds }
    return presignS3Url(objectUrl(options, key), call, await currentKey(options.accessKey), signing)
  }

  const multipart = createS3Multipart({ presign, bindsSize, minPartSize: 5 * 1024 ** 2, fetch })

  async function signPut({ key, size, type, md5, lifeSeconds }: UploadToSign): Promise<SignedUpload> {
    const headers = { 'Content-Type': type, ...(md5 === undefined ? {} : { 'Content-MD5': md5 }) }
    // A browser sends Content-Length by itself and lets no page set it.
    const signed = bindsSize ? { ...headers, 'Content-Length': String(size) } : headers
    return { method: 'PUT', url: await presign(key, { method: 'PUT', headers: signed }, lifeSeconds), headers }
  }

  /** An MD5 field would be taken and not checked by Ceph, so none is asked for. */
  async function signForm({ key, size, type, lifeSeconds }: UploadToSign): Promise<SignedUpload> {
    const own = { key, 'Content-Type': type, success_action_status: '201' }
    const conditions = Object.entries(own).map(([name, value]) => ({ [name]: value }))
    const policy = {
      expiration: new Date(now() + lifeSeconds * 1000).toISOString(),
      conditions: [{ bucket: options.bucket }, ['content-length-range', size, size] as const, ...conditions],
    }
    const signature = await signS3Post(policy, await currentKey(options.accessKey), { region, signedAt: now() })
    return { method: 'POST', url: objectUrl(options, ''), fields: Object.entries({ ...own, ...signature }) }
  }

  return {
    signUpload: options.upload === 'form' ? signForm : signPut,
    signDownload: ({ key, disposition, lifeSeconds }) =>
      presign(key, { method: 'GET', query: [['response-content-disposition', disposition]] }, lifeSeconds),
    head: async (key) => headObject(await presign(key, { method: 'HEAD' }, ownLifeSeconds), fetch),
    remove: async (key) => void (await deleteObject(await presign(key, { method: 'DELETE' }, ownLifeSeconds), fetch)),
    multipart,
  }
}
