import { describe, expect, test } from 'vitest'
import { findCorsRule, type CorsRule } from '../../../src/simulator/object-store/cors.ts'
import { createRequest, createTestStore, pageOrigin, readError } from './testStore.ts'

const strict: CorsRule = {
  allowedOrigins: ['http://*.test', 'https://app.example'],
  allowedMethods: ['PUT', 'GET'],
  allowedHeaders: ['content-type', 'x-oss-*'],
  exposeHeaders: ['ETag', 'x-oss-request-id'],
  maxAgeSeconds: 600,
}

const objectAddress = 'http://attachments.localhost/a.txt'

function preflight(headers: Record<string, string>) {
  return createRequest(objectAddress, { method: 'OPTIONS', headers })
}

describe('a rule', () => {
  test.each<[boolean, string, string, string[]]>([
    [true, 'http://helpdesk.test', 'PUT', []],
    [true, 'https://app.example', 'GET', ['content-type', 'x-oss-meta-a']],
    [false, 'https://app.example.evil', 'PUT', []],
    [false, 'http://test', 'PUT', []],
    [false, 'http://helpdesk.test', 'DELETE', []],
    [false, 'http://helpdesk.test', 'PUT', ['authorization']],
  ])('fits: %s for %s %s %o', (fits, origin, method, headers) => {
    expect(findCorsRule([strict], { origin, method, headers }) === strict).toBe(fits)
  })

  test('that comes first wins', () => {
    const second = { ...strict, exposeHeaders: [] }
    expect(findCorsRule([strict, second], { origin: pageOrigin, method: 'PUT' })).toBe(strict)
  })
})

describe('a preflight', () => {
  test('that fits is answered with what it asked for', async () => {
    const { fetch } = createTestStore({ cors: [strict] })
    const asked = {
      'access-control-request-method': 'PUT',
      'access-control-request-headers': 'content-type, x-oss-date',
    }
    const response = await fetch(preflight(asked))
    expect(response.status).toBe(200)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'access-control-allow-origin': pageOrigin,
      'access-control-allow-methods': 'PUT, GET',
      'access-control-allow-headers': 'content-type, x-oss-date',
      'access-control-max-age': '600',
      vary: 'Origin',
    })
  })

  test.each<[string, Record<string, string>]>([
    ['a method', { 'access-control-request-method': 'DELETE' }],
    ['a header', { 'access-control-request-method': 'PUT', 'access-control-request-headers': 'authorization' }],
    ['an origin', { origin: 'http://evil.example', 'access-control-request-method': 'PUT' }],
  ])('with %s no rule allows is refused without CORS headers', async (_what, headers) => {
    const { fetch } = createTestStore({ cors: [strict] })
    const response = await fetch(preflight(headers))
    expect(response.headers.get('access-control-allow-methods')).toBeNull()
    expect(response.status).toBe(403)
    expect(await readError(response)).toMatchObject({ Code: 'AccessForbidden' })
  })

  test('without a method is no preflight', async () => {
    const { fetch } = createTestStore()
    expect(await readError(await fetch(preflight({})))).toMatchObject({ Code: 'BadRequest' })
  })

  test('needs no signature', async () => {
    const { fetch } = createTestStore()
    expect((await fetch(preflight({ 'access-control-request-method': 'PUT' }))).status).toBe(200)
  })
})

describe('an answer', () => {
  test('exposes what the rule names', async () => {
    const { call } = createTestStore({ cors: [strict] })
    const { headers } = await call({ body: 'x' })
    expect(headers.get('access-control-allow-origin')).toBe(pageOrigin)
    expect(headers.get('access-control-expose-headers')).toBe('ETag, x-oss-request-id')
  })

  test('comes without CORS headers when no rule fits, and the object is stored', async () => {
    const { call, keys } = createTestStore({ cors: [] })
    const response = await call({ body: 'x' })
    expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([200, null])
    expect(await keys()).toEqual(['a/report.pdf'])
  })

  test('exposes what the switch says instead', async () => {
    const { call, switches } = createTestStore()
    switches.set({ exposedHeaders: ['x-oss-request-id'] })
    expect((await call({ body: 'x' })).headers.get('access-control-expose-headers')).toBe('x-oss-request-id')
    switches.set({ exposedHeaders: [] })
    expect((await call({ body: 'x' })).headers.get('access-control-expose-headers')).toBeNull()
  })

  test('hides the ETag by a scripted fault', async () => {
    const { call, switches } = createTestStore({ cors: [strict] })
    switches.set({ faults: [{ match: { method: 'PUT' }, fault: { type: 'hide-headers', names: ['etag'] } }] })
    const { headers } = await call({ body: 'x' })
    expect(headers.get('access-control-expose-headers')).toBe('x-oss-request-id')
    expect(headers.get('etag')).not.toBeNull()
  })
})

describe('an error', () => {
  const isReadable = (response: Response) => response.headers.has('access-control-allow-origin')

  test.each([
    ['all', true, true],
    ['authorised', false, true],
    ['none', false, false],
  ] as const)('with corsOnErrors %s: before the signature %s, after it %s', async (corsOnErrors, before, after) => {
    const { call, sign, fetch, switches } = createTestStore()
    switches.set({ corsOnErrors })
    const { url } = await sign()
    const mismatch = await fetch(createRequest(url, { headers: { 'content-type': 'x/y' }, body: 'x' }))
    const missing = await call({ method: 'GET' })
    expect([mismatch.status, missing.status]).toEqual([403, 404])
    expect([isReadable(mismatch), isReadable(missing)]).toEqual([before, after])
    expect(isReadable(await call({ body: 'x' }))).toBe(true)
  })

  test('of CORS itself can be scripted for the answer or for the preflight', async () => {
    const { call, fetch, switches, keys } = createTestStore()
    const refused = { type: 'cors-refused' } as const
    switches.set({
      faults: [
        { match: { method: 'PUT' }, fault: refused },
        { match: { method: 'OPTIONS' }, fault: refused },
      ],
    })
    const forbidden = await fetch(preflight({ 'access-control-request-method': 'PUT' }))
    expect([forbidden.status, isReadable(forbidden)]).toEqual([403, false])
    const hidden = await call({ body: 'x' })
    expect([hidden.status, isReadable(hidden)]).toEqual([200, false])
    expect(await keys()).toHaveLength(1)
  })
})
