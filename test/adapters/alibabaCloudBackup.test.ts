import { describe, expect, it } from 'vitest'
import { createAlibabaCloudBackupAdapter } from '../../src/adapters/alibaba-cloud-backup/createAdapter.ts'
import type { AlibabaCloudBackupOptions } from '../../src/adapters/alibaba-cloud-backup/createAdapter.ts'
import vectors from '../vectors/oss-post.json' with { type: 'json' }
import { answering, failureOf, neverAborted, uploadRequest } from './support.ts'
import { cloudBackupSample } from './vendorSamples.ts'

const sample = JSON.parse(cloudBackupSample) as Record<string, unknown>

function adapterFor(body: unknown, options: Partial<AlibabaCloudBackupOptions> = {}, init: ResponseInit = {}) {
  const fetch = answering(body, init)
  const endpoint = 'https://desk.example.test/api/backup'
  return { adapter: createAlibabaCloudBackupAdapter({ endpoint, fetch, ...options }), requests: fetch.requests }
}

describe('alibaba-cloud-backup', () => {
  it('R15 reads the printed sample into fields in order, verbatim', async () => {
    const { adapter, requests } = adapterFor(cloudBackupSample)
    const key = 'temp/1440155109798732/upload/2022-07-29/49bed34c-b430-4e7e-89b1-4be2b734f95c/iaclone.diff'
    expect(await adapter.requestUpload(uploadRequest())).toEqual({
      kind: 'form-policy',
      handle: key,
      url: 'https://hbr-temp-bucket.oss-cn-shenzhen.aliyuncs.com/',
      headers: {},
      fields: [
        ['key', key],
        ['OSSAccessKeyId', 'LTAI****Up'],
        ['policy', 'eyJleH****V19'],
        ['Signature', 'RmhI****0A='],
      ],
      fileField: 'file',
      expiry: { atMs: 1654326678000, serverNowMs: undefined },
    })
    expect(requests[0]!.url).toBe('https://desk.example.test/api/backup/CreateTempFileUploadUrl?FileName=report.pdf')
    expect(requests[0]!.method).toBe('POST')
  })

  it.each([200, '200'])('takes the Code %j for success', async (Code) => {
    await expect(adapterFor({ ...sample, Code }).adapter.requestUpload(uploadRequest())).resolves.toBeDefined()
  })

  it.each([
    [{ Success: false }, 'vendor-refused'],
    [{ Code: '403' }, 'forbidden'],
    [{ Code: 500, Success: false }, 'server-error'],
  ])('refuses an HTTP 200 with %j as %s', async (change, code) => {
    const { adapter } = adapterFor({ ...sample, ...change })
    expect(await failureOf(adapter.requestUpload(uploadRequest()))).toMatchObject({ code, stage: 'credentials' })
  })

  it('lets the earlier end of signature and policy count', async () => {
    const { policyBase64 } = vectors.v1
    const { adapter } = adapterFor({ ...sample, Policy: policyBase64, ExpireTime: 1654326679 })
    expect((await adapter.requestUpload(uploadRequest())).expiry).toMatchObject({
      atMs: Date.UTC(2022, 5, 4, 7, 11, 18),
    })
  })

  it.each([
    [{ Endpoint: 'localhost:4801' }, {}, 'http://hbr-temp-bucket.localhost:4801/'],
    [{ Endpoint: '127.0.0.1:4801' }, {}, 'http://127.0.0.1:4801/hbr-temp-bucket/'],
    [{}, { scheme: 'http' as const }, 'http://hbr-temp-bucket.oss-cn-shenzhen.aliyuncs.com/'],
    [
      {},
      { formUrl: ({ bucket }: { bucket: string }) => `https://cdn.example.test/${bucket}` },
      'https://cdn.example.test/hbr-temp-bucket',
    ],
  ])('builds the address for %j and %j', async (change, options, url) => {
    const { adapter } = adapterFor({ ...sample, ...change }, options)
    expect((await adapter.requestUpload(uploadRequest())).url).toBe(url)
  })

  it('tells an endpoint that only the vendor can reach', async () => {
    const { adapter } = adapterFor({ ...sample, Endpoint: 'oss-cn-shenzhen-internal.aliyuncs.com' })
    expect(await failureOf(adapter.requestUpload(uploadRequest()))).toMatchObject({ code: 'store-misconfigured' })
  })

  it.each([
    { Endpoint: 'evil.example.test/x?' },
    { Endpoint: 'a@evil.example.test' },
    { BucketName: 'evil.example.test/' },
  ])('lets nothing but host names into the address: %j', async (change) => {
    const { adapter } = adapterFor({ ...sample, ...change })
    const error = await failureOf(adapter.requestUpload(uploadRequest()))
    expect(error).toMatchObject({ code: 'answer-unreadable' })
    expect(error.message).toContain(Object.keys(change)[0])
  })

  it('asks for a download link by the key', async () => {
    const url = 'https://b.oss-cn-shenzhen.aliyuncs.com/k?Expires=1654326678&OSSAccessKeyId=a&Signature=s'
    const { adapter, requests } = adapterFor({
      Success: true,
      Code: '200',
      Message: 'successful',
      RequestId: 'r',
      Url: url,
    })
    const attachment = { handle: 'temp/1/upload/a b.txt', name: 'a b.txt' }
    const request = { attachment, disposition: 'attachment' as const, filename: 'a b.txt', signal: neverAborted }
    expect(await adapter.requestDownload(request)).toMatchObject({ url, expiry: { atMs: 1654326678000 } })
    expect(new URL(requests[0]!.url).searchParams.get('TempFileKey')).toBe('temp/1/upload/a b.txt')
  })

  it('says not-found for a temporary file that was deleted', async () => {
    const { adapter } = adapterFor({ Success: false, Code: '404', Message: 'x', RequestId: 'r' }, {}, { status: 404 })
    const attachment = { handle: 'temp/1', name: 'a' }
    const request = { attachment, disposition: 'attachment' as const, filename: 'a', signal: neverAborted }
    expect(await failureOf(adapter.requestDownload(request))).toMatchObject({ code: 'not-found', stage: 'download' })
  })
})
