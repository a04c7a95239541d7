import { createLine } from './line.ts'
import type { Item } from './item.ts'
import type { Checksums } from './ports.ts'
import { createQueue } from './queue.ts'
import type { SessionOptions } from './sessionTypes.ts'

/** Checksums of files that wait for their slot: one file at a time, in their order. */
export interface HashAhead {
  readonly add: (id: string) => void
  /** Of a file whose turn has come; undefined where none are wanted. Rejects where the file cannot be read. */
  readonly take: (id: string) => Promise<Checksums | undefined>
  readonly forget: (id: string) => void
}

interface HashAheadContext {
  integrity: () => SessionOptions['integrity']
  itemOf: (id: string) => Item | undefined
  signalOf: (id: string) => AbortSignal
}

export function createHashAhead({ integrity, itemOf, signalOf }: HashAheadContext): HashAhead {
  const hashings = createQueue(1)
  const begun = new Map<string, Promise<Checksums>>()
  // A failure is told where the checksums are needed.
  const line = createLine(1, async (id) => void (await hash(id)?.catch(() => {})))

  function hash(id: string): Promise<Checksums> | undefined {
    const known = begun.get(id)
    const wanted = integrity()
    const item = itemOf(id)
    if (known || !wanted || !item || item.stored) return known
    const signal = signalOf(id)
    const hashing = hashings.run(() => wanted.hasher.compute(item.file, wanted.algorithms, signal), signal)
    hashing.catch(() => {})
    begun.set(id, hashing)
    return hashing
  }

  return {
    add(id) {
      if (integrity()) line.add(id)
    },
    async take(id) {
      line.delete(id)
      return hash(id)
    },
    forget(id) {
      line.delete(id)
      begun.delete(id)
    },
  }
}
