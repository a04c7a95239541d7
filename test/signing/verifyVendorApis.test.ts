import { describe, expect, test } from 'vitest'
import { signAcs3 } from '../../src/signing/aliyun/acs3.ts'
import { verifyAcs3, type ReceivedAcs3Call } from '../../src/signing/aliyun/verifyAcs3.ts'
import { signSdkHmac } from '../../src/signing/huawei/sdkHmac.ts'
import { verifySdkHmac, type ReceivedSdkHmacCall } from '../../src/signing/huawei/verifySdkHmac.ts'
import type { SignatureVerdict } from '../../src/signing/verdict.ts'
import acs3 from '../vectors/aliyun-acs3.json'
import huawei from '../vectors/huawei-sdk-hmac.json'

const minute = 60_000
const reasonOf = (verdict: SignatureVerdict) => (verdict.ok ? 'taken' : verdict.refusal.reason)

describe('ACS3-HMAC-SHA256, as a gateway checks it', () => {
  const key = { id: acs3.accessKeyId, secret: acs3.accessKeySecret }
  const now = Date.parse('2024-01-15T08:30:00Z')
  const verify = async (call: ReceivedAcs3Call, at = now, known = key) =>
    reasonOf(await verifyAcs3(call, { now: at, findKey: (id) => (id === known.id ? known : undefined) }))

  const received = acs3.vectors.map(({ authorization, body, headers, host, name, query }) => ({
    name,
    method: 'POST',
    url: `https://${host}/?${new URLSearchParams(query as Record<string, string>)}`,
    headers: { ...(headers as Record<string, string>), authorization },
    body,
  }))
  const call = received[0]!

  test.each(received)('takes the vendor SDK’s $name', async (vector) => {
    expect(await verify(vector)).toBe('taken')
  })

  test.each([
    ['another body', { body: 'FileName=b.jpg' }],
    ['another query', { url: `${call.url}x=1` }],
    ['another host', { url: call.url.replace('workorder', 'other') }],
    ['another action', { headers: { ...call.headers, 'x-acs-action': 'CloseTicket' } }],
  ])('refuses %s', async (_what, change) => {
    expect(await verify({ ...call, ...change })).toBe('signature-mismatch')
  })

  test('refuses a body that goes with its own hash, under the old signature', async () => {
    const headers = { ...call.headers, 'x-acs-content-sha256': 'e'.repeat(64) }
    expect(await verify({ ...call, headers })).toBe('signature-mismatch')
  })

  test('refuses what is not signed, malformed, unknown, too old or too early', async () => {
    const { authorization: _, ...bare } = call.headers
    expect(await verify({ ...call, headers: bare })).toBe('unsigned')
    expect(await verify({ ...call, headers: { ...bare, authorization: 'ACS3-HMAC-SHA256 x' } })).toBe('malformed')
    expect(await verify({ ...call, headers: { ...call.headers, 'x-acs-date': 'soon' } })).toBe('date-malformed')
    expect(await verify(call, now + 16 * minute)).toBe('time-skewed')
    expect(await verify(call, now - 16 * minute)).toBe('time-skewed')
    expect(await verify(call, now, { id: 'other', secret: 'x' })).toBe('unknown-access-key')
    expect(await verify({ ...call, headers: { ...call.headers, 'x-acs-extra': '1' } })).toBe('headers-not-signed')
  })

  test('takes a temporary key with its token alone, and until it ends', async () => {
    const temporary = { ...key, token: 'made-up', expiresAt: now + minute }
    const asked = { method: 'POST' as const, url: 'https://workorder.aliyuncs.com/', version: '1', action: 'A' }
    const arrived = async (signer: typeof key) => {
      return { ...asked, headers: await signAcs3(asked, signer, { signedAt: now }), body: '' }
    }
    expect(await verify(await arrived(temporary), now, temporary)).toBe('taken')
    expect(await verify(await arrived(key), now, temporary)).toBe('token-wrong')
    expect(await verify(await arrived(temporary), now + 2 * minute, temporary)).toBe('token-expired')
  })
})

describe('SDK-HMAC-SHA256, as a gateway checks it', () => {
  const key = { id: huawei.accessKey, secret: huawei.secretKey }
  const now = Date.parse(huawei.clock)
  const verify = async (call: ReceivedSdkHmacCall, at = now, known = key) =>
    reasonOf(await verifySdkHmac(call, { now: at, findKey: (id) => (id === known.id ? known : undefined) }))

  const received = huawei.vectors.map(({ authorization, body, headersSent, method, name, url }) => ({
    name,
    method,
    url,
    headers: { ...(headersSent as Record<string, string>), authorization },
    body: body ?? '',
  }))
  const call = received[2]!

  test.each(received)('takes the vendor SDK’s $name', async (vector) => {
    expect(await verify(vector)).toBe('taken')
  })

  test.each([
    ['another body', { body: '{}' }],
    ['another method', { method: 'PUT' }],
    ['another path', { url: `${call.url}/1` }],
    ['another type', { headers: { ...call.headers, 'content-type': 'text/plain' } }],
  ])('refuses %s', async (_what, change) => {
    expect(await verify({ ...call, ...change })).toBe('signature-mismatch')
  })

  test('refuses what is not signed, malformed, unknown, too old, or does not sign its date', async () => {
    const { authorization, ...bare } = call.headers
    expect(await verify({ ...call, headers: bare })).toBe('unsigned')
    expect(await verify({ ...call, headers: { ...bare, authorization: 'SDK-HMAC-SHA256 x' } })).toBe('malformed')
    expect(await verify({ ...call, headers: { ...call.headers, 'X-Sdk-Date': 'soon' } })).toBe('date-malformed')
    expect(await verify(call, now + 16 * minute)).toBe('time-skewed')
    expect(await verify(call, now, { id: 'other', secret: 'x' })).toBe('unknown-access-key')
    const undated = { ...bare, authorization: authorization!.replace(';x-sdk-date', '') }
    expect(await verify({ ...call, headers: undated })).toBe('headers-not-signed')
  })

  test('takes a temporary key with its token alone', async () => {
    const temporary = { ...key, token: 'made-up' }
    const asked = { method: 'GET' as const, url: 'https://coc.myhuaweicloud.com/v1/incident/attachments/%E6%8A%A5' }
    const arrived = async (signer: typeof key) => {
      return { ...asked, headers: await signSdkHmac(asked, signer, { signedAt: now }), body: '' }
    }
    expect(await verify(await arrived(temporary), now, temporary)).toBe('taken')
    expect(await verify(await arrived(key), now, temporary)).toBe('token-wrong')
  })
})
