/** A file of so many bytes, the same bytes for the same seed; not compressible, so that a wrong part would show. */
export function createTestFile(name: string, sizeBytes: number, options: { type?: string; seed?: number } = {}): File {
  const { type = '', seed = 1 } = options
  return new File([pseudoRandomBytes(sizeBytes, seed)], name, { type, lastModified: 1_700_000_000_000 })
}

/** Names that have broken uploads somewhere: other scripts, decomposed letters, emoji, direction marks, header and shell characters. */
export const awkwardNames: readonly string[] = [
  'Übergrößenträger.pdf',
  'U\u0308bung.pdf',
  'ガ\u30ab\u3099.txt',
  '报告 1.png',
  'тест.docx',
  'تقرير.pdf',
  '👩‍👩‍👧‍👦 family.jpg',
  'photo\u202Egpj.exe',
  'a,b;c.csv',
  'quote"and\'apostrophe.txt',
  'percent%20name 100%.txt',
  'plus+hash#amp&eq=.txt',
  'back\\slash.txt',
  '.hidden',
  'no-extension',
  'CON.txt',
  'archive.tar.gz',
  `${'long'.repeat(62)}.pdf`,
]

/** Marsaglia's xorshift: small, and the same everywhere. */
function pseudoRandomBytes(sizeBytes: number, seed: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(sizeBytes)
  let state = seed >>> 0 || 1
  for (let index = 0; index < sizeBytes; index++) {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    bytes[index] = state & 0xff
  }
  return bytes
}
