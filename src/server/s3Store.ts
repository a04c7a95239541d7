import { objectUrl, type BucketPlace } from '../signing/objectUrl.ts'
import type { S3Call } from '../signing/s3/s3V4.ts'
import { deleteObject, headObject } from './callObject.ts'
import { createS3Multipart } from './s3Multipart.ts'
import { createOwnPresigner, type S3Presigner } from './s3Presigner.ts'
import type { AccessKeySource, SignedUpload, SigningStore, StoreOptions, UploadToSign } from './signingStore.ts'

export interface S3StoreOptions extends StoreOptions, BucketPlace {
  /** `auto` for R2. */
  region: string
  /** What the kit signs with; left out where a `presigner` signs. */
  accessKey?: AccessKeySource | undefined
  /** Signs in the kit's place: `createAwsPresigner(client)` of `attachkit/server/aws`. @default the kit, with `accessKey` */
  presigner?: S3Presigner | undefined
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
  const { bucket, bindsSize = true, now = Date.now, fetch } = options
  const presigner = choosePresigner(options)

  const presign = (key: string, call: S3Call, expiresSeconds: number) =>
    presigner.presignUrl(objectUrl(options, key), call, { signedAt: now(), expiresSeconds })

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
    const post = { bucket, fields: own, sizeRange: [size, size] } as const
    const fields = await presigner.signPost(post, { signedAt: now(), expiresSeconds: lifeSeconds })
    return { method: 'POST', url: objectUrl(options, ''), fields: Object.entries(fields) }
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

function choosePresigner({ accessKey, presigner, region }: S3StoreOptions): S3Presigner {
  if (presigner) return presigner
  if (accessKey) return createOwnPresigner(accessKey, region)
  throw new TypeError('createS3Store: nothing to sign with. Give an accessKey, or a presigner.')
}
