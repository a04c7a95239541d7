import type { StoredObject } from './objectStorage.ts'

/** The headers that tell what is stored; the same after an upload and for GET and HEAD. */
export function objectHeaders(object: StoredObject): Record<string, string> {
  return {
    etag: `"${object.etag}"`,
    // Unknown of an object that was uploaded in parts.
    ...(object.contentMd5 === '' ? {} : { 'content-md5': object.contentMd5 }),
    'x-oss-hash-crc64ecma': object.crc64,
  }
}
