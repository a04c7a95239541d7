import type { UploadError } from './errors.ts'
import { abortError } from './errors.ts'

/** When and how often a step is tried again. */
export interface RetryPolicy {
  /** Retries after the first try, per stage. @default 3 */
  maxRetries: number
  /** Milliseconds; the bound of the first delay. @default 1000 */
  baseDelayMs: number
  /** Milliseconds; no delay is longer, but for a `Retry-After`. @default 30000 */
  maxDelayMs: number
}

export const defaultRetryPolicy: RetryPolicy = { maxRetries: 3, baseDelayMs: 1000, maxDelayMs: 30_000 }

/**
 * Milliseconds to wait before retry number `retry` (1 for the first), or null to give up.
 * Full jitter: `random() * min(maxDelayMs, baseDelayMs * 2 ** (retry - 1))`; a `Retry-After` is a lower bound.
 */
export function nextDelay(
  retry: number,
  error: UploadError,
  policy: RetryPolicy,
  random: () => number = Math.random,
): number | null {
  if (!error.retryable || retry > policy.maxRetries) return null
  const bound = Math.min(policy.maxDelayMs, policy.baseDelayMs * 2 ** (retry - 1))
  return Math.max(random() * bound, error.retryAfterMs ?? 0)
}

/** Resolves after `ms`; rejects with `AbortError` as soon as `signal` is aborted. Leaves no listener behind. */
export function wait(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(abortError())
    const onAbort = () => {
      clearTimeout(timer)
      reject(abortError())
    }
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', onAbort)
      resolve()
    }, ms)
    signal.addEventListener('abort', onAbort, { once: true })
  })
}
