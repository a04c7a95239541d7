import { abortError, UploadError } from '../engine/errors.ts'
import { noteReadable, unreadableFile } from '../engine/unreadableFile.ts'
import { readTogether, smallBytes } from './readTogether.ts'

export interface ReadOptions {
  signal: AbortSignal
  /** Milliseconds the read may take. */
  deadlineMs: number
  /** The files that are sent after this one: small ones are read with it. @default none */
  upcoming?: (() => Iterable<Blob>) | undefined
}

/** All bytes of a file, where it was read whole. */
export type FileBytes = Uint8Array<ArrayBuffer> | undefined

/**
 * Reads the first byte of a file, or all of a small one that stands in line: a file that was edited, moved or deleted after it was
 * picked can no longer be read, and browsers would report that as a network failure. Rejects with `file-changed`,
 * `file-is-directory`, `AbortError`, or `stalled` when a disk that is not there keeps the read waiting.
 */
export async function assertReadable(file: Blob, { signal, deadlineMs, upcoming }: ReadOptions): Promise<FileBytes> {
  if (signal.aborted) throw abortError()
  let giveUp: () => void = () => {}
  let timer: ReturnType<typeof setTimeout> | undefined
  const impatience = new Promise<never>((_, reject) => {
    giveUp = () => reject(abortError())
    timer = setTimeout(() => reject(readStalled()), deadlineMs)
  })
  signal.addEventListener('abort', giveUp)
  try {
    return await Promise.race([read(file, upcoming), impatience])
  } finally {
    signal.removeEventListener('abort', giveUp)
    clearTimeout(timer)
  }
}

async function read(file: Blob, upcoming: ReadOptions['upcoming']): Promise<FileBytes> {
  const bytes = upcoming && (await readTogether(file, upcoming()))
  if (!bytes) await readFirstByte(file)
  return bytes
}

async function readFirstByte(file: Blob): Promise<void> {
  try {
    const hasBytes = await (file.size <= smallBytes ? beginStream(file) : beginSlice(file))
    if (!hasBytes && file.size > 0) throw new DOMException('The file has no bytes any more.', 'NotReadableError')
    noteReadable(file)
  } catch (thrown) {
    throw unreadableFile(file, 'transfer', thrown)
  }
}

/** The quicker way for a small file; of a larger one it carries and copies far more than a byte. */
async function beginStream(file: Blob): Promise<boolean> {
  const reader = file.stream().getReader()
  const { done } = await reader.read()
  // What breaks from here on is found out when the file is sent.
  reader.cancel().catch(() => {})
  return !done
}

/** Of a deleted file a slice reads as nothing instead of failing. */
async function beginSlice(file: Blob): Promise<boolean> {
  const { byteLength } = await file.slice(0, 1).arrayBuffer()
  return byteLength > 0
}

function readStalled(): UploadError {
  return new UploadError({ code: 'stalled', stage: 'transfer', hint: 'The file could not be read in time.' })
}
