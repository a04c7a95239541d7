import type { FileHandle } from 'node:fs/promises'
import { readFileBytes } from './readFileBytes.ts'

/** A file that holds some of an object's bytes. */
export interface Piece {
  file: string
  /** Bytes. */
  size: number
}

/** What of a file is to be read: `end` is exclusive. */
export interface PieceRange {
  file: string
  start: number
  end: number
}

/** The ranges that make up bytes `start` to `end` (exclusive) of the pieces one after another; at least one. */
export function rangesOf(pieces: readonly Piece[], start: number, end: number): PieceRange[] {
  const ranges: PieceRange[] = []
  let offset = 0
  for (const { file, size } of pieces) {
    const [from, to] = [Math.max(start - offset, 0), Math.min(end - offset, size)]
    if (from < to || (ranges.length === 0 && offset + size >= end)) ranges.push({ file, start: from, end: to })
    offset += size
  }
  return ranges
}

/**
 * Streams the ranges; one file is open at a time.
 * @param first the file of the first range, open already
 */
export function readRanges(
  first: FileHandle,
  ranges: readonly PieceRange[],
  openFile: (file: string) => Promise<FileHandle>,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const [range = { start: 0, end: 0 }, ...rest] = ranges
  const stream = readFileBytes(first, range.start, range.end)
  if (rest.length === 0) return stream
  let reader = stream.getReader()
  return new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      async pull(controller) {
        for (let read = await reader.read(); ; read = await reader.read()) {
          if (!read.done) return controller.enqueue(read.value)
          const next = rest.shift()
          if (!next) return controller.close()
          reader = readFileBytes(await openFile(next.file), next.start, next.end).getReader()
        }
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  )
}
