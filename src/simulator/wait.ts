/** Waits; rejects with the signal's reason when it is aborted before. Tests hand in one that does not wait. */
export type Wait = (ms: number, signal: AbortSignal) => Promise<void>

export const waitForTimer: Wait = (ms, signal) =>
  new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason as Error)
    const onAbort = () => {
      clearTimeout(timer)
      reject(signal.reason as Error)
    }
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', onAbort)
      resolve()
    }, ms)
    signal.addEventListener('abort', onAbort, { once: true })
  })
