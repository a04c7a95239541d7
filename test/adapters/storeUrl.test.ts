import { describe, expect, it } from 'vitest'
import { checkHeaders } from '../../src/engine/checkHeaders.ts'
import { pathSegment } from '../../src/adapters/pathSegment.ts'
import { checkHost, checkStoreUrl } from '../../src/adapters/storeUrl.ts'
import { readUrlExpiry } from '../../src/adapters/urlExpiry.ts'
import small from '../vectors/small.json' with { type: 'json' }

const check = (url: string) => checkStoreUrl(url, 'PutSignedUrl', 'credentials')

describe('checkStoreUrl', () => {
  it.each([
    ['a line feed', 'https://b.oss.example.test\n/k.png?Expires=1'],
    ['a space', 'https://b.oss.example.test /k.png?Expires=1'],
    ['both', ' https://b.oss.example.test \r\n/k.png?Expires=1\n'],
  ])('takes %s out from behind the host', (_case, url) => {
    expect(check(url)).toBe('https://b.oss.example.test/k.png?Expires=1')
  })

  it('reads a wrapped sample as browsers would', () => {
    const { input, whatwgHref } = small.urlWhitespace
    expect(check(input)).toBe(whatwgHref)
  })

  it('R13 leaves the escapes of a signed URL as they are', () => {
    const url = 'https://b.example.test/a%2fb%2Fc|d%7C?Signature=a%2Bb%3D&x=%e4'
    expect(check(url)).toBe(url)
  })

  it.each([
    'javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,x',
    'blob:https://desk.example.test/1',
    'file:///etc/passwd',
    'ftp://b.example.test/k',
    '//b.example.test/k',
    '/k',
    'https://',
    'https://b.example.test/a b',
    'https://user:pass@b.example.test/k',
    '',
  ])('refuses %j', (url) => {
    expect(() => check(url)).toThrow(expect.objectContaining({ code: 'url-refused' }))
  })

  it('tells a host that only the vendor can reach', () => {
    expect(() => check('https://b.oss-cn-shenzhen-internal.aliyuncs.com/k')).toThrow(
      expect.objectContaining({ code: 'store-misconfigured' }),
    )
  })
})

describe('readUrlExpiry', () => {
  it.each([
    ['OSS V1', 'https://b.test/k?OSSAccessKeyId=a&Expires=1647328689&Signature=s', Date.UTC(2022, 2, 15, 7, 18, 9)],
    ['OSS V4', 'https://b.test/k?x-oss-date=20240115T083000Z&x-oss-expires=600', Date.UTC(2024, 0, 15, 8, 40)],
    ['S3 V4', 'https://b.test/k?X-Amz-Date=20240115T083000Z&X-Amz-Expires=60', Date.UTC(2024, 0, 15, 8, 31)],
    ['GCS V4', 'https://b.test/k?X-Goog-Date=20240115T083000Z&X-Goog-Expires=60', Date.UTC(2024, 0, 15, 8, 31)],
    ['Azure', 'https://b.test/k?sv=2026-04-06&se=2024-01-15T08%3A31%3A00Z&sig=s', Date.UTC(2024, 0, 15, 8, 31)],
    [
      'Azure, to the minute',
      'https://b.test/k?sv=2026-04-06&se=2024-01-15T08%3A31Z&sig=s',
      Date.UTC(2024, 0, 15, 8, 31),
    ],
    ['Azure, to the day', 'https://b.test/k?sv=2026-04-06&se=2024-01-15&sig=s', Date.UTC(2024, 0, 15)],
  ])('reads the end of %s', (_case, url, atMs) => {
    expect(readUrlExpiry(url, 7)).toEqual({ atMs, serverNowMs: 7 })
  })

  it('R12 lets a dated signature stand in for a clock that was not sent', () => {
    const expiry = readUrlExpiry('https://b.test/k?x-oss-date=20240115T083000Z&x-oss-expires=600', undefined)
    expect(expiry).toEqual({ atMs: Date.UTC(2024, 0, 15, 8, 40), serverNowMs: Date.UTC(2024, 0, 15, 8, 30) })
  })

  it.each([
    'https://b.test/k',
    'https://b.test/k?Expires=soon',
    'https://b.test/k?x-oss-date=2024&x-oss-expires=600',
    'https://b.test/k?se=2024-01-15',
    'https://b.test/k?sv=1&sig=s&se=1',
  ])('tells nothing of %s', (url) => {
    expect(readUrlExpiry(url, 7)).toBeUndefined()
  })
})

describe('checkHeaders', () => {
  it.each(['Host', 'content-length', 'Date', 'Cookie', 'Origin', 'Sec-Fetch-Mode', 'Proxy-Authorization'])(
    'R16 refuses the header %s before anything is sent, by name',
    (name) => {
      expect(() => checkHeaders({ [name]: 'x' }, 'credentials')).toThrow(
        expect.objectContaining({ code: 'header-forbidden', message: expect.stringContaining(name) }),
      )
    },
  )

  it.each(['Authorization', 'x-oss-date', 'Content-MD5', 'If-None-Match', 'x-amz-acl', 'x-ms-blob-type'])(
    'lets %s through',
    (name) => {
      expect(checkHeaders({ [name]: 'x' }, 'credentials')).toEqual({ [name]: 'x' })
    },
  )

  it('R49 refuses a value that engines would send in different bytes', () => {
    expect(() => checkHeaders({ 'x-oss-meta-name': 'Müller' }, 'credentials')).toThrow(/percent-encode/)
  })

  it('refuses a value that would break the line', () => {
    expect(() => checkHeaders({ 'x-a': 'b\r\nx-c: d' }, 'credentials')).toThrow(
      expect.objectContaining({ code: 'header-forbidden' }),
    )
  })
})

describe('checkHost', () => {
  it.each(['oss-cn-hangzhou.aliyuncs.com', 'bucket_1', '127.0.0.1:4801'])('takes %s', (host) => {
    expect(checkHost(host, 'Endpoint', 'credentials')).toBe(host)
  })

  it.each(['evil.example/', 'user@evil.example', 'evil.example#', 'evil.example?a', '', 'a b', 'a:99x'])(
    'R65 refuses %j, which would make another address',
    (host) => {
      expect(() => checkHost(host, 'Endpoint', 'credentials')).toThrow('Endpoint is not the name of a host.')
    },
  )
})

describe('pathSegment', () => {
  it('encodes what has a meaning in a path', () => {
    expect(pathSegment('a/b?c#ü', 'download')).toBe('a%2Fb%3Fc%23%C3%BC')
  })

  it.each(['', '.', '..', 'half\uD83D'])('refuses %j as not found', (handle) => {
    expect(() => pathSegment(handle, 'download')).toThrow(expect.objectContaining({ code: 'not-found' }))
  })
})
