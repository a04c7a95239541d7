import { noteReadable } from '../engine/unreadableFile.ts'

/** A larger file is looked into by itself. */
export const smallBytes = 64 * 1024

const mostFiles = 16
/** Milliseconds after which a file is read anew. */
const freshMs = 1000

interface Reading {
  startedAt: number
  couldAllBeRead: Promise<boolean>
}

/** Of files that were read ahead; each reading serves one attempt. */
const readings = new WeakMap<Blob, Reading>()

/**
 * Whether a small file can be read, found out together with the ones that are sent after it: to read sixteen as one takes hardly
 * longer than to read one. `false` tells nothing of this file, another one may be to blame.
 *
 * @param upcoming the files that wait for their turn, in order
 */
export function canBeReadTogether(file: Blob, upcoming: Iterable<Blob>): Promise<boolean> {
  if (file.size > smallBytes) return Promise.resolve(false)
  const reading = readings.get(file)
  readings.delete(file)
  if (reading && performance.now() - reading.startedAt < freshMs) return reading.couldAllBeRead
  const next = smallOnes(upcoming)
  if (next.length === 0) return Promise.resolve(false)
  const couldAllBeRead = readAll([file, ...next])
  for (const each of next) readings.set(each, { startedAt: performance.now(), couldAllBeRead })
  return couldAllBeRead
}

/** Up to the first large one: what stands behind it starts too late for this reading. */
function smallOnes(upcoming: Iterable<Blob>): Blob[] {
  const small: Blob[] = []
  for (const file of upcoming) {
    if (file.size > smallBytes || small.length === mostFiles - 1) break
    small.push(file)
  }
  return small
}

async function readAll(files: readonly Blob[]): Promise<boolean> {
  try {
    const { byteLength } = await new Blob([...files]).arrayBuffer()
    if (byteLength !== files.reduce((bytes, { size }) => bytes + size, 0)) return false
    for (const file of files) noteReadable(file)
    return true
  } catch {
    return false
  }
}
