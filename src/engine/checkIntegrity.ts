import { UploadError } from './errors.ts'
import type { Checksums, Credential, Receipt } from './ports.ts'

/** The answer headers that carry a checksum of what was stored. */
const checksumHeaders: Readonly<Record<string, keyof Checksums>> = {
  'x-oss-hash-crc64ecma': 'crc64ecma',
  'x-amz-checksum-sha256': 'sha256',
  'x-amz-checksum-crc32c': 'crc32c',
  'content-md5': 'md5',
}

/** Compares what storage says it has with what was sent; throws `integrity-mismatch`. What CORS hides is not compared. */
export function checkIntegrity(
  receipt: Receipt,
  sent: Checksums | undefined,
  { etagIsMd5 }: Pick<Credential, 'etagIsMd5'>,
): void {
  if (!sent) return
  for (const [header, algorithm] of Object.entries(checksumHeaders)) {
    if (differ(receipt.headers[header], sent[algorithm])) throw mismatch(algorithm, receipt)
  }
  const etag = etagIsMd5 && receipt.etag ? hexToBase64(receipt.etag) : undefined
  if (differ(etag, sent.md5)) throw mismatch('md5', receipt)
}

function differ(stored: string | undefined, sent: string | undefined): boolean {
  return stored !== undefined && sent !== undefined && stored.trim() !== sent
}

/** An ETag that is no MD5 (multipart, encrypted) is not compared. */
function hexToBase64(hex: string): string | undefined {
  if (!/^[0-9a-f]{32}$/i.test(hex)) return undefined
  const bytes = hex.match(/../g) ?? []
  return btoa(String.fromCharCode(...bytes.map((byte) => Number.parseInt(byte, 16))))
}

function mismatch(algorithm: keyof Checksums, { requestId, status }: Receipt): UploadError {
  const hint = `The store's ${algorithm} of the object is not that of the file: the bytes changed on the way.`
  return new UploadError({ code: 'integrity-mismatch', stage: 'transfer', hint, requestId, status })
}
