import { describe, expect, test } from 'vitest'
import { bucket, createRequest, createTestStore, readError } from './testStore.ts'

const digits = '0123456789'

async function storeWithDigits() {
  const store = createTestStore()
  await store.call({ body: digits, headers: { 'content-type': 'text/plain', 'content-disposition': 'inline' } })
  return store
}

describe('a download', () => {
  test.each(['v1', 'v4'] as const)('by a %s URL gives the bytes and what is known of them', async (version) => {
    const { call } = await storeWithDigits()
    const response = await call({ method: 'GET', version })
    expect(response.status).toBe(200)
    expect(await response.text()).toBe(digits)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/plain',
      'content-disposition': 'inline',
      'content-length': '10',
      'accept-ranges': 'bytes',
      etag: '"781E5E245D69B566979B86E28D23F2C7"',
      'last-modified': 'Sat, 21 Nov 2026 12:00:00 GMT',
    })
  })

  test('of an unknown key is refused', async () => {
    const { call } = createTestStore()
    const response = await call({ method: 'GET' })
    expect(response.status).toBe(404)
    expect(await readError(response)).toMatchObject({ Code: 'NoSuchKey', Key: 'a/report.pdf' })
  })

  test('needs a signature made for GET', async () => {
    const { sign, fetch } = await storeWithDigits()
    const { url } = await sign({ method: 'PUT' })
    expect(await readError(await fetch(createRequest(url, { method: 'GET' })))).toMatchObject({
      Code: 'SignatureDoesNotMatch',
    })
  })
})

describe('ranges', () => {
  test.each([
    ['bytes=0-3', '0123', 'bytes 0-3/10'],
    ['bytes=4-', '456789', 'bytes 4-9/10'],
    ['bytes=-2', '89', 'bytes 8-9/10'],
    ['bytes=8-99', '89', 'bytes 8-9/10'],
    ['bytes=-99', digits, 'bytes 0-9/10'],
  ])('%s is answered with 206', async (range, text, contentRange) => {
    const { call } = await storeWithDigits()
    const response = await call({ method: 'GET', headers: { range } })
    expect(response.status).toBe(206)
    expect(response.headers.get('content-range')).toBe(contentRange)
    expect(response.headers.get('content-length')).toBe(String(text.length))
    expect(await response.text()).toBe(text)
  })

  test.each(['bytes=10-', 'bytes=5-3', 'bytes=0-1,4-5', 'bytes=-', 'bytes=a-b', 'items=0-3'])(
    '%s is answered with the whole object and 200',
    async (range) => {
      const { call } = await storeWithDigits()
      const response = await call({ method: 'GET', headers: { range } })
      expect(response.status).toBe(200)
      expect(response.headers.get('content-range')).toBeNull()
      expect(await response.text()).toBe(digits)
    },
  )

  test('of an empty object are ignored', async () => {
    const { call } = createTestStore()
    await call({ body: '' })
    expect((await call({ method: 'GET', headers: { range: 'bytes=0-0' } })).status).toBe(200)
  })
})

describe('R63 the saved name is bound into the signature', () => {
  const disposition = `attachment; filename="report.png"; filename*=UTF-8''%E6%8A%A5%E5%91%8A.png`

  test.each(['v1', 'v4'] as const)('signed overrides take the stored headers’ place (%s)', async (version) => {
    const { call } = await storeWithDigits()
    const query = [
      ['response-content-disposition', disposition],
      ['response-content-type', 'image/png'],
    ] as const
    const { headers } = await call({ method: 'GET', version, query })
    expect(headers.get('content-disposition')).toBe(disposition)
    expect(headers.get('content-type')).toBe('image/png')
  })

  test('an override that was not signed is refused', async () => {
    const { sign, fetch } = await storeWithDigits()
    const { url } = await sign({ method: 'GET' })
    const changed = createRequest(`${url}&response-content-disposition=attachment`, { method: 'GET' })
    expect((await fetch(changed)).status).toBe(403)
  })

  test('letters beyond ASCII go out as UTF-8 and line ends do not', async () => {
    const { call } = await storeWithDigits()
    const query = [['response-content-disposition', 'attachment; filename="报.txt"\r\nSet-Cookie: a=b']] as const
    const { headers } = await call({ method: 'GET', query })
    const bytes = Uint8Array.from(headers.get('content-disposition')!, (character) => character.charCodeAt(0))
    expect(new TextDecoder().decode(bytes)).toBe('attachment; filename="报.txt"  Set-Cookie: a=b')
    expect(headers.get('set-cookie')).toBeNull()
  })
})

describe('HEAD', () => {
  test('tells everything but the bytes', async () => {
    const { call } = await storeWithDigits()
    const response = await call({ method: 'HEAD' })
    expect([response.status, response.headers.get('content-length'), response.body]).toEqual([200, '10', null])
  })

  test('carries its error in a header', async () => {
    const { call } = createTestStore()
    const response = await call({ method: 'HEAD' })
    expect([response.status, response.body]).toEqual([404, null])
    expect(atob(response.headers.get('x-oss-err')!)).toContain('<Code>NoSuchKey</Code>')
  })
})

describe('preconditions', () => {
  test('If-Match with another ETag is refused, with the right one served', async () => {
    const { call, storage } = await storeWithDigits()
    const etag = (await storage.head(bucket, 'a/report.pdf'))!.etag
    expect((await call({ method: 'GET', headers: { 'if-match': '"OTHER"' } })).status).toBe(412)
    expect((await call({ method: 'GET', headers: { 'if-match': `"${etag}"` } })).status).toBe(200)
    expect((await call({ method: 'GET', headers: { 'if-none-match': `"${etag}"` } })).status).toBe(304)
  })
})

test('DELETE removes the object and is content when there is none', async () => {
  const { call, keys } = await storeWithDigits()
  expect((await call({ method: 'DELETE' })).status).toBe(204)
  expect(await keys()).toEqual([])
  expect((await call({ method: 'DELETE' })).status).toBe(204)
})
