/** What is stored with the bytes. Lower-case header names; served back with every GET and HEAD. */
export interface ObjectMeta {
  /** `content-type`, `content-disposition`, `cache-control`, `content-encoding`, `expires`, `x-oss-meta-*`, ... */
  headers: Readonly<Record<string, string>>
}

/** What is known of the bytes once the last one has passed. */
export interface ObjectFacts {
  /** Bytes. */
  size: number
  /** Upper-case hex MD5, no quotes; of an object in parts, another digest and the number of parts. */
  etag: string
  /** Base64 MD5, as `Content-MD5` spells it; empty for an object in parts. */
  contentMd5: string
  /** CRC-64/XZ (ECMA-182 reflected) as an unsigned decimal, as `x-oss-hash-crc64ecma` spells it. */
  crc64: string
  /** Milliseconds since the epoch. */
  lastModified: number
}

/** A stored object without its bytes. Plain data: a storage may keep it as JSON. */
export interface StoredObject extends ObjectFacts {
  bucket: string
  /** Decoded, any characters, no leading slash. Never a path on a disk. */
  key: string
  meta: ObjectMeta
}

export interface PutTarget {
  bucket: string
  key: string
  meta: ObjectMeta
  /** `false`: reject with `ObjectExistsError` when the key is taken, also when it was taken while the body came in. */
  overwrite: boolean
}

/** Where an object is. */
export type ObjectPlace = Pick<StoredObject, 'bucket' | 'key'>

/** First and last byte, both inclusive and inside the object. */
export interface ByteRange {
  start: number
  end: number
}

export interface OpenedObject {
  object: StoredObject
  /** The bytes, or those of the range; cancelling it lets go of whatever is open. */
  body: ReadableStream<Uint8Array<ArrayBuffer>>
}

/**
 * Where an object store keeps its objects. Bodies stream both ways and an object is seen whole or not at all: until `put`
 * resolves, `get`, `head` and `list` answer as before.
 */
export interface ObjectStorage {
  /**
   * Reads `body` to its end, calls `seal` once, then makes the object visible. When `body` errors or `seal` throws, nothing is
   * kept and `put` rejects with that very error.
   */
  put(target: PutTarget, body: ReadableStream<Uint8Array>, seal: () => ObjectFacts): Promise<StoredObject>
  /**
   * Makes one object of the bytes of others, in that order, without reading them: gigabytes take no longer than kilobytes. The
   * others stay. Rejects with `ObjectExistsError` as `put` does, and with an `Error` when one of them is not there.
   */
  join(target: PutTarget, sources: readonly ObjectPlace[], facts: ObjectFacts): Promise<StoredObject>
  /** Resolves with undefined for an unknown key. */
  get(bucket: string, key: string, range?: ByteRange): Promise<OpenedObject | undefined>
  head(bucket: string, key: string): Promise<StoredObject | undefined>
  /** Resolves with whether there was one. */
  delete(bucket: string, key: string): Promise<boolean>
  /** Every object of the bucket whose key starts with `prefix`, ordered by key. */
  list(bucket: string, prefix?: string): Promise<StoredObject[]>
}

/** An object that others are to be joined to is not there. */
export function sourceMissing(): Error {
  return new Error('An object that was to become a part of another one is not there.')
}

/** The key is taken and the target forbids overwriting. */
export class ObjectExistsError extends Error {
  override readonly name = 'ObjectExistsError'

  constructor() {
    super('An object with this key exists already and must not be overwritten.')
  }
}
