import { atLeastOne } from './queue.ts'

/** Ids that are started first in, first out, so many at a time. Whoever waits is no more than an id: thousands cost nothing. */
export interface Line {
  readonly add: (id: string) => void
  /** Of one that waits; what was started goes on. */
  readonly delete: (id: string) => void
  readonly has: (id: string) => boolean
  /** Those that wait, in order. */
  readonly waiting: () => Iterable<string>
  readonly setConcurrency: (concurrency: number) => void
  /** Starts nothing more until `resume`; what runs goes on. */
  readonly pause: () => void
  readonly resume: () => void
}

/**
 * @param initialConcurrency starts at a time, at least 1
 * @param start must not reject; the slot is free again once it has settled
 */
export function createLine(initialConcurrency: number, start: (id: string) => Promise<void>): Line {
  const waiting = new Set<string>()
  let concurrency = atLeastOne(initialConcurrency)
  let running = 0
  let isPaused = false

  function startWaiting() {
    for (const id of waiting) {
      if (isPaused || running >= concurrency) return
      waiting.delete(id)
      running += 1
      void start(id).finally(onEnd)
    }
  }

  function onEnd() {
    running -= 1
    startWaiting()
  }

  return {
    add(id) {
      waiting.add(id)
      startWaiting()
    },
    delete: (id) => void waiting.delete(id),
    has: (id) => waiting.has(id),
    waiting: () => waiting,
    setConcurrency(next) {
      concurrency = atLeastOne(next)
      startWaiting()
    },
    pause() {
      isPaused = true
    },
    resume() {
      isPaused = false
      startWaiting()
    },
  }
}
