import { createMD5 } from 'hash-wasm'
import { fromBase64 } from '../../../signing/encoding.ts'
import { withSteps } from '../../bodyStream.ts'
import { createBodyDigest } from '../bodyDigest.ts'
import { ObjectExistsError, type StoredObject } from '../objectStorage.ts'
import type { StoreContext } from '../storeContext.ts'
import { fileAlreadyExists } from '../storeError.ts'
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
  const [digest, etag] = [await createBodyDigest(), await etagOfParts(parts)]
  const onChunk = async (chunk: Uint8Array<ArrayBuffer>) => {
    digest.update(chunk)
    return chunk
  }
  const body = withSteps(uploads.read(uploadId, parts), [{ onChunk, onEnd: async () => {} }])
  const seal = () => ({ ...digest.finish(), etag, contentMd5: '', lastModified: now })
  try {
    return await storage.put({ bucket, key, meta, overwrite }, body, seal)
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
