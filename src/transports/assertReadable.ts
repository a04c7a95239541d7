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

async function readFirstByte(file: Blob): Promise<void> {
  try {
    const reader = readerOf(file)
    const { done } = await reader.read(new Uint8Array(1))
    if (done && file.size > 0) throw new DOMException('The file has no bytes any more.', 'NotReadableError')
    noteReadable(file)
    // What breaks from here on is found out when the file is sent.
    reader.cancel().catch(() => {})
  } catch (thrown) {
    throw unreadableFile(file, 'transfer', thrown)
  }
}

/** What both kinds of reader can do: one that fills a given view, and one that hands out chunks of its own. */
interface ByteReader {
  read: (view: Uint8Array<ArrayBuffer>) => Promise<{ done: boolean }>
  cancel: () => Promise<void>
}

/** Up to here the reader of chunks is the quicker one; of a larger file it carries and copies far more than a byte. */
const smallBytes = 64 * 1024

/**
 * Of a stream and not of a slice: that would be a blob of its own, for which the page waits until the browser has noted it, and
 * of a deleted file it reads as nothing instead of failing.
 */
function readerOf(file: Blob): ByteReader {
  const stream = file.stream()
  try {
    return file.size <= smallBytes ? stream.getReader() : stream.getReader({ mode: 'byob' })
  } catch {
    return stream.getReader()
  }
}

function readStalled(): UploadError {
  return new UploadError({ code: 'stalled', stage: 'transfer', hint: 'The file could not be read in time.' })
}
