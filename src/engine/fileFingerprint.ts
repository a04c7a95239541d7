/** Bytes that are looked at, at either end of a file. */
const sampleBytes = 64 * 1024

/**
 * A short sign of what is in a file, made of its ends: enough to notice that another file was chosen under the same name.
 * Undefined where the browser has no digests (pages that are neither https nor local).
 */
export async function fileFingerprint(file: Blob): Promise<string | undefined> {
  const { subtle } = globalThis.crypto
  // Typed as always there, and absent on plain http.
  if (!(subtle as SubtleCrypto | undefined)) return undefined
  const ends = new Blob([file.slice(0, sampleBytes), file.slice(Math.max(sampleBytes, file.size - sampleBytes))])
  const digest = new Uint8Array(await subtle.digest('SHA-256', await ends.arrayBuffer()))
  return Array.from(digest.subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
