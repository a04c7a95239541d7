import { abortError, UploadError } from '../engine/errors.ts'

/** Aborts when the caller does or when nothing moves for too long. */
export interface Patience {
  signal: AbortSignal
  /** Something moved. */
  renew: () => void
  /** What an abort of `signal` means. */
  explain: (thrown: unknown) => unknown
  stop: () => void
}

/** @param ending aborted when patience ends; its signal goes to the request */
export function startPatience(caller: AbortSignal, ending: AbortController, ms: number): Patience {
  let timer: ReturnType<typeof setTimeout> | undefined
  let stalled = false
  const renew = () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      stalled = true
      ending.abort()
    }, ms)
  }
  const follow = () => ending.abort()
  caller.addEventListener('abort', follow)
  renew()
  return {
    signal: ending.signal,
    renew,
    explain: (thrown) => {
      if (caller.aborted) return abortError()
      return stalled
        ? new UploadError({ code: 'stalled', stage: 'download', hint: 'No byte arrived for too long.' })
        : thrown
    },
    stop: () => {
      clearTimeout(timer)
      caller.removeEventListener('abort', follow)
    },
  }
}
