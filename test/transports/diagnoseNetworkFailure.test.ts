import { afterEach, describe, expect, it, vi } from 'vitest'
import { diagnoseNetworkFailure, type NetworkFailure } from '../../src/transports/diagnoseNetworkFailure.ts'

afterEach(() => vi.unstubAllGlobals())

interface Surroundings {
  page?: string
  online?: boolean
  reachable?: boolean
}

async function diagnose(
  changes: Partial<NetworkFailure>,
  { page = 'https://desk.example/t/1', online = true, reachable = true }: Surroundings = {},
) {
  const probe = vi.fn<typeof fetch>(() =>
    reachable ? Promise.resolve(new Response()) : Promise.reject(new TypeError('Failed to fetch')),
  )
  vi.stubGlobal('location', new URL(page))
  vi.stubGlobal('navigator', { onLine: online })
  vi.stubGlobal('fetch', probe)
  const reports: string[] = []
  const failure = {
    method: 'PUT',
    url: 'https://store.example/a?Signature=s3cret',
    headers: { authorization: 's3cret' },
    sentBytes: 0,
    blockedByPolicy: false,
    ...changes,
  }
  const error = await diagnoseNetworkFailure(failure, new AbortController().signal, (report) => reports.push(report))
  return { error, reports, probe }
}

describe('diagnoseNetworkFailure', () => {
  it('R20 says offline when the browser is, and asks nobody', async () => {
    const { error, probe } = await diagnose({}, { online: false })
    expect(error).toMatchObject({ code: 'offline', retryable: true })
    expect(probe).not.toHaveBeenCalled()
  })

  it('R21 names the Content-Security-Policy and the line it lacks', async () => {
    const { error, reports } = await diagnose({ blockedByPolicy: true })
    expect(error).toMatchObject({ code: 'csp-blocked', retryable: false })
    expect(reports.join()).toContain('connect-src https://store.example')
  })

  it('R21 names mixed content', async () => {
    expect((await diagnose({ url: 'http://store.example/a' })).error).toMatchObject({
      code: 'mixed-content',
      retryable: false,
    })
  })

  it.each(['http://localhost:9/a', 'http://bucket.localhost:9/a', 'http://127.0.0.1:9/a', 'http://[::1]:9/a'])(
    'does not take %s for mixed content',
    async (url) => {
      expect((await diagnose({ url })).error.code).toBe('cors-refused')
    },
  )

  it('R21 suspects CORS when nothing was sent and the store can be reached', async () => {
    const { error, probe } = await diagnose({})
    expect(error).toMatchObject({ code: 'cors-refused', retryable: true })
    expect(probe).toHaveBeenCalledWith(
      'https://store.example/',
      expect.objectContaining({ mode: 'no-cors', credentials: 'omit' }),
    )
  })

  it.each<[string, Partial<NetworkFailure>, Surroundings]>([
    ['some bytes had left', { sentBytes: 1 }, {}],
    ['nothing told how many bytes had left', { sentBytes: undefined }, {}],
    ['the store cannot be reached', {}, { reachable: false }],
    ["it is the page's own server", { url: 'https://desk.example/api' }, {}],
  ])('R30 says network when %s', async (_, changes, surroundings) => {
    expect((await diagnose(changes, surroundings)).error).toMatchObject({ code: 'network', retryable: true })
  })

  it('R67 reports host and header names, no query and no value', async () => {
    const { error, reports } = await diagnose({})
    expect(reports.join()).toContain('"authorization"')
    expect(reports.join() + JSON.stringify(error) + error.message).not.toContain('s3cret')
  })

  it('passes an abort during the check on', async () => {
    vi.stubGlobal('location', new URL('https://desk.example'))
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError()))
    const failure = { method: 'PUT', url: 'https://store.example/', headers: {}, sentBytes: 0, blockedByPolicy: false }
    await expect(diagnoseNetworkFailure(failure, AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' })
  })
})
