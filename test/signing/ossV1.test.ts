import { describe, expect, test } from 'vitest'
import { ossV1StringToSign, presignOssV1Url, signOssV1Header } from '../../src/signing/oss/ossV1.ts'
import { percentEncodePath } from '../../src/signing/encoding.ts'
import type { SignableRequest } from '../../src/signing/signableRequest.ts'
import { verifyOssRequest } from '../../src/signing/oss/verifyOssRequest.ts'
import { parseHttpDate } from '../../src/signing/dateTime.ts'
import headerVectors from '../vectors/oss-v1-header.json'
import urlVectors from '../vectors/oss-v1-url.json'
import { readUrl } from './readUrl.ts'

interface Input {
  ak: string
  sk: string
  method: string
  bucket: string
  key?: string
  headers?: Record<string, string>
  query?: Record<string, string>
  token?: string
}

function toRequest({ method, bucket, key = '', headers = {}, query = {} }: Input): SignableRequest {
  return { method, bucket, key, headers, query: Object.entries(query) }
}

const accessKeyOf = ({ ak, sk, token }: Input) => ({ id: ak, secret: sk, token })

describe('OSS V1 header signature', () => {
  test.each(headerVectors.vectors)('signs $name', async ({ input, stringToSign, authorization }) => {
    const request = toRequest(input as Input)
    expect(ossV1StringToSign(request, input.date)).toBe(stringToSign)
    expect(await signOssV1Header(request, accessKeyOf(input), input.date)).toBe(authorization)
  })

  test.each(headerVectors.vectors)('verifies $name', async ({ input, authorization }) => {
    const request = toRequest(input as Input)
    const headers = { ...request.headers, Date: input.date, Authorization: authorization }
    const verifier = { findKey: () => accessKeyOf(input), now: parseHttpDate(input.date)!, region: 'cn-hangzhou' }
    expect(await verifyOssRequest({ ...request, headers }, verifier)).toEqual({ ok: true, accessKeyId: input.ak })
  })
})

describe('OSS V1 URL signature', () => {
  test.each(urlVectors.vectors)('signs $name', async ({ input, stringToSign, signature, url }) => {
    const request = toRequest(input as Input)
    const { token } = input as Input
    const query = [...request.query, ...(token ? [['security-token', token] as const] : [])]
    expect(ossV1StringToSign({ ...request, query }, String(input.expires))).toBe(stringToSign)
    const objectUrl = `https://${new URL(url).host}/${percentEncodePath(request.key)}`
    const signed = await presignOssV1Url(objectUrl, request, accessKeyOf(input), input.expires)
    expect(new URL(signed).searchParams.get('Signature')).toBe(signature)
    expect(readUrl(signed)).toEqual(readUrl(url))
  })

  test.each(urlVectors.vectors)('verifies $name', async ({ input, url }) => {
    const verifier = { findKey: () => accessKeyOf(input), now: input.expires * 1000 - 1, region: 'cn-hangzhou' }
    const request = { ...toRequest(input as Input), query: readUrl(url).query }
    expect(await verifyOssRequest(request, verifier)).toEqual({ ok: true, accessKeyId: input.ak })
  })
})
