import type { ByteStream, ChunkStep } from '../bodyStream.ts'
import { withSteps } from '../bodyStream.ts'
import { createBodyDigest, type BodyDigest } from './bodyDigest.ts'
import {
  ObjectExistsError,
  type ObjectFacts,
  type ObjectStorage,
  type PutTarget,
  type StoredObject,
} from './objectStorage.ts'
import type { SizeRange } from './policyCheck.ts'
import { entityTooLarge, entityTooSmall, fileAlreadyExists, StoreError } from './storeError.ts'

/** What the body must turn out to be, where the request says so. */
export interface Expectations {
  /** Content-Length. */
  sizeBytes?: number | undefined
  /** Base64, of Content-MD5. */
  contentMd5?: string | undefined
  /** Decimal, of x-oss-hash-crc64ecma. */
  crc64?: string | undefined
  /** Of a policy. */
  sizes?: SizeRange | undefined
}

/** OSS takes no more in one request. */
const maxObjectBytes = 5 * 1024 ** 3

/**
 * Streams a body into the storage, hashing it on the way. Whatever is wrong with it is found before the object can be seen.
 * @throws StoreError
 */
export async function storeObject(
  storage: ObjectStorage,
  target: PutTarget,
  body: ByteStream | null,
  expected: Expectations,
  now: number,
): Promise<StoredObject> {
  requireKey(target.key)
  if ((expected.sizeBytes ?? 0) > maxObjectBytes) throw entityTooLarge(maxObjectBytes)
  if (!target.overwrite && (await storage.head(target.bucket, target.key))) throw fileAlreadyExists()
  const digest = await createBodyDigest()
  const hashed = withSteps(body ?? emptyStream(), [digestStep(digest, expected.sizes?.maxBytes ?? maxObjectBytes)])
  try {
    return await storage.put(target, hashed, () => seal(digest, expected, now))
  } catch (error) {
    throw error instanceof ObjectExistsError ? fileAlreadyExists() : error
  }
}

/** @throws StoreError 400 InvalidObjectName */
export function requireKey(key: string): void {
  const bytes = new TextEncoder().encode(key).length
  if (bytes >= 1 && bytes <= 1023 && !/^[/\\]/.test(key)) return
  throw new StoreError(400, 'InvalidObjectName', 'The specified object is not valid.', { extras: { ObjectName: key } })
}

function digestStep(digest: BodyDigest, maxBytes: number): ChunkStep {
  return {
    async onChunk(chunk) {
      digest.update(chunk)
      if (digest.size > maxBytes) throw entityTooLarge(maxBytes)
      return chunk
    },
    onEnd: async () => {},
  }
}

function seal(digest: BodyDigest, expected: Expectations, now: number): ObjectFacts {
  const facts = { ...digest.finish(), lastModified: now }
  const { sizeBytes, contentMd5, crc64, sizes } = expected
  if (sizeBytes !== undefined && sizeBytes !== facts.size) {
    const message = 'You did not provide the number of bytes specified by the Content-Length HTTP header.'
    throw new StoreError(400, 'IncompleteBody', message)
  }
  if (sizes && facts.size < sizes.minBytes) throw entityTooSmall(facts.size, sizes.minBytes)
  if (contentMd5 !== undefined && contentMd5 !== facts.contentMd5) {
    throw new StoreError(400, 'InvalidDigest', 'The Content-MD5 you specified was invalid.')
  }
  if (crc64 !== undefined && crc64 !== facts.crc64) {
    const message = 'The x-oss-hash-crc64ecma you specified does not match what we calculated.'
    throw new StoreError(400, 'InvalidCRC64', message)
  }
  return facts
}

function emptyStream(): ByteStream {
  return new ReadableStream({ start: (controller) => controller.close() })
}
