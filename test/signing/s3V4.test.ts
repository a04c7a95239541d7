import { describe, expect, test } from 'vitest'
import { parseBasicDateTime } from '../../src/signing/dateTime.ts'
import { presignS3Url, s3CanonicalRequest, signS3Headers, type S3Request } from '../../src/signing/s3/s3V4.ts'
import { isS3Signed, verifyS3Request } from '../../src/signing/s3/verifyS3V4.ts'
import vectors from '../vectors/s3-v4-url.json'
import { readUrl } from './readUrl.ts'

const [docUrl, docHeader, ...sdkVectors] = vectors.vectors
const { ak: id, sk: secret } = docUrl!.input!
const accessKey = { id, secret }

/** A vector's request, taken from its URL and its canonical request. */
function requestOf({ canonicalRequest, url }: { canonicalRequest: string; url?: string | undefined }): S3Request {
  const [method = '', path = '', , ...rest] = canonicalRequest.split('\n')
  const lines = rest.slice(0, rest.indexOf(''))
  const headers = Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]),
  )
  const query = url ? [...new URL(url).searchParams] : []
  return { method, path: decodeURIComponent(path), query, headers }
}

function verify(request: S3Request, region: string, now: number) {
  return verifyS3Request(request, { findKey: (each) => (each === id ? accessKey : undefined), now, region })
}

const dateOf = (url: string) => parseBasicDateTime(new URL(url).searchParams.get('X-Amz-Date')!)!
const regionOf = (url: string) => new URL(url).searchParams.get('X-Amz-Credential')!.split('/')[2]!
/** The SDK's token is made up by the vector; keys for it carry it. */
const tokenOf = (url: string) => new URL(url).searchParams.get('X-Amz-Security-Token') ?? undefined

describe('published S3 examples', () => {
  test('presigned GET: URL and canonical request', async () => {
    const { input, url, signedHeaders, canonicalRequest } = docUrl!
    const { expires = 0, host, method, path, region, datetime } = input!
    const options = { region, signedAt: parseBasicDateTime(datetime)!, expiresSeconds: expires }
    const signed = await presignS3Url(`https://${host}${path}`, { method }, accessKey, options)
    expect(readUrl(signed)).toEqual(readUrl(url!))
    const request = requestOf({ canonicalRequest, url })
    expect(s3CanonicalRequest(request, signedHeaders.split(';'), 'UNSIGNED-PAYLOAD')).toBe(canonicalRequest)
  })

  test('header PUT: Authorization', async () => {
    const { input, authorization } = docHeader!
    const { date, 'x-amz-storage-class': storageClass } = input!.headers!
    const headers = { date, 'x-amz-storage-class': storageClass }
    const options = { region: input!.region, signedAt: parseBasicDateTime(input!.datetime)!, payload: input!.payload }
    const url = `https://${input!.host}${input!.path}`
    const signed = await signS3Headers(url, { method: 'PUT', headers }, accessKey, options)
    expect(signed['Authorization']).toBe(authorization)
    const request = { method: 'PUT', path: input!.path, query: [], headers: { ...signed, host: input!.host } }
    expect(await verify(request, input!.region, options.signedAt)).toEqual({ ok: true, accessKeyId: id })
  })
})

describe.each(sdkVectors)(
  'the vendor’s SDK: $name',
  ({ canonicalRequest, sdkUrl = '', url, signature, signedHeaders }) => {
    const request = requestOf({ canonicalRequest, url: sdkUrl })

    test('R15 makes the same canonical request of a URL signed elsewhere', () => {
      expect(s3CanonicalRequest(request, signedHeaders.split(';'), 'UNSIGNED-PAYLOAD')).toBe(canonicalRequest)
    })

    test('signs the same', async () => {
      const own = /^X-Amz-(Algorithm|Credential|Date|Expires|Security-Token|SignedHeaders|Signature)$/
      const query = request.query.filter(([name]) => !own.test(name))
      const { host: _host, ...headers } = request.headers
      const key = { ...accessKey, token: tokenOf(sdkUrl) }
      const options = { region: regionOf(sdkUrl), signedAt: dateOf(sdkUrl), expiresSeconds: 900 }
      const signed = await presignS3Url(sdkUrl.split('?')[0]!, { method: request.method, query, headers }, key, options)
      expect(readUrl(signed)).toEqual(readUrl(url!))
      expect(new URL(signed).searchParams.get('X-Amz-Signature')).toBe(signature)
    })

    test('verifies, and is refused with another path', async () => {
      const key = { ...accessKey, token: tokenOf(sdkUrl) }
      const verifier = { findKey: () => key, now: dateOf(sdkUrl), region: regionOf(sdkUrl) }
      expect(await verifyS3Request(request, verifier)).toEqual({ ok: true, accessKeyId: id })
      expect(await verifyS3Request({ ...request, path: '/other' }, verifier)).toMatchObject({
        refusal: { reason: 'signature-mismatch' },
      })
    })
  },
)

describe('refusals', () => {
  const now = Date.UTC(2026, 10, 21, 12)
  const put: S3Request = { method: 'PUT', path: '/uploads/报告 (1).pdf', query: [], headers: { host: 's3.test' } }

  async function signed(headers: Record<string, string> = {}, expiresSeconds = 60): Promise<S3Request> {
    const call = { method: 'PUT', headers }
    const options = { region: 'us-east-1', signedAt: now, expiresSeconds }
    const url = await presignS3Url(`http://s3.test${encodeURI(put.path)}`, call, accessKey, options)
    return { ...put, query: [...new URL(url).searchParams], headers: { ...put.headers, ...headers } }
  }

  async function reasonFor(request: S3Request, at = now, region = 'us-east-1') {
    const verdict = await verify(request, region, at)
    return verdict.ok ? 'accepted' : verdict.refusal.reason
  }

  const withQuery = (request: S3Request, name: string, value: string): S3Request => ({
    ...request,
    query: request.query.map(([each, old]) => [each, each === name ? value : old] as const),
  })

  test('takes a Content-Type that nobody signed, unlike OSS', async () => {
    const request = await signed()
    expect(await reasonFor({ ...request, headers: { ...request.headers, 'Content-Type': 'image/png' } })).toBe(
      'accepted',
    )
  })

  test('wants a signed header as it was signed', async () => {
    const request = await signed({ 'Content-Type': 'image/png', 'If-None-Match': '*' })
    expect(await reasonFor(request)).toBe('accepted')
    const other = { ...request.headers, 'Content-Type': 'text/html' }
    expect(await reasonFor({ ...request, headers: other })).toBe('signature-mismatch')
    expect(await reasonFor({ ...request, headers: put.headers })).toBe('signature-mismatch')
  })

  test('names x-amz- headers that were sent unsigned', async () => {
    const request = await signed()
    const headers = { ...request.headers, 'x-amz-acl': 'public-read', 'X-Amz-Meta-a': 'b' }
    expect(await verify({ ...request, headers }, 'us-east-1', now)).toMatchObject({
      refusal: { reason: 'headers-not-signed', headersNotSigned: ['x-amz-acl', 'x-amz-meta-a'] },
    })
  })

  test('checks expiry before the signature', async () => {
    const request = withQuery(await signed(), 'X-Amz-Signature', 'f00d')
    expect(await reasonFor(request, now + 59_999)).toBe('signature-mismatch')
    expect(await reasonFor(request, now + 60_000)).toBe('expired')
  })

  test.each([
    ['X-Amz-Expires', '0', 'expires-malformed'],
    ['X-Amz-Expires', '604801', 'expires-too-long'],
    ['X-Amz-Expires', '', 'parameters-missing'],
    ['X-Amz-Date', 'today', 'date-malformed'],
    ['X-Amz-Date', '20261122T120000Z', 'not-yet-valid'],
    ['X-Amz-Credential', 'AKIA/20261120/us-east-1/s3/aws4_request', 'malformed'],
    ['X-Amz-Credential', 'AKIA/20261121/us-east-1/s3/aws4_request', 'unknown-access-key'],
    ['X-Amz-Expires', '61', 'signature-mismatch'],
  ])('refuses %s=%s as %s', async (name, value, reason) => {
    expect(await reasonFor(withQuery(await signed(), name, value))).toBe(reason)
  })

  test('refuses another region, a second signature and a header that is none', async () => {
    const request = await signed()
    expect(await reasonFor(request, now, 'eu-west-1')).toBe('region-mismatch')
    const authorization = 'AWS4-HMAC-SHA256 Credential=x'
    expect(await reasonFor({ ...request, headers: { ...request.headers, authorization } })).toBe('signed-twice')
    expect(await reasonFor({ ...put, headers: { ...put.headers, authorization } })).toBe('malformed')
  })

  test('knows which requests are signed the S3 way', async () => {
    expect(isS3Signed(await signed())).toBe(true)
    expect(isS3Signed({ query: [], headers: { Authorization: 'AWS4-HMAC-SHA256 x' } })).toBe(true)
    expect(isS3Signed({ query: [['Signature', 'x']], headers: { Authorization: 'OSS a:b' } })).toBe(false)
  })
})
