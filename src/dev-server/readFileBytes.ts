import type { FileHandle } from 'node:fs/promises'

/** Bytes read from disk at a time. */
const chunkBytes = 256 * 1024

/**
 * Streams bytes `start` to `end` (exclusive) of an open file, one chunk per demand, and closes the file at the end, on an
 * error and when the stream is cancelled.
 */
export function readFileBytes(file: FileHandle, start: number, end: number): ReadableStream<Uint8Array<ArrayBuffer>> {
  let position = start
  return new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      async pull(controller) {
        try {
          const chunk = new Uint8Array(Math.min(chunkBytes, end - position))
          const { bytesRead } = await file.read(chunk, 0, chunk.length, position)
          position += bytesRead
          if (bytesRead > 0) controller.enqueue(chunk.subarray(0, bytesRead))
          else if (position < end) throw new Error('A stored object is shorter on disk than it was when it was stored.')
          if (position < end) return
          controller.close()
          await file.close()
        } catch (error) {
          await file.close()
          throw error
        }
      },
      cancel: () => file.close(),
    },
    { highWaterMark: 0 },
  )
}
