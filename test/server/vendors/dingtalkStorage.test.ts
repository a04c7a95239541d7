import { describe, expect, test } from 'vitest'
import { createDingtalkStorageAdapter } from '../../../src/adapters/dingtalk-storage/createAdapter.ts'
import {
  createDingtalkStorageHandler,
  type DingtalkStorageHandlerOptions,
} from '../../../src/server/vendors/createDingtalkStorageHandler.ts'
import { sendCredential } from '../../simulator/sendCredential.ts'
import {
  accessKey,
  createVendorHarness,
  deskUrl,
  downloadHash,
  file,
  meta,
  onlyFailure,
  sentHash,
  toldBy,
  upload,
  uploadRequest,
} from './vendorHarness.ts'

const app = { clientId: accessKey.id, clientSecret: accessKey.secret }
const actor = { unionId: 'union-7', parentDentryUuid: 'folder-9' }
const minute = 60_000

function createDesk(change: Partial<DingtalkStorageHandlerOptions> = {}, options = {}) {
  const harness = createVendorHarness(
    'dingtalk-storage',
    (place) => createDingtalkStorageHandler({ ...place, app, authorize: () => actor, ...change }),
    options,
  )
  const adapterWith = (more = {}) =>
    createDingtalkStorageAdapter({ endpoint: `${deskUrl}/dingtalk`, fetch: harness.fetch, ...more })
  const paths = () => harness.asked.map(({ url }) => new URL(url).pathname)
  return { ...harness, adapterWith, adapter: adapterWith(), paths }
}

const tokenPath = '/v1.0/oauth2/accessToken'
const uploadPath = '/v2.0/storage/spaces/files/folder-9/uploadInfos/query'

describe('DingTalk behind its handler', () => {
  test('takes a file, submits it and gives the same bytes back', async () => {
    const { adapter, fetch, paths } = createDesk()
    const attachment = await upload(adapter, fetch)
    expect(attachment).toMatchObject({ name: file.name, size: file.size })
    expect(await downloadHash(adapter, attachment, fetch)).toBe(sentHash)
    const [spaceId, dentryId] = attachment.handle.split(':')
    expect(paths()).toEqual([
      tokenPath,
      uploadPath,
      '/v2.0/storage/spaces/files/folder-9/commit',
      `/v1.0/storage/spaces/${spaceId}/dentries/${dentryId}/downloadInfos/query`,
    ])
  })

  test('asks as the documentation says, for the person and in the folder that authorize names', async () => {
    const { adapter, asked } = createDesk()
    await adapter.requestUpload(uploadRequest)
    const [token, request] = asked
    expect(await token!.json()).toEqual({ appKey: accessKey.id, appSecret: accessKey.secret })
    expect(request!.url).toBe(`https://gateway.example.test${uploadPath}?unionId=union-7`)
    expect(request!.headers.get('x-acs-dingtalk-access-token')).toMatch(/^[\da-f]{32}$/)
    expect(await request!.json()).toEqual({
      protocol: 'HEADER_SIGNATURE',
      option: {
        storageDriver: 'DINGTALK',
        preCheckParam: { size: file.size, name: file.name },
        preferIntranet: false,
      },
    })
  })

  test('does not take the page’s word for who acts, or for a stray member', async () => {
    const { asked, handler } = createDesk()
    await handler(
      pageCall('v2.0/storage/spaces/files/root/commit?unionId=somebody-else', {
        uploadKey: 'k',
        name: 'a.txt',
        option: { size: 1, convertToOnlineDoc: true },
      }),
    )
    expect(new URL(asked[1]!.url).searchParams.get('unionId')).toBe('union-7')
    expect(await asked[1]!.json()).toEqual({
      uploadKey: 'k',
      name: 'a.txt',
      option: { size: 1, conflictStrategy: 'AUTO_RENAME' },
    })
  })

  test('R47 finds its own file again after a lost answer', async () => {
    const { adapter, breakVendor, fetch, simulator } = createDesk()
    const { handle, ...credential } = await adapter.requestUpload(uploadRequest)
    const receipt = await sendCredential(fetch, { handle, ...credential }, file)
    const commit = { itemId: 'a', file: meta, handle, receipt, idempotencyKey: 'a', signal: uploadRequest.signal }
    const acted: Promise<Response>[] = []
    breakVendor((request) => {
      if (acted.length > 0 || !request.url.includes('/commit')) return undefined
      acted.push(simulator.gateways['dingtalk-storage'](request))
      throw new TypeError('the answer was lost')
    })
    await expect(adapter.commitUpload(commit)).rejects.toMatchObject({ code: 'unavailable', retryable: true })
    const { dentry }: { dentry: { id: string } } = await (await acted[0]!).json()
    expect(await adapter.commitUpload(commit)).toMatchObject({ name: file.name, handle: `854000001:${dentry.id}` })
  })

  test('fetches one token for all, and another one before it ends', async () => {
    let now = Date.parse('2026-03-01T10:00:00Z')
    const { adapter, paths } = createDesk({}, { now: () => now })
    await Promise.all([1, 2, 3].map(() => adapter.requestUpload(uploadRequest)))
    now += 114 * minute
    await adapter.requestUpload(uploadRequest)
    expect(paths().filter((path) => path === tokenPath)).toHaveLength(1)
    now += 2 * minute
    await adapter.requestUpload(uploadRequest)
    expect(paths().filter((path) => path === tokenPath)).toHaveLength(2)
  })

  test('fetches a token once more when the vendor no longer takes it, and not a third time', async () => {
    const { adapter, breakVendor, paths } = createDesk()
    await adapter.requestUpload(uploadRequest)
    let refusals = 1
    const invalid = () =>
      Response.json({ code: 'InvalidAuthentication', message: 'x', requestid: 'r' }, { status: 401 })
    breakVendor((request) => (request.url.includes('uploadInfos') && refusals-- > 0 ? invalid() : undefined))
    expect((await adapter.requestUpload(uploadRequest)).handle).not.toBe('')
    expect(paths()).toEqual([tokenPath, uploadPath, uploadPath, tokenPath, uploadPath])
    breakVendor((request) => (request.url.includes('uploadInfos') ? invalid() : undefined))
    await expect(adapter.requestUpload(uploadRequest)).rejects.toMatchObject({ code: 'forbidden' })
    expect(paths().slice(5)).toEqual([uploadPath, tokenPath, uploadPath])
  })

  test('asks for a token again after one that could not be had', async () => {
    const { adapter, breakVendor } = createDesk()
    let isAway = true
    breakVendor((request) => {
      if (isAway && request.url.endsWith(tokenPath)) throw new TypeError('fetch failed')
      return undefined
    })
    await expect(adapter.requestUpload(uploadRequest)).rejects.toMatchObject({ code: 'unavailable' })
    isAway = false
    expect((await adapter.requestUpload(uploadRequest)).handle).not.toBe('')
  })

  test('reads the app’s pair from the environment', async () => {
    const environment = { DINGTALK_CLIENT_ID: accessKey.id, DINGTALK_CLIENT_SECRET: accessKey.secret }
    const { adapter } = createDesk({ app: undefined, environment })
    expect((await adapter.requestUpload(uploadRequest)).handle).not.toBe('')
    const without = createDesk({ app: undefined, environment: {} })
    await expect(without.adapter.requestUpload(uploadRequest)).rejects.toMatchObject({
      storageCode: 'credentials-missing',
    })
    expect(onlyFailure(without).message).toContain('set DINGTALK_CLIENT_ID and DINGTALK_CLIENT_SECRET')
  })

  test('refuses another folder than the person’s, and to overwrite unless that is allowed', async () => {
    const { adapterWith, asked, fetch } = createDesk()
    const stray = adapterWith({ parentDentryUuid: 'folder-10' }).requestUpload(uploadRequest)
    await expect(stray).rejects.toMatchObject({ code: 'forbidden' })
    expect(asked).toEqual([])
    const overwriting = { parentDentryUuid: 'folder-9', conflictStrategy: 'OVERWRITE' }
    await expect(upload(adapterWith(overwriting), fetch)).rejects.toMatchObject({ code: 'forbidden' })
    const lenient = createDesk({ allowsOverwrite: true })
    expect(await upload(lenient.adapterWith(overwriting), lenient.fetch)).toMatchObject({ name: file.name })
  })

  test('tells authorize what the page names', async () => {
    const calls: unknown[] = []
    const { adapter } = createDesk({ authorize: (_request, call) => (calls.push(call), 401) })
    await expect(adapter.requestUpload(uploadRequest)).rejects.toMatchObject({ code: 'unauthorized' })
    const attachment = { handle: '8:17', name: 'a' }
    const download = { attachment, disposition: 'attachment' as const, filename: 'a', signal: uploadRequest.signal }
    await expect(adapter.requestDownload(download)).rejects.toMatchObject({ code: 'unauthorized' })
    expect(calls).toEqual([
      { operation: 'GetFileUploadInfo', parentDentryUuid: 'root', name: file.name, size: file.size },
      { operation: 'GetFileDownloadInfo', spaceId: '8', dentryId: '17' },
    ])
  })

  test('answers nothing else', async () => {
    const { asked, handler } = createDesk()
    const refused = [
      pageCall('v1.0/storage/spaces/8/dentries/17/delete', {}),
      pageCall('v1.0/storage/spaces/8/dentries/%2E%2E/downloadInfos/query', {}),
      new Request(`${deskUrl}/dingtalk/v2.0/storage/spaces/files/root/commit`),
    ]
    for (const request of refused) expect((await handler(request)).status).toBe(404)
    const upload = 'v2.0/storage/spaces/files/root/uploadInfos/query'
    const commit = 'v2.0/storage/spaces/files/root/commit'
    const invalid = [
      pageCall(upload, {}),
      pageCall(upload, { option: { preCheckParam: { name: '', size: 1 } } }),
      pageCall(upload, { option: { preCheckParam: { name: 'a', size: -1 } } }),
      pageCall(commit, { uploadKey: 'k', name: 'a', option: { size: 1, conflictStrategy: 'BURN' } }),
      new Request(`${deskUrl}/dingtalk/${upload}`, { method: 'POST', body: '{}' }),
    ]
    for (const request of invalid) expect((await handler(request)).status).toBe(400)
    expect(asked).toEqual([])
  })
})

describe('what DingTalk refuses', () => {
  test('a wrong pair is told in clear words, and no secret with it', async () => {
    for (const wrong of [
      { ...app, clientSecret: 'wrongSecretWrongSecret' },
      { ...app, clientId: 'dingStranger' },
    ]) {
      const desk = createDesk({ app: wrong })
      const response = await desk.handler(
        pageCall('v2.0/storage/spaces/files/root/uploadInfos/query', {
          option: { preCheckParam: { name: 'a', size: 1 } },
        }),
      )
      const body = await response.text()
      expect([response.status, JSON.parse(body)]).toMatchObject([403, { code: 'invalidClientIdOrSecret' }])
      const told = toldBy(body, onlyFailure(desk))
      expect(told).toContain('check DINGTALK_CLIENT_ID and DINGTALK_CLIENT_SECRET')
      for (const secret of ['LTAI5t', 'dingStranger', 'wrongSecret', 'madeUpSecret']) expect(told).not.toContain(secret)
    }
  })

  test('a full space keeps its code', async () => {
    const desk = createDesk({}, { quirks: { 'dingtalk-storage': { quotaBytes: 1 } } })
    await expect(desk.adapter.requestUpload(uploadRequest)).rejects.toMatchObject({ code: 'quota-exceeded' })
    expect(onlyFailure(desk)).toMatchObject({ code: 'spaceQuotaInsufficient', status: 400 })
  })

  test.each([
    ['no token', () => Response.json({ expireIn: 7200 })],
    ['no JSON', () => new Response('<html>')],
  ])('an answer with %s', async (_what, answer) => {
    const desk = createDesk()
    desk.breakVendor((request) => (request.url.endsWith(tokenPath) ? answer() : undefined))
    await expect(desk.adapter.requestUpload(uploadRequest)).rejects.toMatchObject({ storageCode: 'answer-unreadable' })
  })
})

function pageCall(path: string, json: unknown): Request {
  const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(json) }
  return new Request(`${deskUrl}/dingtalk/${path}`, init)
}
