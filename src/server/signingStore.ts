import type { AccessKey } from '../signing/accessKey.ts'
import type { MultipartStore } from './multipartStore.ts'

/** An upload that a store is to permit. The key is the server's own choice. */
export interface UploadToSign {
  key: string
  /** Bytes; bound into the signature where the scheme can. */
  size: number
  /** Content-Type; bound into the signature where the scheme can. */
  type: string
  /** Base64, as `Content-MD5`: the store refuses other bytes. */
  md5?: string | undefined
  lifeSeconds: number
}

/** What the page sends: a PUT of the bytes with exactly these headers, or a POST of these fields in their order. */
export type SignedUpload =
  | { method: 'PUT'; url: string; headers: Record<string, string> }
  | { method: 'POST'; url: string; fields: [name: string, value: string][] }

export interface DownloadToSign {
  key: string
  /** The Content-Disposition that the store answers with. */
  disposition: string
  lifeSeconds: number
}

export interface StoredFacts {
  /** Bytes. */
  size: number
}

/** Signs for one bucket, and asks it what is there. */
export interface SigningStore {
  signUpload(upload: UploadToSign): Promise<SignedUpload>
  /** A URL that needs no headers. */
  signDownload(download: DownloadToSign): Promise<string>
  /** Undefined when there is no such object. Rejects with `StoreUnavailable`. */
  head(key: string): Promise<StoredFacts | undefined>
  /** No matter whether there was one. Rejects with `StoreUnavailable`. */
  remove(key: string): Promise<void>
  /** How it takes objects in parts; absent where it does not. */
  readonly multipart?: MultipartStore | undefined
}

/** The store gave no usable answer to the server's own call. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable'
}

/** Keys to sign with; a function is asked before every signature, so that temporary ones can be renewed. */
export type AccessKeySource = AccessKey | (() => AccessKey | Promise<AccessKey>)

export async function currentKey(source: AccessKeySource): Promise<AccessKey> {
  return typeof source === 'function' ? source() : source
}

/** What the stores have in common. */
export interface StoreOptions {
  /** How uploads are signed: one PUT under a URL, or a form under a policy, which alone can bind a range of sizes. @default 'put' */
  upload?: 'put' | 'form' | undefined
  /** Reaches the store for the server's own calls. @default the platform's */
  fetch?: typeof globalThis.fetch | undefined
  /** Milliseconds since the epoch. @default Date.now */
  now?: (() => number) | undefined
}
