import { noteReadable } from '../engine/unreadableFile.ts'

/** A larger file is looked into by itself. */
export const smallBytes = 64 * 1024

/** 2 MiB at most. */
const mostFiles = 32
/** Milliseconds after which a file is read anew. */
const freshMs = 1000
/** Milliseconds after which each file is looked into by itself: one in a cloud is not to hold up the others. */
const patienceMs = 250

interface Reading {
  startedAt: number
  /** The bytes of all its files, one behind the other; undefined where one of them could not be read, or not in time. */
  whole: Promise<ArrayBuffer | undefined>
  /** Where this file begins. */
  offset: number
}

/** Of files that were read ahead; each reading serves one attempt. */
const readings = new WeakMap<Blob, Reading>()

/**
 * The bytes of a small file, read together with the ones that are sent after it: to read thirty-two as one takes hardly longer
 * than to read one. `undefined` where it is to be looked into by itself; that tells nothing of it, another one may be to blame.
 *
 * @param upcoming the files that are sent next, in order
 */
export async function readTogether(file: Blob, upcoming: Iterable<Blob>): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (file.size > smallBytes) return undefined
  const reading = takeReading(file) ?? startReading(file, smallOnes(upcoming))
  const whole = await reading?.whole
  return whole && new Uint8Array(whole, reading!.offset, file.size)
}

function takeReading(file: Blob): Reading | undefined {
  const reading = freshReading(file)
  readings.delete(file)
  return reading
}

function freshReading(file: Blob): Reading | undefined {
  const reading = readings.get(file)
  return reading && performance.now() - reading.startedAt < freshMs ? reading : undefined
}

function startReading(file: Blob, next: readonly Blob[]): Reading | undefined {
  if (next.length === 0) return undefined
  const startedAt = performance.now()
  const whole = readAll([file, ...next])
  let offset = file.size
  for (const each of next) {
    readings.set(each, { startedAt, whole, offset })
    offset += each.size
  }
  return { startedAt, whole, offset: 0 }
}

/** Up to the first large one, as what stands behind it starts too late for this reading, and to the first that is read already. */
function smallOnes(upcoming: Iterable<Blob>): Blob[] {
  const small: Blob[] = []
  for (const file of upcoming) {
    if (file.size > smallBytes || small.length === mostFiles - 1 || freshReading(file)) break
    small.push(file)
  }
  return small
}

async function readAll(files: readonly Blob[]): Promise<ArrayBuffer | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<undefined>((resolve) => (timer = setTimeout(() => resolve(undefined), patienceMs)))
  try {
    const whole = await Promise.race([new Blob([...files]).arrayBuffer(), late])
    if (whole?.byteLength !== files.reduce((bytes, { size }) => bytes + size, 0)) return undefined
    for (const file of files) noteReadable(file)
    return whole
  } catch {
    return undefined
  } finally {
    clearTimeout(timer)
  }
}
