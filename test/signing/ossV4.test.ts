import { describe, expect, test } from 'vitest'
import { parseBasicDateTime } from '../../src/signing/dateTime.ts'
import { percentEncodePath, toHex } from '../../src/signing/encoding.ts'
import { ossV4CanonicalRequest, presignOssV4Url, signOssV4Headers } from '../../src/signing/oss/ossV4.ts'
import { verifyOssRequest } from '../../src/signing/oss/verifyOssRequest.ts'
import { deriveSigningKey, ossV4Family } from '../../src/signing/scopedSignature.ts'
import type { SignableRequest } from '../../src/signing/signableRequest.ts'
import vectors from '../vectors/oss-v4.json'
import { readUrl } from './readUrl.ts'

interface Vector {
  name: string
  kind: string
  input: {
    ak: string
    sk: string
    method: string
    bucket: string
    key: string
    region: string
    headers: Record<string, string>
    query?: Record<string, string>
    additional?: string[]
    token?: string
    product?: string
    datetime: string
    expires?: number
  }
  canonicalRequest: string
  signingKeyHex: string
  signature: string
  authorization?: string
  url?: string
}

const all = vectors.vectors as Vector[]
const inHeader = all.filter(({ kind }) => kind === 'header')
const inUrl = all.filter(({ kind }) => kind === 'query')

function toRequest({ method, bucket, key, headers, query = {} }: Vector['input']): SignableRequest {
  return { method, bucket, key, headers, query: Object.entries(query) }
}

function optionsOf({ region, datetime, additional, product, expires = 0 }: Vector['input']) {
  const signedAt = parseBasicDateTime(datetime)!
  return { region, signedAt, additionalHeaders: additional, product, expiresSeconds: expires }
}

const accessKeyOf = ({ ak, sk, token }: Vector['input']) => ({ id: ak, secret: sk, token })

describe('OSS V4 signature', () => {
  test.each(all)('derives the signing key of $name', async ({ input, signingKeyHex }) => {
    const scope = { date: input.datetime.slice(0, 8), region: input.region, service: input.product ?? 'oss' }
    expect(toHex(await deriveSigningKey(ossV4Family, input.sk, scope))).toBe(signingKeyHex)
  })

  test.each(inHeader)('signs headers: $name', async ({ input, canonicalRequest, authorization }) => {
    const headers = await signOssV4Headers(toRequest(input), accessKeyOf(input), optionsOf(input))
    expect(ossV4CanonicalRequest({ ...toRequest(input), headers }, input.additional)).toBe(canonicalRequest)
    expect(headers['Authorization']).toBe(authorization)
  })

  test.each(inUrl)('signs a URL: $name', async ({ input, canonicalRequest, url = '' }) => {
    const objectUrl = `https://${new URL(url).host}/${percentEncodePath(input.key)}`
    const signed = await presignOssV4Url(objectUrl, toRequest(input), accessKeyOf(input), optionsOf(input))
    const request = { ...toRequest(input), query: readUrl(signed).query }
    expect(ossV4CanonicalRequest(request, input.additional)).toBe(canonicalRequest)
    expect(readUrl(signed)).toEqual(readUrl(url))
  })

  test.each(all)('verifies $name', async ({ input, authorization, url }) => {
    const verifier = {
      findKey: () => accessKeyOf(input),
      now: parseBasicDateTime(input.datetime)!,
      region: input.region,
    }
    const request = toRequest(input)
    const headers = await signOssV4Headers(request, accessKeyOf(input), optionsOf(input))
    const received = url
      ? { ...request, query: readUrl(url).query }
      : { ...request, headers: { ...headers, Authorization: authorization! } }
    expect(await verifyOssRequest(received, verifier)).toEqual({ ok: true, accessKeyId: input.ak })
  })
})
