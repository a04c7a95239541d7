import { objectUrl } from '../signing/objectUrl.ts'
import { presignGcsUrl, signGcsPost } from '../signing/google/gcsV4.ts'
import { createRsaSigner, type GoogleServiceAccount, type RsaSigner } from '../signing/google/serviceAccount.ts'
import type { S3Call } from '../signing/s3/s3V4.ts'
import { deleteObject, headObject } from './callObject.ts'
import { createGcsSession } from './gcsSession.ts'
import { createTextSealer } from './sealText.ts'
import type { SignedUpload, SigningStore, StoreOptions, UploadToSign } from './signingStore.ts'

export interface GcsStoreOptions extends StoreOptions {
  bucket: string
  /** What the JSON file of its key holds. It needs to create, read and delete objects of the bucket. */
  serviceAccount: GoogleServiceAccount
  /**
   * Origin of the page, e.g. `https://desk.example.com`: a session, and so a large file in parts, is bound to it.
   * @default files are not taken in parts
   */
  pageOrigin?: string | undefined
  /** @default 'https://storage.googleapis.com' */
  endpoint?: string | undefined
}

const ownLifeSeconds = 60

/** Google Cloud Storage, under V4 signatures of a service account; both ways of uploading bind size and type. */
export function createGcsStore(options: GcsStoreOptions): SigningStore {
  const { bucket, serviceAccount, pageOrigin, now = Date.now, fetch } = options
  const place = { endpoint: options.endpoint ?? 'https://storage.googleapis.com', bucket, pathStyle: true }
  const email = serviceAccount.client_email
  let signer: Promise<RsaSigner> | undefined
  const sign: RsaSigner = async (text) => (await (signer ??= createRsaSigner(serviceAccount)))(text)

  const presign = (key: string, call: S3Call, expiresSeconds: number) =>
    presignGcsUrl(objectUrl(place, key), call, { email, sign, signedAt: now(), expiresSeconds })

  async function signPut({ key, size, type, md5, lifeSeconds }: UploadToSign): Promise<SignedUpload> {
    const headers = {
      'Content-Type': type,
      'x-goog-content-length-range': `${size},${size}`,
      ...(md5 === undefined ? {} : { 'Content-MD5': md5 }),
    }
    return { method: 'PUT', url: await presign(key, { method: 'PUT', headers }, lifeSeconds), headers }
  }

  async function signForm({ key, size, type, lifeSeconds }: UploadToSign): Promise<SignedUpload> {
    const own = { key, 'Content-Type': type, success_action_status: '201' }
    const conditions = Object.entries(own).map(([name, value]) => ({ [name]: value }))
    const policy = {
      expiration: new Date(now() + lifeSeconds * 1000).toISOString(),
      conditions: [{ bucket }, ['content-length-range', size, size] as const, ...conditions],
    }
    const signature = await signGcsPost(policy, { email, sign, signedAt: now() })
    return { method: 'POST', url: objectUrl(place, ''), fields: Object.entries({ ...own, ...signature }) }
  }

  return {
    signUpload: options.upload === 'form' ? signForm : signPut,
    signDownload: ({ key, disposition, lifeSeconds }) =>
      presign(key, { method: 'GET', query: [['response-content-disposition', disposition]] }, lifeSeconds),
    head: async (key) => headObject(await presign(key, { method: 'HEAD' }, ownLifeSeconds), fetch),
    remove: async (key) => void (await deleteObject(await presign(key, { method: 'DELETE' }, ownLifeSeconds), fetch)),
    ...(pageOrigin === undefined
      ? {}
      : {
          multipart: createGcsSession({
            presign,
            sealer: createTextSealer(serviceAccount.private_key),
            pageOrigin,
            fetch,
          }),
        }),
  }
}
