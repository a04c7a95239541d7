import { createHash, randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdtemp, open, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'

/** A file on disk and what its bytes must be everywhere. */
export interface SourceFile {
  path: string
  name: string
  size: number
  sha256: string
}

/** An empty folder and the function that removes it. */
export async function makeFolder(): Promise<{ folder: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'attachkit-flow-'))
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) }
}

export async function makeFile(folder: string, name: string, bytes: Uint8Array): Promise<SourceFile> {
  const file = path.join(folder, name)
  await writeFile(file, bytes)
  return { path: file, name, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }
}

/** Random bytes, written a megabyte at a time. */
export async function makeLargeFile(folder: string, name: string, megabytes: number): Promise<SourceFile> {
  const file = path.join(folder, name)
  const hash = createHash('sha256')
  const handle = await open(file, 'w')
  for (let count = 0; count < megabytes; count += 1) {
    const bytes = randomBytes(1024 * 1024)
    hash.update(bytes)
    await handle.write(bytes)
  }
  await handle.close()
  return { path: file, name, size: megabytes * 1024 * 1024, sha256: hash.digest('hex') }
}

export async function sha256OfFile(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}

/** A one-page PDF that viewers open. */
export function pdfBytes(text: string): Buffer {
  const content = `BT /F1 24 Tf 72 720 Td (${text}) Tj ET`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]
  let body = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const offset = body.length
    body += `${index + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const count = objects.length + 1
  return Buffer.from(
    `${body}xref\n0 ${count}\n0000000000 65535 f \n${table}trailer\n<< /Size ${count} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`,
    'latin1',
  )
}

/** A picture of one red pixel. */
export const pngBytes = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==',
  'base64',
)
