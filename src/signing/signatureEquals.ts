/** Compares every character whatever differs, so that the time taken does not tell where two signatures part. */
export function signatureEquals(expected: string, provided: string): boolean {
  let difference = expected.length ^ provided.length
  for (let at = 0; at < expected.length; at++) difference |= expected.charCodeAt(at) ^ provided.charCodeAt(at)
  return difference === 0
}
