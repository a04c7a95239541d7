import { describe, expect, it } from 'vitest'
import { requestJson } from '../../src/adapters/request.ts'
import type { BackendCall, BackendOptions } from '../../src/adapters/request.ts'
import { answering, failureOf, neverAborted } from './support.ts'

const errors = {
  readRefusal: (body: unknown) =>
    typeof body === 'object' && body && 'code' in body ? { storageCode: String(body.code) } : undefined,
  codes: { quotaGone: 'quota-exceeded' },
} as const

function call(options: Partial<BackendOptions>, overrides: Partial<BackendCall> = {}) {
  return requestJson(
    { endpoint: 'https://desk.example.test/api/', ...options },
    { path: 'sign', stage: 'credentials', signal: neverAborted, ...overrides },
    errors,
  )
}

describe('requestJson', () => {
  it('joins endpoint, path and query, and sends the form', async () => {
    const fetch = answering({ ok: 1 })
    await call({ fetch }, { query: { a: '1 2', gone: undefined }, form: { FileName: 'ü.pdf', gone: undefined } })
    expect(fetch.requests[0]?.url).toBe('https://desk.example.test/api/sign?a=1+2')
    expect(await fetch.requests[0]?.text()).toBe('FileName=%C3%BC.pdf')
  })

  it('asks for the embedder headers before every call', async () => {
    const fetch = answering({})
    let token = 0
    const headers = async () => ({ 'x-csrf': String(++token) })
    await call({ fetch, headers })
    await call({ fetch, headers })
    expect(fetch.requests.map((request) => request.headers.get('x-csrf'))).toEqual(['1', '2'])
  })

  it('R65 follows no redirect, so that tokens stay where they were meant to go', async () => {
    const fetch = answering('', { status: 307, headers: { location: 'https://evil.example/' } })
    const error = await failureOf(call({ fetch, headers: { authorization: 'made-up' } }))
    expect(error).toMatchObject({ code: 'answer-unreadable', stage: 'credentials', retryable: false })
    expect(fetch.requests.map(({ redirect }) => redirect)).toEqual(['manual'])
  })

  it('tells headers that cannot be had from a network failure', async () => {
    const cause = new Error('signed out')
    const error = await failureOf(call({ fetch: answering({}), headers: () => Promise.reject(cause) }))
    expect(error).toMatchObject({ code: 'unknown', retryable: false, cause })
  })

  it('reads the server clock from the Date header', async () => {
    const fetch = answering({}, { headers: { date: 'Sat, 21 Nov 2026 12:00:00 GMT' } })
    expect((await call({ fetch })).serverNowMs).toBe(Date.UTC(2026, 10, 21, 12))
  })

  it.each([
    [401, 'unauthorized', false],
    [403, 'forbidden', false],
    [404, 'not-found', false],
    [408, 'timeout', true],
    [413, 'file-too-large', false],
    [429, 'rate-limited', true],
    [500, 'server-error', true],
    [502, 'unavailable', true],
    [503, 'unavailable', true],
    [504, 'unavailable', true],
    [418, 'vendor-refused', false],
  ])('R11 reads a bare %d as %s', async (status, code, retryable) => {
    const error = await failureOf(call({ fetch: answering('<html>no</html>', { status }) }))
    expect(error).toMatchObject({ code, retryable, status, stage: 'credentials' })
  })

  it('prefers the vendor code over the status', async () => {
    const error = await failureOf(call({ fetch: answering({ code: 'quotaGone' }, { status: 401 }) }))
    expect(error).toMatchObject({ code: 'quota-exceeded', storageCode: 'quotaGone', status: 401 })
  })

  it('keeps what does not look like a code out of the error', async () => {
    const error = await failureOf(call({ fetch: answering({ code: 'Signature=abc https://x' }, { status: 400 }) }))
    expect(error.storageCode).toBe('unreadable-code')
  })

  it('R20 passes Retry-After on, in seconds and as a date', async () => {
    const seconds = answering({}, { status: 429, headers: { 'retry-after': '7' } })
    expect((await failureOf(call({ fetch: seconds }))).retryAfterMs).toBe(7000)
    const date = answering(
      {},
      {
        status: 503,
        headers: { 'retry-after': 'Sat, 21 Nov 2026 12:00:30 GMT', date: 'Sat, 21 Nov 2026 12:00:00 GMT' },
      },
    )
    expect((await failureOf(call({ fetch: date }))).retryAfterMs).toBe(30_000)
  })

  it('refuses a success that is not JSON', async () => {
    expect(await failureOf(call({ fetch: answering('<html>login</html>') }))).toMatchObject({
      code: 'answer-unreadable',
    })
  })

  it('calls a failed fetch a network error', async () => {
    const fetch = () => Promise.reject(new TypeError('Failed to fetch'))
    expect(await failureOf(call({ fetch }))).toMatchObject({ code: 'network', retryable: true })
  })

  it('rejects with AbortError when the caller aborts', async () => {
    const controller = new AbortController()
    const pending = call({ fetch: hanging }, { signal: controller.signal })
    controller.abort()
    await expect(pending).rejects.toMatchObject({ name: 'AbortError' })
  })
})

/** A fetch that settles only when its signal is aborted. */
const hanging: typeof fetch = (_input, init) =>
  new Promise((_resolve, reject) => {
    const abort = () => reject(new DOMException('aborted', 'AbortError'))
    if (init?.signal?.aborted) abort()
    init?.signal?.addEventListener('abort', abort)
  })
