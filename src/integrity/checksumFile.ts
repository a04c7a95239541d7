import type { IHasher } from 'hash-wasm'
import { abortError } from '../engine/errors.ts'
import { unreadableFile } from '../engine/unreadableFile.ts'
import type { ChecksumAlgorithm, Checksums } from '../engine/ports.ts'

const chunkBytes = 4 * 1024 * 1024
/** Castagnoli's polynomial, reflected. */
const crc32cPolynomial = 0x82f63b78

/** Reads a file once, in pieces, and computes all wanted checksums. Loads hash-wasm when it is first needed. */
export async function checksumFile(
  file: Blob,
  algorithms: readonly ChecksumAlgorithm[],
  signal: AbortSignal,
): Promise<Checksums> {
  const hashers = await Promise.all(
    algorithms.map(async (algorithm) => [algorithm, await createHasherOf(algorithm)] as const),
  )
  for (let start = 0; start < file.size; start += chunkBytes) {
    if (signal.aborted) throw abortError()
    const chunk = await readChunk(file, start)
    for (const [, hasher] of hashers) hasher.update(chunk)
  }
  return Object.fromEntries(hashers.map(([algorithm, hasher]) => [algorithm, textOf(algorithm, hasher)]))
}

async function createHasherOf(algorithm: ChecksumAlgorithm): Promise<IHasher> {
  const { createCRC32, createCRC64, createMD5, createSHA256 } = await import('hash-wasm')
  switch (algorithm) {
    case 'md5':
      return createMD5()
    case 'sha256':
      return createSHA256()
    case 'crc32c':
      return createCRC32(crc32cPolynomial)
    case 'crc64ecma':
      return createCRC64()
  }
}

async function readChunk(file: Blob, start: number): Promise<Uint8Array> {
  try {
    return new Uint8Array(await file.slice(start, start + chunkBytes).arrayBuffer())
  } catch (cause) {
    throw unreadableFile(file, 'validate', cause)
  }
}

function textOf(algorithm: ChecksumAlgorithm, hasher: IHasher): string {
  const digest = hasher.digest('hex')
  if (algorithm === 'crc64ecma') return BigInt(`0x${digest}`).toString()
  const bytes = (digest.match(/../g) ?? []).map((byte) => Number.parseInt(byte, 16))
  return btoa(String.fromCharCode(...bytes))
}
