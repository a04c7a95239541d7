import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { UploadError } from '../../src/engine/errors.ts'
import { defaultStallLimits } from '../../src/transports/stallTimers.ts'
import { xhrRequest, type XhrRequest } from '../../src/transports/xhrRequest.ts'
import { FakeXhr, latestXhr, stubXhr } from '../support/fakeXhr.ts'

beforeEach(() => {
  vi.useFakeTimers()
  stubXhr()
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const megabyte = 1_000_000

function start(changes: Partial<XhrRequest> = {}) {
  const progress: number[] = []
  const sent = xhrRequest({
    method: 'PUT',
    url: 'https://store.example/a',
    headers: {},
    body: new Blob(['x']),
    fileBytes: 100,
    withCredentials: false,
    signal: new AbortController().signal,
    onProgress: (bytes) => progress.push(bytes),
    reportsProgress: true,
    limits: defaultStallLimits,
    ...changes,
  })
  const outcome = sent.then(
    (answer) => answer.status,
    (error: Error) => (error instanceof UploadError ? error.code : error.name),
  )
  return { progress, sent, outcome, xhr: latestXhr() }
}

describe('xhrRequest', () => {
  it('opens a request of its own for every attempt', async () => {
    start().xhr.respond(200)
    start().xhr.respond(200)
    expect(FakeXhr.opened).toHaveLength(2)
  })

  it.each(['abort', 'error', 'timeout', 'loadend'])(
    'R30 takes a browser event "%s" that we did not cause for a lost connection',
    async (event) => {
      const { outcome, xhr } = start()
      xhr.fire(event)
      await expect(outcome).resolves.toBe('NoAnswer')
    },
  )

  it('R30 ends in AbortError only for our own signal, and aborts the request', async () => {
    const controller = new AbortController()
    const { outcome, xhr } = start({ signal: controller.signal })
    controller.abort()
    await expect(outcome).resolves.toBe('AbortError')
    expect(xhr.aborted).toBe(true)
  })

  it('R22 finishes on the answer although no upload event ever came', async () => {
    const { outcome, xhr } = start()
    xhr.respond(200)
    await expect(outcome).resolves.toBe(200)
  })

  it('R25 gives an attempt up after 60 s without a byte', async () => {
    const { outcome, xhr } = start()
    xhr.progress(50, 100)
    vi.advanceTimersByTime(59_999)
    expect(xhr.aborted).toBe(false)
    vi.advanceTimersByTime(1)
    expect(xhr.aborted).toBe(true)
    await expect(outcome).resolves.toBe('stalled')
  })

  it('R25 tells a stall after 30 s without a byte, and that bytes move again', () => {
    const onStall = vi.fn<(isStalled: boolean) => void>()
    const { xhr } = start({ onStall })
    xhr.progress(50, 100)
    vi.advanceTimersByTime(29_999)
    expect(onStall).not.toHaveBeenCalled()
    vi.advanceTimersByTime(1)
    xhr.progress(51, 100)
    xhr.progress(52, 100)
    vi.advanceTimersByTime(30_000)
    expect(onStall.mock.calls).toEqual([[true], [false], [true]])
  })

  it('R25 tells no stall of an attempt that only waits for the answer', () => {
    const onStall = vi.fn<(isStalled: boolean) => void>()
    const { xhr } = start({ onStall })
    vi.advanceTimersByTime(40_000)
    xhr.progress(100, 100)
    vi.advanceTimersByTime(100_000)
    expect(onStall.mock.calls).toEqual([[true], [false]])
  })

  it('R25 never gives up an attempt whose bytes keep moving', async () => {
    const { xhr } = start()
    for (let sent = 1; sent < 100; sent += 1) {
      xhr.progress(sent, 100)
      vi.advanceTimersByTime(59_000)
    }
    expect(xhr.aborted).toBe(false)
  })

  it('R25 does not count a repeated progress event as movement', async () => {
    const { outcome, xhr } = start()
    xhr.progress(50, 100)
    vi.advanceTimersByTime(40_000)
    xhr.progress(50, 100)
    vi.advanceTimersByTime(20_000)
    await expect(outcome).resolves.toBe('stalled')
  })

  it('R25 gives the store 120 s and a second per MB once all bytes are sent', async () => {
    const { outcome, xhr } = start({ fileBytes: 50 * megabyte })
    xhr.progress(50 * megabyte, 50 * megabyte)
    vi.advanceTimersByTime(169_999)
    expect(xhr.aborted).toBe(false)
    vi.advanceTimersByTime(1)
    await expect(outcome).resolves.toBe('answer-overdue')
  })

  it('R22 has a deadline where a service worker swallows all progress', async () => {
    vi.stubGlobal('navigator', { serviceWorker: { controller: {} } })
    const { outcome, xhr } = start({ fileBytes: megabyte })
    vi.advanceTimersByTime(130_000)
    expect(xhr.aborted).toBe(false)
    vi.advanceTimersByTime(10_000)
    await expect(outcome).resolves.toBe('answer-overdue')
  })

  it('R25 waits for the answer to an empty file, for which no byte moves', async () => {
    const { outcome, xhr } = start({ fileBytes: 0 })
    vi.advanceTimersByTime(100_000)
    xhr.respond(200)
    await expect(outcome).resolves.toBe(200)
  })

  it('scales the progress of a form to the bytes of the file', () => {
    const { progress, xhr } = start({ fileBytes: 100 })
    for (const loaded of [250, 500, 400, 1000, 1200]) xhr.progress(loaded, 1000)
    expect(progress).toEqual([25, 50, 100])
  })

  it('leaves no timer and no listener behind', async () => {
    const controller = new AbortController()
    const { progress, sent, xhr } = start({ signal: controller.signal })
    xhr.respond(200)
    await sent
    xhr.progress(50, 100)
    controller.abort()
    expect({ timers: vi.getTimerCount(), progress, aborted: xhr.aborted }).toEqual({
      timers: 0,
      progress: [],
      aborted: false,
    })
  })

  it('settles when the browser refuses a header', async () => {
    vi.spyOn(FakeXhr.prototype, 'setRequestHeader').mockImplementation(() => {
      throw new TypeError('bad header')
    })
    const { outcome } = start({ headers: { a: 'b' } })
    await expect(outcome).resolves.toBe('url-refused')
    vi.restoreAllMocks()
  })
})
