import { signS3Post } from '../signing/s3/s3PostPolicy.ts'
import { presignS3Url, type S3Call } from '../signing/s3/s3V4.ts'
import { currentKey, type AccessKeySource } from './signingStore.ts'

/** When a signature begins, and for how long it is good. */
export interface SigningTime {
  /** Milliseconds since the epoch. */
  signedAt: number
  expiresSeconds: number
}

/** A form that a store is to take. */
export interface PostToSign {
  bucket: string
  /** In their order, the key among them; each must be sent as it is. */
  fields: Readonly<Record<string, string>>
  /** Least and most bytes of the file. */
  sizeRange: readonly [minBytes: number, maxBytes: number]
}

/** Signs for an S3 store: the kit itself, or the AWS SDK's presigners (`createAwsPresigner` of `attachkit/server/aws`). */
export interface S3Presigner {
  /** The URL of the object, with a signature over the call and all of its headers. */
  presignUrl(url: string, call: S3Call, time: SigningTime): Promise<string>
  /** The form's fields and those that sign it. */
  signPost(post: PostToSign, time: SigningTime): Promise<Record<string, string>>
}

/** Signature V4 on Web Crypto, with a key that is asked for before every signature. */
export function createOwnPresigner(accessKey: AccessKeySource, region: string): S3Presigner {
  return {
    presignUrl: async (url, call, time) => presignS3Url(url, call, await currentKey(accessKey), { region, ...time }),
    signPost: async ({ bucket, fields, sizeRange }, { signedAt, expiresSeconds }) => {
      const policy = {
        expiration: new Date(signedAt + expiresSeconds * 1000).toISOString(),
        conditions: [
          { bucket },
          ['content-length-range', ...sizeRange] as const,
          ...Object.entries(fields).map(([name, value]) => ({ [name]: value })),
        ],
      }
      return { ...fields, ...(await signS3Post(policy, await currentKey(accessKey), { region, signedAt })) }
    },
  }
}
