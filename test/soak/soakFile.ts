import { createSeededRandom } from '../../src/simulator/seededRandom.ts'

export const smallestBytes = 1
export const largestBytes = 5 * 1024 * 1024

/** Sizes from 1 B to 5 MB, as many of each order of magnitude; the first two are the ends of the range. */
export function soakSize(index: number): number {
  if (index < 2) return index === 0 ? smallestBytes : largestBytes
  const fraction = createSeededRandom(index)()
  return Math.max(smallestBytes, Math.floor(largestBytes ** fraction))
}

export function soakName(index: number): string {
  return `soak-${String(index).padStart(3, '0')}.bin`
}

/** The bytes of a file, the same in the page and in Node. A xorshift: 100 MB of it take less than a second. */
export function soakBytes(index: number): Uint8Array<ArrayBuffer> {
  const size = soakSize(index)
  const words = new Uint32Array(Math.ceil(size / 4))
  let word = (index + 1) * 2_654_435_761
  for (let at = 0; at < words.length; at += 1) {
    word ^= word << 13
    word ^= word >>> 17
    word ^= word << 5
    words[at] = word
  }
  return new Uint8Array(words.buffer, 0, size)
}
