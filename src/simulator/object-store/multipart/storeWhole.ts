import { createMD5 } from 'hash-wasm'
import { fromBase64 } from '../../../signing/encoding.ts'
import { ObjectExistsError, type StoredObject } from '../objectStorage.ts'
import type { StoreContext } from '../storeContext.ts'
import { fileAlreadyExists } from '../storeError.ts'
import { joinCrc64 } from './joinCrc64.ts'
import type { StoredPart, UnfinishedUpload, UnfinishedUploads } from './unfinishedUploads.ts'

/** Makes one object of parts. Its ETag is no MD5 of the bytes, and no Content-MD5 is told. @throws StoreError 409 */
export async function storeWhole(
  { headers, storage, switches, now }: StoreContext,
  { bucket, key, meta, uploadId }: UnfinishedUpload,
  uploads: UnfinishedUploads,
  parts: readonly StoredPart[],
): Promise<StoredObject> {
  const isGuarded = headers['x-oss-forbid-overwrite'] === 'true' || headers['if-none-match'] === '*'
  const overwrite = !isGuarded && !switches.forbidsOverwrite
  const facts = {
    size: parts.reduce((sum, { size }) => sum + size, 0),
    etag: await etagOfParts(parts),
    contentMd5: '',
    crc64: joinCrc64(parts),
    lastModified: now,
  }
  const places = parts.map(({ partNumber }) => uploads.placeOf(uploadId, partNumber))
  try {
    return await storage.join({ bucket, key, meta, overwrite }, places, facts)
  } catch (error) {
    throw error instanceof ObjectExistsError ? fileAlreadyExists() : error
  }
}

/** The MD5 of the parts' MD5s, and how many they are. */
async function etagOfParts(parts: readonly StoredPart[]): Promise<string> {
  const md5 = await createMD5()
  for (const { contentMd5 } of parts) md5.update(fromBase64(contentMd5) ?? '')
  return `${md5.digest('hex').toUpperCase()}-${parts.length}`
}
