const idBytes = 16
/** Asked for in bulk: a call for each of thousands of files costs more than all else that taking them does. */
const pool = new Uint8Array(idBytes * 256)
const hex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))
let used = pool.length

/** A random id of 128 bits in hex. `crypto.randomUUID` is missing on plain HTTP pages, `getRandomValues` is not. */
export function createId(): string {
  if (used === pool.length) {
    crypto.getRandomValues(pool)
    used = 0
  }
  let id = ''
  for (const end = used + idBytes; used < end; used += 1) id += hex[pool[used] ?? 0]
  return id
}
