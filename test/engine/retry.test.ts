import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { UploadError, type ErrorCode } from '../../src/engine/errors.ts'
import { defaultRetryPolicy, nextDelay, wait } from '../../src/engine/retry.ts'

const failure = (code: ErrorCode, retryAfterMs?: number) => new UploadError({ code, stage: 'transfer', retryAfterMs })

describe('nextDelay', () => {
  it('R28 doubles the bound of the delay up to the cap', () => {
    const policy = { ...defaultRetryPolicy, maxRetries: 7 }
    const bounds = [1, 2, 3, 4, 5, 6, 7].map((retry) => nextDelay(retry, failure('network'), policy, () => 1))
    expect(bounds).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000])
  })

  it('R28 draws from the whole range: full jitter', () => {
    expect(nextDelay(2, failure('network'), defaultRetryPolicy, () => 0)).toBe(0)
    expect(nextDelay(2, failure('network'), defaultRetryPolicy, () => 0.25)).toBe(500)
  })

  it('R28 gives up after three retries', () => {
    expect(nextDelay(3, failure('network'), defaultRetryPolicy)).not.toBeNull()
    expect(nextDelay(4, failure('network'), defaultRetryPolicy)).toBeNull()
  })

  it('R28 honours Retry-After, also beyond the cap', () => {
    expect(nextDelay(1, failure('rate-limited', 45_000), defaultRetryPolicy, () => 0)).toBe(45_000)
  })

  it.each<ErrorCode>([
    'network',
    'timeout',
    'rate-limited',
    'server-error',
    'unavailable',
    'stalled',
    'answer-overdue',
  ])('R28 retries %s', (code) => expect(nextDelay(1, failure(code), defaultRetryPolicy)).not.toBeNull())

  it.each<ErrorCode>(['forbidden', 'policy-violated', 'file-too-large', 'not-found', 'file-changed', 'vendor-refused'])(
    'R28 does not retry %s',
    (code) => expect(nextDelay(1, failure(code), defaultRetryPolicy)).toBeNull(),
  )
})

describe('wait', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('resolves after the delay and leaves no listener', async () => {
    const { signal } = new AbortController()
    const removed = vi.spyOn(signal, 'removeEventListener')
    const waiting = wait(500, signal)
    await vi.advanceTimersByTimeAsync(500)
    await waiting
    expect(removed).toHaveBeenCalledOnce()
  })

  it('rejects at once when aborted and clears its timer', async () => {
    const controller = new AbortController()
    const waiting = wait(500, controller.signal)
    controller.abort()
    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' })
    expect(vi.getTimerCount()).toBe(0)
  })
})
