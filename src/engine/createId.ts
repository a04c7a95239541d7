/** Asked for in bulk: a call for each of thousands of files costs more than all else that taking them does. */
const halves = new BigUint64Array(512)
let used = halves.length

/** A random id of 128 bits in hex. `crypto.randomUUID` is missing on plain HTTP pages, `getRandomValues` is not. */
export function createId(): string {
  if (used === halves.length) {
    crypto.getRandomValues(halves)
    used = 0
  }
  return nextHalf() + nextHalf()
}

function nextHalf(): string {
  const half = halves[used] ?? 0n
  used += 1
  return half.toString(16).padStart(16, '0')
}
