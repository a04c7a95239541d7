import { describe, expect, test } from 'vitest'
import { signAcs3 } from '../../src/signing/aliyun/acs3.ts'
import { signSdkHmac } from '../../src/signing/huawei/sdkHmac.ts'
import acs3 from '../vectors/aliyun-acs3.json'
import huawei from '../vectors/huawei-sdk-hmac.json'

const acsKey = { id: acs3.accessKeyId, secret: acs3.accessKeySecret }
const huaweiKey = { id: huawei.accessKey, secret: huawei.secretKey }

describe('ACS3-HMAC-SHA256, as the vendor’s SDK signs', () => {
  test.each(acs3.vectors)('$name', async ({ authorization, body, headers, host, query }) => {
    const { 'x-acs-version': version, 'x-acs-action': action, 'x-acs-date': date, accept } = headers
    const contentType = headers['content-type']
    const call = {
      method: 'POST' as const,
      url: `https://${host}/?${new URLSearchParams(query as Record<string, string>)}`,
      version,
      action,
      headers: { accept, ...(contentType ? { 'content-type': contentType } : {}) },
      body,
    }
    const options = { signedAt: Date.parse(date), nonce: headers['x-acs-signature-nonce'] }
    const { Authorization, ...sent } = await signAcs3(call, acsKey, options)
    expect(Authorization).toBe(authorization)
    expect({ ...sent, host }).toEqual(headers)
  })

  test('sends a session token, under the signature', async () => {
    const call = {
      method: 'POST' as const,
      url: 'https://workorder.aliyuncs.com/',
      version: '1',
      action: 'ListProducts',
    }
    const signed = await signAcs3(call, { ...acsKey, token: 'made-up' }, { signedAt: 0 })
    expect(signed['x-acs-security-token']).toBe('made-up')
    expect(signed['Authorization']).toContain('x-acs-security-token')
  })

  test('uses no nonce twice', async () => {
    const call = {
      method: 'POST' as const,
      url: 'https://workorder.aliyuncs.com/',
      version: '1',
      action: 'ListProducts',
    }
    const [first, second] = await Promise.all([0, 0].map((signedAt) => signAcs3(call, acsKey, { signedAt })))
    expect(first!['x-acs-signature-nonce']).not.toBe(second!['x-acs-signature-nonce'])
  })
})

describe('SDK-HMAC-SHA256, as the vendor’s SDK signs', () => {
  test.each(huawei.vectors)('$name', async ({ authorization, body, headersSent, method, url }) => {
    const contentType = headersSent['content-type']
    const call = {
      method: method as 'GET' | 'POST',
      url,
      headers: contentType ? { 'content-type': contentType } : {},
      body: body ?? undefined,
    }
    const { Authorization, ...sent } = await signSdkHmac(call, huaweiKey, { signedAt: Date.parse(huawei.clock) })
    expect(Authorization).toBe(authorization)
    expect({ ...sent, host: new URL(url).host }).toEqual(headersSent)
  })

  test('sends a session token, under the signature', async () => {
    const call = { method: 'GET' as const, url: 'https://coc.myhuaweicloud.com/v1/incident/attachments/a' }
    const signed = await signSdkHmac(call, { ...huaweiKey, token: 'made-up' }, { signedAt: 0 })
    expect(signed['X-Security-Token']).toBe('made-up')
    expect(signed['Authorization']).toContain('SignedHeaders=host;x-sdk-date;x-security-token,')
  })
})
