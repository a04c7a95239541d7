import { abortError, UploadError } from '../engine/errors.ts'
import { noteReadable, unreadableFile } from '../engine/unreadableFile.ts'

/**
 * Reads the first byte of a file: a file that was edited, moved or deleted after it was picked can no longer be read, and
 * browsers would report that as a network failure. Rejects with `file-changed`, `file-is-directory`, `AbortError`, or `stalled`
 * when a disk that is not there keeps the read waiting.
 */
export async function assertReadable(file: Blob, signal: AbortSignal, deadlineMs: number): Promise<void> {
  if (signal.aborted) throw abortError()
  let giveUp: () => void = () => {}
  let timer: ReturnType<typeof setTimeout> | undefined
  const impatience = new Promise<never>((_, reject) => {
    giveUp = () => reject(abortError())
    timer = setTimeout(() => reject(readStalled()), deadlineMs)
  })
  signal.addEventListener('abort', giveUp)
  try {
    await Promise.race([readFirstByte(file), impatience])
  } finally {
    signal.removeEventListener('abort', giveUp)
    clearTimeout(timer)
  }
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

/** Up to here a stream is the quicker way; of a larger file it carries and copies far more than a byte. */
const smallBytes = 64 * 1024

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
