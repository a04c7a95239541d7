import { describe, expect, test } from 'vitest'
import { formatHttpDate } from '../../../src/signing/dateTime.ts'
import { createTemporaryAccessKey } from '../../../src/signing/accessKey.ts'
import { signOssV1Header } from '../../../src/signing/oss/ossV1.ts'
import { signOssV4Headers } from '../../../src/signing/oss/ossV4.ts'
import { objectUrl } from '../../../src/simulator/object-store/address.ts'
import { bucket, createRequest, createTestStore, readError, region } from './testStore.ts'

const helloMd5 = 'XUFAKrxLKna5cZ2REBfFkg=='
const helloCrc64 = '11177612005948864433'

describe('an upload', () => {
  test.each(['v1', 'v4'] as const)('by a %s URL is stored and answered as the documentation shows', async (version) => {
    const { call, storage } = createTestStore()
    const response = await call({ version, body: 'hello' })
    expect(response.status).toBe(200)
    expect(await response.text()).toBe('')
    expect(Object.fromEntries(response.headers)).toMatchObject({
      etag: '"5D41402ABC4B2A76B9719D911017C592"',
      'content-md5': helloMd5,
      'x-oss-hash-crc64ecma': helloCrc64,
      'x-oss-request-id': expect.stringMatching(/^[0-9A-F]{24}$/) as string,
      date: 'Sat, 21 Nov 2026 12:00:00 GMT',
    })
    const object = await storage.head(bucket, 'a/report.pdf')
    expect(object).toMatchObject({ size: 5, meta: { headers: { 'content-type': 'application/pdf' } } })
  })

  test('of no bytes has the digests of nothing', async () => {
    const { call } = createTestStore()
    const { headers } = await call({ body: '' })
    expect(headers.get('etag')).toBe('"D41D8CD98F00B204E9800998ECF8427E"')
    expect(headers.get('content-md5')).toBe('1B2M2Y8AsgTpgAmY7PhCfg==')
    expect(headers.get('x-oss-hash-crc64ecma')).toBe('0')
  })

  test('by a V1 header is taken, with a path-style address too', async () => {
    const { fetch, accessKey, clock, keys } = createTestStore()
    const date = formatHttpDate(clock.now)
    const signable = { method: 'PUT', bucket, key: '文件 (1).txt', query: [], headers: { 'x-oss-date': date } }
    const Authorization = await signOssV1Header(signable, accessKey, date)
    const url = objectUrl('http://127.0.0.1:8080', bucket, signable.key)
    const response = await fetch(createRequest(url, { headers: { 'x-oss-date': date, Authorization }, body: 'x' }))
    expect(response.status).toBe(200)
    expect(await keys()).toEqual(['文件 (1).txt'])
  })

  test('by V4 headers is taken', async () => {
    const { fetch, accessKey, clock } = createTestStore()
    const signable = { method: 'PUT', bucket, key: 'a', query: [], headers: {} }
    const headers = await signOssV4Headers(signable, accessKey, { region, signedAt: clock.now })
    expect(
      (await fetch(createRequest(objectUrl('http://localhost', bucket, 'a'), { headers, body: 'x' }))).status,
    ).toBe(200)
  })

  test.each(["a b+c/文件 'q'(1).txt", '50% & more?#.txt', 'emoji 🎉/x', '~!*()'])('keeps the key %s', async (key) => {
    const { call, keys } = createTestStore()
    expect((await call({ key, body: 'x' })).status).toBe(200)
    expect((await call({ key, version: 'v4', body: 'x' })).status).toBe(200)
    expect(await keys()).toEqual([key])
  })

  test('keeps the signed Content-Type and metadata', async () => {
    const { call, storage } = createTestStore()
    const headers = {
      'content-type': 'image/png',
      'content-disposition': 'attachment',
      'cache-control': 'no-store',
      'x-oss-meta-ticket': '4711',
      'x-oss-object-acl': 'private',
    }
    await call({ headers, body: 'x' })
    const { 'x-oss-object-acl': _acl, ...kept } = headers
    expect((await storage.head(bucket, 'a/report.pdf'))?.meta.headers).toEqual(kept)
  })
})

describe('R13 the request must equal the signature', () => {
  test('a Content-Type that was not signed is refused with both strings to compare', async () => {
    const { sign, fetch, keys, accessKey } = createTestStore()
    const { url } = await sign()
    const response = await fetch(createRequest(url, { headers: { 'content-type': 'image/png' }, body: 'x' }))
    expect(response.status).toBe(403)
    expect(response.headers.get('content-type')).toBe('application/xml')
    const error = await readError(response)
    const expires = new URL(url).searchParams.get('Expires')
    expect(error).toMatchObject({
      Code: 'SignatureDoesNotMatch',
      OSSAccessKeyId: accessKey.id,
      StringToSign: `PUT\n\nimage/png\n${expires}\n/attachments/a/report.pdf`,
      SignatureProvided: new URL(url).searchParams.get('Signature'),
      HostId: 'attachments.localhost',
      RequestId: response.headers.get('x-oss-request-id'),
    })
    expect(error['StringToSignBytes']).toMatch(/^50 55 54 0A 0A 69 6D/)
    expect(await keys()).toEqual([])
  })

  test('a signed Content-Type that is not sent is refused', async () => {
    const { sign, fetch } = createTestStore()
    const { url } = await sign({ headers: { 'content-type': 'image/png' } })
    expect(await readError(await fetch(createRequest(url, { body: 'x' })))).toMatchObject({
      Code: 'SignatureDoesNotMatch',
    })
  })

  test.each(['v1', 'v4'] as const)('an empty Content-Type header counts as none for %s', async (version) => {
    const { sign, fetch } = createTestStore()
    const { url } = await sign({ version })
    const response = await fetch(
      createRequest(url, { headers: version === 'v1' ? { 'content-type': '' } : {}, body: 'x' }),
    )
    expect(response.status).toBe(200)
  })
})

describe('refusals', () => {
  test.each(['v1', 'v4'] as const)(
    'an expired %s URL is refused before its signature is looked at',
    async (version) => {
      const { sign, fetch, clock, keys } = createTestStore()
      const { url } = await sign({ version })
      clock.now += 60_000
      const response = await fetch(createRequest(url.replace(/(ignature=)[^&]{4}/, '$1AAAA'), { body: 'x' }))
      expect(response.status).toBe(403)
      expect(response.headers.get('x-oss-ec')).toBe('0002-00000069')
      expect(await readError(response)).toMatchObject({
        Code: 'AccessDenied',
        Message: 'Request has expired.',
        EC: '0002-00000069',
        Expires: '2026-11-21T12:01:00.000Z',
        ServerTime: '2026-11-21T12:01:00.000Z',
      })
      expect(await keys()).toEqual([])
    },
  )

  test.each([
    [
      'a tampered signature',
      (url: string) => url.replace(/(Signature=)[^&]{4}/, '$1AAAA'),
      403,
      'SignatureDoesNotMatch',
    ],
    ['another key of the same bucket', (url: string) => url.replace('report', 'other'), 403, 'SignatureDoesNotMatch'],
    [
      'an unknown access key',
      (url: string) => url.replace(/(OSSAccessKeyId=)\w{6}/, '$1WRONG0'),
      403,
      'InvalidAccessKeyId',
    ],
    ['no Expires', (url: string) => url.replace(/Expires=\d+&/, ''), 403, 'AccessDenied'],
    ['Expires in words', (url: string) => url.replace(/Expires=\d+/, 'Expires=soon'), 403, 'AccessDenied'],
    ['no signature at all', (url: string) => url.split('?')[0]!, 403, 'AccessDenied'],
    ['another bucket', (url: string) => url.replace('attachments', 'nothing'), 404, 'NoSuchBucket'],
    ['a path that is not UTF-8', (url: string) => url.replace('report', '%ff'), 400, 'InvalidArgument'],
  ])('%s', async (_what, change, status, code) => {
    const { sign, fetch, keys } = createTestStore()
    const response = await fetch(createRequest(change((await sign()).url), { body: 'x' }))
    expect(response.status).toBe(status)
    expect(await readError(response)).toMatchObject({ Code: code })
    expect(await keys()).toEqual([])
  })

  test('a clock that is off by more than fifteen minutes is told the server’s time', async () => {
    const { fetch, accessKey, clock } = createTestStore()
    const date = formatHttpDate(clock.now - 16 * 60_000)
    const signable = { method: 'PUT', bucket, key: 'a', query: [], headers: { 'x-oss-date': date } }
    const headers = { 'x-oss-date': date, authorization: await signOssV1Header(signable, accessKey, date) }
    const response = await fetch(createRequest(objectUrl('http://localhost', bucket, 'a'), { headers, body: 'x' }))
    expect(await readError(response)).toMatchObject({
      Code: 'RequestTimeTooSkewed',
      RequestTime: '2026-11-21T11:44:00.000Z',
      ServerTime: '2026-11-21T12:00:00.000Z',
    })
  })

  test('a temporary key is refused once it has ended', async () => {
    const { accessKeys, call, clock } = createTestStore()
    const temporary = createTemporaryAccessKey(clock.now + 30_000)
    accessKeys.push(temporary)
    expect((await call({ accessKey: temporary, body: 'x' })).status).toBe(200)
    clock.now += 30_000
    expect(await readError(await call({ accessKey: temporary, body: 'x' }))).toMatchObject({
      Code: 'SecurityTokenExpired',
    })
  })

  test.each([
    ['Content-MD5', { 'content-md5': 'AAAAAAAAAAAAAAAAAAAAAA==' }, 'InvalidDigest'],
    ['x-oss-hash-crc64ecma', { 'x-oss-hash-crc64ecma': '1' }, 'InvalidCRC64'],
    ['Content-Length', { 'content-length': '6' }, 'IncompleteBody'],
  ])('a body that does not fit its %s is not kept', async (_name, headers, code) => {
    const { sign, fetch, keys } = createTestStore()
    const { url } = await sign({ headers })
    const response = await fetch(createRequest(url, { headers, body: 'hello' }))
    expect(response.status).toBe(400)
    expect(await readError(response)).toMatchObject({ Code: code })
    expect(await keys()).toEqual([])
  })

  test('a body that fits its digests is kept', async () => {
    const { call } = createTestStore()
    const headers = { 'content-md5': helloMd5, 'x-oss-hash-crc64ecma': helloCrc64, 'content-length': '5' }
    expect((await call({ headers, body: 'hello' })).status).toBe(200)
  })

  test.each(['if-none-match', 'if-modified-since'])('%s is not implemented for uploads', async (name) => {
    const { call } = createTestStore()
    const response = await call({ headers: { [name]: '*' }, body: 'x' })
    expect(response.status).toBe(400)
    expect(await readError(response)).toMatchObject({ Code: 'NotImplemented', Header: name })
  })

  test('x-oss-forbid-overwrite keeps the object that is there', async () => {
    const { call } = createTestStore()
    const headers = { 'x-oss-forbid-overwrite': 'true' }
    expect((await call({ headers, body: 'first' })).status).toBe(200)
    const response = await call({ headers, body: 'second' })
    expect(response.status).toBe(409)
    expect(await readError(response)).toMatchObject({ Code: 'FileAlreadyExists' })
    expect(await (await call({ method: 'GET' })).text()).toBe('first')
  })

  test('without it the object is replaced', async () => {
    const { call, switches } = createTestStore()
    await call({ body: 'first' })
    expect((await call({ body: 'second' })).status).toBe(200)
    switches.set({ forbidsOverwrite: true })
    expect((await call({ body: 'third' })).status).toBe(409)
    expect(await (await call({ method: 'GET' })).text()).toBe('second')
  })

  test.each(['/leading', '\\leading', 'x'.repeat(1024)])('the object name %s is not valid', async (key) => {
    const { call } = createTestStore()
    expect(await readError(await call({ key, body: 'x' }))).toMatchObject({ Code: 'InvalidObjectName' })
  })

  test('a PUT without a length is refused where lengths can be seen', async () => {
    const { call } = createTestStore({ requiresContentLength: true })
    const response = await call({ body: 'x' })
    expect(response.status).toBe(411)
    expect(await readError(response)).toMatchObject({ Code: 'MissingContentLength' })
    expect((await call({ headers: { 'content-length': '1' }, body: 'x' })).status).toBe(200)
    expect((await call({ headers: { 'transfer-encoding': 'chunked' }, body: 'x' })).status).toBe(200)
  })

  test('more than five gigabytes are refused by their length alone', async () => {
    const { call } = createTestStore()
    const headers = { 'content-length': String(5 * 1024 ** 3 + 1) }
    expect(await readError(await call({ headers, body: 'x' }))).toMatchObject({
      Code: 'EntityTooLarge',
      MaxSizeAllowed: '5368709120',
    })
  })

  test.each([
    ['PATCH', 'a'],
    ['POST', 'a'],
    ['GET', ''],
  ])('%s of "%s" is not allowed', async (method, key) => {
    const { call } = createTestStore()
    expect((await call({ method, key })).status).toBe(405)
  })
})
