import { describe, expect, it } from 'vitest'
import { createDingtalkStorageAdapter } from '../../src/adapters/dingtalk-storage/createAdapter.ts'
import type { DingtalkStorageOptions } from '../../src/adapters/dingtalk-storage/createAdapter.ts'
import { checkDingtalkName } from '../../src/adapters/dingtalk-storage/nameRules.ts'
import { readUploadInfo } from '../../src/adapters/dingtalk-storage/wire.ts'
import type { CommitRequest } from '../../src/engine/ports.ts'
import { sendCredential } from '../simulator/sendCredential.ts'
import { createHarness, deskUrl } from '../simulator/simulatorFetch.ts'
import { answering, failureOf, neverAborted, uploadRequest } from './support.ts'
import { dingtalkSample } from './vendorSamples.ts'

const url = 'https://zjk.example.test/res/1.pdf'
const headers = { Authorization: 'OSS ak:sig', 'x-oss-date': 'Sat, 21 Nov 2026 12:00:00 GMT' }
const info = {
  resourceUrls: [url],
  headers,
  expirationSeconds: 900,
  region: 'ZHANGJIAKOU',
  internalResourceUrls: ['x'],
}
const answer = {
  uploadKey: 'key-1',
  storageDriver: 'DINGTALK',
  protocol: 'HEADER_SIGNATURE',
  headerSignatureInfo: info,
}
const dentry = {
  id: '12',
  spaceId: '34',
  uuid: 'u',
  name: 'report(1).pdf',
  size: 5,
  createTime: '2022-01-01T10:00:00Z',
}

function adapterFor(body: unknown, options: Partial<DingtalkStorageOptions> = {}, init: ResponseInit = {}) {
  const fetch = answering(body, init)
  const adapter = createDingtalkStorageAdapter({ endpoint: 'https://desk.example.test', fetch, ...options })
  return { adapter, requests: fetch.requests }
}

const commitRequest: CommitRequest = {
  itemId: 'item-1',
  file: uploadRequest().file,
  handle: 'key-1',
  receipt: { status: 200, headers: {}, body: '' },
  idempotencyKey: 'item-1',
  signal: neverAborted,
}

describe('dingtalk-storage', () => {
  it('reads the printed sample as it stands', () => {
    expect(readUploadInfo(JSON.parse(dingtalkSample))).toEqual({
      uploadKey: 'upload_key',
      resources: [{ url: 'resourceUrl', headers: { key: 'header_value' } }],
      expirationSeconds: 900,
    })
  })

  it('R17 asks with a pre-check of size and name, and not for the intranet', async () => {
    const { adapter, requests } = adapterFor(answer, { parentDentryUuid: 'folder/1', unionId: 'union' })
    await adapter.requestUpload(uploadRequest())
    expect(requests[0]!.url).toBe(
      'https://desk.example.test/v2.0/storage/spaces/files/folder%2F1/uploadInfos/query?unionId=union',
    )
    expect(await requests[0]!.json()).toEqual({
      protocol: 'HEADER_SIGNATURE',
      option: {
        storageDriver: 'DINGTALK',
        preCheckParam: { size: 5, name: 'report.pdf' },
        preferIntranet: false,
      },
    })
  })

  it('R13 hands on exactly the returned headers and no Content-Type', async () => {
    const credential = await adapterFor(answer).adapter.requestUpload(uploadRequest())
    expect(credential).toMatchObject({ handle: 'key-1', method: 'PUT', url, headers, contentType: 'none' })
    expect(credential.headers).toEqual(headers)
  })

  it('R12 counts its life from the request', async () => {
    const { expiry } = await adapterFor(answer).adapter.requestUpload(uploadRequest())
    expect(expiry).toEqual({ afterMs: 900_000 })
  })

  it('sends no Content-Type where an empty one is handed out', async () => {
    const signed = { ...answer, headerSignatureInfo: { ...info, headers: { ...headers, 'Content-Type': '' } } }
    const credential = await adapterFor(signed).adapter.requestUpload(uploadRequest())
    expect(credential).toMatchObject({ contentType: 'none' })
    expect(credential.headers).toEqual(headers)
  })

  it('sends the Content-Type that is handed out', async () => {
    const signed = { ...answer, headerSignatureInfo: { ...info, headers: { 'content-type': 'text/plain' } } }
    const credential = await adapterFor(signed).adapter.requestUpload(uploadRequest())
    expect(credential).toMatchObject({ contentType: 'exact', headers: { 'content-type': 'text/plain' } })
  })

  it.each([
    ['inside result', { result: answer }],
    ['with uploadId', { ...answer, uploadKey: undefined, uploadId: 'key-1' }],
    ['as objects', { ...answer, headerSignatureInfo: { resourceUrls: [{ url, headers }] } }],
  ])('reads an answer %s', async (_case, body) => {
    const credential = await adapterFor(body).adapter.requestUpload(uploadRequest())
    expect(credential).toMatchObject({ handle: 'key-1', url, headers })
  })

  it('takes the next of several addresses with each attempt', async () => {
    const resourceUrls = [url, 'https://sh.example.test/res/1.pdf']
    const { adapter } = adapterFor({ ...answer, headerSignatureInfo: { ...info, resourceUrls } })
    const urls = await Promise.all(
      [1, 2, 3].map(async (attempt) => (await adapter.requestUpload(uploadRequest({ attempt }))).url),
    )
    expect(urls).toEqual([...resourceUrls, url])
  })

  it.each([
    [{ resourceUrls: [] }, 'resourceUrls is empty'],
    [{ resourceUrls: [5] }, 'resourceUrls[0] is not an object'],
    [{ resourceUrls: [{}] }, 'resourceUrls[0].url is missing'],
    [{ headers: { a: 1 } }, 'headerSignatureInfo.headers is not a map of texts'],
    [{ expirationSeconds: '900' }, 'headerSignatureInfo.expirationSeconds is not a number'],
  ])('refuses %j by name', async (change, words) => {
    const { adapter } = adapterFor({ ...answer, headerSignatureInfo: { ...info, ...change } })
    const error = await failureOf(adapter.requestUpload(uploadRequest()))
    expect(error).toMatchObject({ code: 'answer-unreadable' })
    expect(error.hint).toContain(words)
  })

  it('R16 refuses a Date header before anything is sent', async () => {
    const signed = { ...answer, headerSignatureInfo: { ...info, headers: { Date: headers['x-oss-date'] } } }
    const error = await failureOf(adapterFor(signed).adapter.requestUpload(uploadRequest()))
    expect(error).toMatchObject({ code: 'header-forbidden' })
    expect(error.hint).toContain('Date')
  })

  it.each([
    [400, 'paramError', 'vendor-refused', false],
    [400, 'paramError.protocol', 'vendor-refused', false],
    [400, 'paramError.parentDentryUuid', 'vendor-refused', false],
    [400, 'paramError.storageDriver', 'vendor-refused', false],
    [400, 'dentryUploadError', 'vendor-refused', false],
    [400, 'spaceQuotaInsufficient', 'quota-exceeded', false],
    [400, 'sceneQuotaInsufficient', 'quota-exceeded', false],
    [400, 'appQuotaInsufficient', 'quota-exceeded', false],
    [400, 'orgQuotaInsufficient', 'quota-exceeded', false],
    [400, 'dentryUploadForbidden', 'forbidden', false],
    [400, 'dentryUploadProtocolNotSupport', 'store-misconfigured', false],
    [403, 'permissionDenied', 'forbidden', false],
    [404, 'spaceNotExist', 'not-found', false],
    [500, 'systemError', 'server-error', true],
    [500, 'unknownError', 'server-error', true],
    [503, 'operationTimeout', 'timeout', true],
  ])('maps the documented %d %s to %s', async (status, storageCode, code, retryable) => {
    const { adapter } = adapterFor({ code: storageCode, message: '%s', requestid: 'R-1' }, {}, { status })
    const error = await failureOf(adapter.requestUpload(uploadRequest()))
    expect(error).toMatchObject({ code, retryable, storageCode, status, requestId: 'R-1' })
  })

  it.each([
    ['a*b.txt', 'must not hold'],
    ['a"b.txt', 'must not hold'],
    ['a<b>.txt', 'must not hold'],
    ['a|b.txt', 'must not hold'],
    ['a\tb.txt', 'must not hold'],
    ['report.', 'must not end with a dot'],
    ['report. ', 'must not end with a dot'],
  ])('knows that the name %j would be refused', (name, words) => {
    expect(checkDingtalkName(name)).toContain(words)
  })

  it.each(['报告 1.pdf', ' spaces .txt', 'a`b.txt', '.hidden', 'a.b.c'])('takes the name %j', (name) => {
    expect(checkDingtalkName(name)).toBeUndefined()
  })

  describe('commit', () => {
    it('tells the size, and shows the name that was stored', async () => {
      const { adapter, requests } = adapterFor({ dentry })
      expect(await adapter.commitUpload(commitRequest)).toEqual({
        handle: '34:12',
        name: 'report(1).pdf',
        size: 5,
        contentType: 'application/pdf',
        createdAt: '2022-01-01T10:00:00Z',
      })
      expect(await requests[0]!.json()).toMatchObject({
        uploadKey: 'key-1',
        name: 'report.pdf',
        option: { size: 5, conflictStrategy: 'AUTO_RENAME' },
      })
    })

    it('names the space itself where the answer tells none', async () => {
      const { spaceId: _left, ...rest } = dentry
      const told = adapterFor({ dentry: rest }, { spaceId: '77' })
      expect((await told.adapter.commitUpload(commitRequest)).handle).toBe('77:12')
      const untold = await failureOf(adapterFor({ dentry: rest }).adapter.commitUpload(commitRequest))
      expect(untold.hint).toContain('dentry.spaceId is missing')
    })

    /** A harness that loses the answer to the first commit after the vendor acted on it. */
    async function losingFirstCommit(existing: readonly string[] = []) {
      const match = { vendor: 'dingtalk-storage', operation: 'CommitFile' }
      const harness = createHarness()
      const adapter = createDingtalkStorageAdapter({ endpoint: `${deskUrl}/dingtalk-storage`, fetch: harness.fetch })
      const file = new File(['bytes'], 'report.pdf')
      const uploadOne = async (itemId: string): Promise<CommitRequest> => {
        const credential = await adapter.requestUpload(uploadRequest({ itemId }))
        const receipt = await sendCredential(harness.fetch, credential, file)
        return { ...commitRequest, itemId, idempotencyKey: itemId, handle: credential.handle, receipt }
      }
      for (const itemId of existing) await adapter.commitUpload(await uploadOne(itemId))
      const request = await uploadOne('lost')
      harness.simulator.switchboard.set({ faults: [{ match, fault: { type: 'answer', status: 502, at: 'handled' } }] })
      expect(await failureOf(adapter.commitUpload(request))).toMatchObject({ code: 'unavailable', stage: 'commit' })
      return { adapter, harness, request }
    }

    it('R47 finds the file of a commit whose answer was lost', async () => {
      const { adapter, harness, request } = await losingFirstCommit()
      expect(await adapter.commitUpload(request)).toMatchObject({ name: 'report.pdf', size: 5 })
      const dentries = await harness.simulator.storage.list('vendor-records', 'dingtalk-storage/dentries/')
      expect(dentries).toHaveLength(1)
    })

    it('never takes a stranger of the same name for its own file', async () => {
      const { adapter, request } = await losingFirstCommit(['stranger'])
      expect(await failureOf(adapter.commitUpload(request))).toMatchObject({ storageCode: 'paramError.uploadKey' })
    })

    it('R47 attaches once where a repeated commit is answered alike', async () => {
      const { adapter, harness, request } = await losingFirstCommit(['stranger'])
      harness.simulator.setQuirks({ 'dingtalk-storage': { commitIsIdempotent: true } })
      expect(await adapter.commitUpload(request)).toMatchObject({ name: 'report(1).pdf' })
    })
  })

  it('asks for a download by space and file, with headers', async () => {
    const { adapter, requests } = adapterFor({ protocol: 'HEADER_SIGNATURE', headerSignatureInfo: info })
    const attachment = { handle: '34:12', name: 'report.pdf' }
    const request = { attachment, disposition: 'attachment' as const, filename: 'report.pdf', signal: neverAborted }
    expect(await adapter.requestDownload(request)).toEqual({
      url,
      headers,
      expiry: { afterMs: 900_000 },
      bindsFilename: false,
    })
    expect(new URL(requests[0]!.url).pathname).toBe('/v1.0/storage/spaces/34/dentries/12/downloadInfos/query')
    expect(await requests[0]!.json()).toEqual({ option: { preferIntranet: false } })
  })
})
