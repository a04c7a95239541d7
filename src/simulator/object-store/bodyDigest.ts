import { createCRC64, createMD5 } from 'hash-wasm'
import { toBase64, toHex } from '../../signing/encoding.ts'
import type { ObjectFacts } from './objectStorage.ts'

/** Counts and hashes a body while it streams by. */
export interface BodyDigest {
  update(chunk: Uint8Array): void
  /** Bytes so far. */
  readonly size: number
  /** Once, after the last chunk. */
  finish(): Omit<ObjectFacts, 'lastModified'>
}

export async function createBodyDigest(): Promise<BodyDigest> {
  const [md5, crc64] = await Promise.all([createMD5(), createCRC64()])
  let size = 0
  return {
    update(chunk) {
      size += chunk.length
      md5.update(chunk)
      crc64.update(chunk)
    },
    get size() {
      return size
    },
    finish() {
      const digest = md5.digest('binary')
      const crc = BigInt(`0x${crc64.digest('hex')}`)
      return { size, etag: toHex(digest).toUpperCase(), contentMd5: toBase64(digest), crc64: crc.toString() }
    },
  }
}
