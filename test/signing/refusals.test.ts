import { describe, expect, test } from 'vitest'
import { createAccessKey, createTemporaryAccessKey, type AccessKey } from '../../src/signing/accessKey.ts'
import { formatHttpDate } from '../../src/signing/dateTime.ts'
import { presignOssV1Url, signOssV1Header } from '../../src/signing/oss/ossV1.ts'
import { presignOssV4Url, signOssV4Headers } from '../../src/signing/oss/ossV4.ts'
import { verifyOssRequest } from '../../src/signing/oss/verifyOssRequest.ts'
import type { SignableRequest } from '../../src/signing/signableRequest.ts'
import type { RefusalReason } from '../../src/signing/verdict.ts'

const now = Date.UTC(2026, 10, 21, 12)
const region = 'cn-hangzhou'
const key = createAccessKey()
const put: SignableRequest = { method: 'PUT', bucket: 'attachments', key: 'a/报告 (1).pdf', query: [], headers: {} }

function verify(request: SignableRequest, { at = now, keys = [key] }: { at?: number; keys?: AccessKey[] } = {}) {
  return verifyOssRequest(request, { findKey: (id) => keys.find((each) => each.id === id), now: at, region })
}

async function reasonFor(request: SignableRequest, options?: { at?: number; keys?: AccessKey[] }) {
  const verdict = await verify(request, options)
  return verdict.ok ? 'accepted' : verdict.refusal.reason
}

async function v1Url(request = put, accessKey = key): Promise<SignableRequest> {
  const url = await presignOssV1Url('http://store.test/x', request, accessKey, now / 1000 + 60)
  return { ...request, query: [...new URL(url).searchParams] }
}

async function v4Url(request = put, accessKey = key, expiresSeconds = 60): Promise<SignableRequest> {
  const options = { region, signedAt: now, expiresSeconds }
  const url = await presignOssV4Url('http://store.test/x', request, accessKey, options)
  return { ...request, query: [...new URL(url).searchParams] }
}

async function v1Header(accessKey = key): Promise<SignableRequest> {
  const dated = { ...put, headers: { 'x-oss-date': formatHttpDate(now) } }
  const Authorization = await signOssV1Header(dated, accessKey, formatHttpDate(now))
  return { ...dated, headers: { ...dated.headers, Authorization } }
}

async function v4Header(accessKey = key): Promise<SignableRequest> {
  return { ...put, headers: await signOssV4Headers(put, accessKey, { region, signedAt: now }) }
}

const schemes = { 'V1 URL': v1Url, 'V4 URL': v4Url, 'V1 header': () => v1Header(), 'V4 header': () => v4Header() }

function replaceQuery(request: SignableRequest, name: string, value: string): SignableRequest {
  return { ...request, query: request.query.map(([each, old]) => [each, each === name ? value : old] as const) }
}

describe.each(Object.entries(schemes))('%s', (_name, sign) => {
  test('accepts what was signed', async () => {
    expect(await verify(await sign())).toEqual({ ok: true, accessKeyId: key.id })
  })

  test.each<[string, Partial<SignableRequest>]>([
    ['another key', { key: 'a/other.pdf' }],
    ['another bucket', { bucket: 'other' }],
    ['another method', { method: 'GET' }],
  ])('refuses %s', async (_change, change) => {
    expect(await reasonFor({ ...(await sign()), ...change })).toBe('signature-mismatch')
  })

  test('refuses a Content-Type that was not signed', async () => {
    const request = await sign()
    const headers = { ...request.headers, 'Content-Type': 'image/png' }
    expect(await reasonFor({ ...request, headers })).toBe('signature-mismatch')
  })

  test('refuses an x-oss header that was not signed', async () => {
    const request = await sign()
    const headers = { ...request.headers, 'X-Oss-Forbid-Overwrite': 'true' }
    expect(await reasonFor({ ...request, headers })).toBe('signature-mismatch')
  })

  test('refuses a key it does not know', async () => {
    expect(await reasonFor(await sign(), { keys: [] })).toBe('unknown-access-key')
  })

  test('refuses a secret that is not the key’s', async () => {
    expect(await reasonFor(await sign(), { keys: [{ ...key, secret: 'another' }] })).toBe('signature-mismatch')
  })
})

describe('time', () => {
  test.each([
    ['V1', v1Url],
    ['V4', v4Url],
  ])('takes a %s URL until the last millisecond and not after', async (_name, sign) => {
    const request = await sign()
    expect(await reasonFor(request, { at: now + 59_999 })).toBe('accepted')
    expect(await reasonFor(request, { at: now + 60_000 })).toBe('expired')
  })

  test.each([
    ['V1', v1Url, 'Signature'],
    ['V4', v4Url, 'x-oss-signature'],
  ])('checks the expiry of a %s URL before its signature', async (_name, sign, parameter) => {
    const tampered = replaceQuery(await sign(), parameter, 'wrong')
    expect(await reasonFor(tampered, { at: now + 60_000 })).toBe('expired')
    expect(await reasonFor(tampered)).toBe('signature-mismatch')
  })

  test.each([
    ['V1', () => v1Header()],
    ['V4', () => v4Header()],
  ])('refuses a %s header that is fifteen minutes early or late', async (_name, sign) => {
    const request = await sign()
    expect(await reasonFor(request, { at: now + 900_000 })).toBe('accepted')
    expect(await reasonFor(request, { at: now + 900_001 })).toBe('time-skewed')
    expect(await reasonFor(request, { at: now - 900_001 })).toBe('time-skewed')
  })

  test('refuses a V4 URL signed more than fifteen minutes ahead', async () => {
    expect(await reasonFor(await v4Url(), { at: now - 900_001 })).toBe('time-skewed')
  })

  test('refuses a V4 URL that asks for more than seven days', async () => {
    expect(await reasonFor(await v4Url(put, key, 604_800))).toBe('accepted')
    expect(await reasonFor(await v4Url(put, key, 604_801))).toBe('expires-too-long')
  })
})

describe('temporary keys', () => {
  const temporary = createTemporaryAccessKey(now + 30_000)
  const signers = {
    'V1 URL': () => v1Url(put, temporary),
    'V4 URL': () => v4Url(put, temporary),
    'V4 header': () => v4Header(temporary),
  }

  test.each(Object.entries(signers))('%s: token goes along, is checked and ends', async (_name, sign) => {
    const request = await sign()
    expect(await reasonFor(request, { keys: [temporary] })).toBe('accepted')
    expect(await reasonFor(request, { keys: [{ ...temporary, token: 'other' }] })).toBe('token-wrong')
    expect(await reasonFor(request, { keys: [temporary], at: now + 30_000 })).toBe('token-expired')
  })
})

describe('malformed', () => {
  const withQuery = (query: SignableRequest['query']): SignableRequest => ({ ...put, query })
  const withHeaders = (headers: Record<string, string>): SignableRequest => ({ ...put, headers })
  const v4 = 'OSS4-HMAC-SHA256'
  const v4Query = (change: Record<string, string>) =>
    withQuery(
      Object.entries({
        'x-oss-signature-version': v4,
        'x-oss-credential': `${key.id}/20261121/${region}/oss/aliyun_v4_request`,
        'x-oss-date': '20261121T120000Z',
        'x-oss-expires': '60',
        'x-oss-signature': 'abc',
        ...change,
      }),
    )

  test.each<[string, RefusalReason, SignableRequest]>([
    ['no signature at all', 'unsigned', put],
    [
      'a V1 URL without Expires',
      'parameters-missing',
      withQuery([
        ['OSSAccessKeyId', 'a'],
        ['Signature', 'b'],
      ]),
    ],
    [
      'a V1 URL with Expires in words',
      'expires-malformed',
      withQuery([
        ['OSSAccessKeyId', 'a'],
        ['Signature', 'b'],
        ['Expires', 'soon'],
      ]),
    ],
    [
      'header and URL at once',
      'signed-twice',
      { ...withQuery([['Signature', 'b']]), headers: { authorization: 'OSS a:b' } },
    ],
    ['an Authorization of another kind', 'malformed', withHeaders({ Authorization: 'Bearer x' })],
    ['a V1 header without a colon', 'malformed', withHeaders({ Authorization: 'OSS abc' })],
    ['a V1 header without a date', 'date-malformed', withHeaders({ Authorization: 'OSS a:b' })],
    ['a V1 header with an ISO date', 'date-malformed', withHeaders({ Authorization: 'OSS a:b', Date: '2026-11-21' })],
    ['a V4 header without Signature', 'malformed', withHeaders({ Authorization: `${v4} Credential=a` })],
    ['a V4 URL without a signature', 'parameters-missing', v4Query({ 'x-oss-signature': '' })],
    ['a V4 URL with a date that is none', 'date-malformed', v4Query({ 'x-oss-date': '20261341T990000Z' })],
    ['a V4 URL with negative expiry', 'expires-malformed', v4Query({ 'x-oss-expires': '-5' })],
    ['a V4 URL with a scope of another kind', 'malformed', v4Query({ 'x-oss-credential': 'a/b/c' })],
    [
      'a V4 URL whose scope has another day',
      'malformed',
      v4Query({ 'x-oss-credential': `${key.id}/20261120/${region}/oss/aliyun_v4_request` }),
    ],
    [
      'a V4 URL of another region',
      'region-mismatch',
      v4Query({ 'x-oss-credential': `${key.id}/20261121/cn-beijing/oss/aliyun_v4_request` }),
    ],
    ['an unknown signature version', 'malformed', v4Query({ 'x-oss-signature-version': 'OSS9' })],
  ])('refuses %s as %s', async (_what, reason, request) => {
    expect(await reasonFor(request)).toBe(reason)
  })

  test('reads the first of two equal parameters', async () => {
    const request = await v1Url()
    expect(await reasonFor({ ...request, query: [...request.query, ['Signature', 'second']] })).toBe('accepted')
    expect(await reasonFor({ ...request, query: [['Signature', 'first'], ...request.query] })).toBe(
      'signature-mismatch',
    )
  })
})
