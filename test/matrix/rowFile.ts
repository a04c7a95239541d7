import type { RowFile } from './faultRow.ts'

/** Bytes that no other row has, so that a stored object can be traced to its row. */
export function makeRowFile(
  rowNumber: number,
  { name = 'evidence.txt', type = 'text/plain', size = 40_000 }: RowFile,
): File {
  const bytes = Uint8Array.from(
    { length: size },
    (_, index) => (index * 7 + (index >> 8) * rowNumber + rowNumber) % 251,
  )
  return new File([bytes], `${rowNumber}-${name}`, { type })
}

export async function sha256Of(bytes: Blob): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await bytes.arrayBuffer())
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
