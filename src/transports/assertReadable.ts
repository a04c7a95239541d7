import { abortError, UploadError } from '../engine/errors.ts'
import { noteReadable, unreadableFile } from '../engine/unreadableFile.ts'

/**
 * Reads the first byte of a file: a file that was edited, moved or deleted after it was picked can no longer be read, and
 * browsers would report that as a network failure. Rejects with `file-changed`, `file-is-directory`, `AbortError`, or `stalled`
 * when a disk that is not there keeps the read waiting.
 */
export async function assertReadable(file: Blob, signal: AbortSignal, deadlineMs: number): Promise<void> {
  if (signal.aborted) throw abortError()
  const patience = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined
  const impatience = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(abortError()), { signal: patience.signal })
    timer = setTimeout(() => reject(readStalled()), deadlineMs)
  })
  try {
    await Promise.race([readFirstByte(file), impatience])
  } finally {
    patience.abort()
    clearTimeout(timer)
  }
}

/** From a stream: a slice is one more blob that the browser's other process must take note of before the script goes on. */
async function readFirstByte(file: Blob): Promise<void> {
  try {
    const reader = file.stream().getReader()
    await reader.read()
    noteReadable(file)
    void reader.cancel()
  } catch (thrown) {
    throw unreadableFile(file, 'transfer', thrown)
  }
}

function readStalled(): UploadError {
  return new UploadError({ code: 'stalled', stage: 'transfer', hint: 'The file could not be read in time.' })
}
