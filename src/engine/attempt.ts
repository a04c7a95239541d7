import type { Clock } from './clock.ts'
import { abortError, isAbortError, toUploadError, UploadError, type Stage } from './errors.ts'
import type { PendingRetry } from './item.ts'
import type { Connectivity } from './ports.ts'
import { nextDelay, wait, type RetryPolicy } from './retry.ts'

/** What the steps of one upload share. */
export interface AttemptContext {
  clock: Clock
  connectivity: Connectivity
  policy: RetryPolicy
  pace: Pace
  signal: AbortSignal
  /** Told before each wait. */
  onRetry: (retry: PendingRetry) => void
}

/** A back-off that all uploads of a session keep: a store that says 429 or 503 to one means all. */
export interface Pace {
  readonly slowDown: (until: number) => void
  /** Milliseconds until the next request may go out. */
  readonly remaining: () => number
}

export function createPace(clock: Clock): Pace {
  let until = -Infinity
  return {
    slowDown: (next) => void (until = Math.max(until, next)),
    remaining: () => Math.max(0, until - clock()),
  }
}

/**
 * Runs a step until it succeeds or the policy gives up. Whatever was thrown comes out as an `UploadError` of that stage; an
 * abort passes untouched. While offline nothing is tried and no retry is spent: the error then is `offline`.
 */
export async function attempt<T>(stage: Stage, step: () => Promise<T>, context: AttemptContext): Promise<T> {
  for (let retry = 1; ; retry += 1) {
    try {
      return await tryOnce(stage, step, context)
    } catch (thrown) {
      await waitForRetry(retry, failureOf(thrown, stage, context.signal), context)
    }
  }
}

/** One try, in the session's common pace. */
export async function tryOnce<T>(stage: Stage, step: () => Promise<T>, context: AttemptContext): Promise<T> {
  const { connectivity, pace, signal } = context
  signal.throwIfAborted()
  if (pace.remaining() > 0) await wait(pace.remaining(), signal)
  if (!connectivity.isOnline()) throw new UploadError({ code: 'offline', stage })
  return step()
}

/** Waits before retry number `retry`, or throws the error when there is none left. */
export async function waitForRetry(retry: number, error: UploadError, context: AttemptContext): Promise<void> {
  const { clock, connectivity, pace, policy, signal, onRetry } = context
  if (error.code === 'offline') throw error
  if (error.retryable && !connectivity.isOnline())
    throw new UploadError({ code: 'offline', stage: error.stage, cause: error })
  const delayMs = nextDelay(retry, error, policy)
  if (delayMs === null) throw error
  const at = clock() + delayMs
  if (error.code === 'rate-limited' || error.code === 'unavailable') pace.slowDown(at)
  onRetry({ attempt: retry + 1, maxAttempts: policy.maxRetries + 1, at, error })
  await wait(delayMs, signal)
}

/**
 * The `UploadError` of something thrown. Our own abort is thrown on; an `AbortError` that we did not cause (a browser giving
 * up its connection) is a network failure like any other.
 */
export function failureOf(thrown: unknown, stage: Stage, signal: AbortSignal): UploadError {
  if (signal.aborted) throw abortError()
  return isAbortError(thrown)
    ? new UploadError({ code: 'network', stage, cause: thrown })
    : toUploadError(thrown, stage)
}

/**
 * Rejects with `timeout` when the step takes longer, and at once when aborted, whatever the step does: a backend that never
 * answers must not hold a slot for ever.
 */
export function withDeadline<T>(
  stage: Stage,
  ms: number,
  signal: AbortSignal,
  step: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const inner = new AbortController()
  return new Promise<T>((resolve, reject) => {
    const release = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', onAbort)
    }
    const giveUp = (error: Error) => {
      release()
      inner.abort()
      reject(error)
    }
    const onAbort = () => giveUp(abortError())
    const onLate = () =>
      giveUp(new UploadError({ code: 'timeout', stage, hint: `the backend did not answer in ${ms / 1000} s` }))
    const timer = setTimeout(onLate, ms)
    signal.addEventListener('abort', onAbort, { once: true })
    step(inner.signal).then(resolve, reject).finally(release)
  })
}
