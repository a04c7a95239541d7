const idBytes = 16
/** Made in bulk: a call for each of thousands of files costs more than all else that taking them does. */
const random = new Uint8Array(idBytes * 256)
const idLength = 2 * idBytes
let pool = ''
let used = 0

/** A random id of 128 bits in hex. `crypto.randomUUID` is missing on plain HTTP pages, `getRandomValues` is not. */
export function createId(): string {
  if (used === pool.length) refill()
  used += idLength
  return pool.slice(used - idLength, used)
}

function refill(): void {
  crypto.getRandomValues(random)
  pool = Array.from(random, (byte) => byte.toString(16).padStart(2, '0')).join('')
  used = 0
}
