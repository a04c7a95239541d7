import { abortError } from './errors.ts'

/** Grants slots first in, first out: a sliding window, not batches. */
export interface Queue {
  /**
   * Runs the task when a slot is free and settles as it does. Aborted while waiting, it rejects with `AbortError` and the
   * task never runs; a running task sees the abort through the same signal.
   */
  readonly run: <T>(task: () => Promise<T>, signal: AbortSignal) => Promise<T>
  readonly setConcurrency: (concurrency: number) => void
  readonly concurrency: () => number
}

/** @param initialConcurrency tasks at once, at least 1 */
export function createQueue(initialConcurrency: number): Queue {
  const waiting = new Set<() => void>()
  let concurrency = atLeastOne(initialConcurrency)
  let running = 0

  function startWaiting() {
    for (const start of waiting) {
      if (running >= concurrency) return
      waiting.delete(start)
      running += 1
      start()
    }
  }

  function slot(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal.aborted) return reject(abortError())
      const start = () => {
        signal.removeEventListener('abort', onAbort)
        resolve()
      }
      const onAbort = () => {
        waiting.delete(start)
        reject(abortError())
      }
      signal.addEventListener('abort', onAbort, { once: true })
      waiting.add(start)
      startWaiting()
    })
  }

  return {
    async run(task, signal) {
      await slot(signal)
      try {
        return await task()
      } finally {
        running -= 1
        startWaiting()
      }
    },
    setConcurrency(next) {
      concurrency = atLeastOne(next)
      startWaiting()
    },
    concurrency: () => concurrency,
  }
}

/** A zero or NaN would wait for ever; Infinity is a limit like any other. */
export function atLeastOne(concurrency: number): number {
  return concurrency >= 1 ? Math.floor(concurrency) : 1
}
