import { describe, expect, test, vi } from 'vitest'
import { createGcsAdapter } from '../../src/adapters/gcs/createAdapter.ts'
import type { MultipartUpload } from '../../src/engine/multipartPorts.ts'
import type { SignedPutCredential, Transport } from '../../src/engine/ports.ts'
import { UploadError } from '../../src/engine/errors.ts'
import { createSession } from '../../src/engine/session.ts'
import { createMemoryRecords } from '../../src/server/attachmentRecords.ts'
import { createAttachmentServer } from '../../src/server/createAttachmentServer.ts'
import { createGcsStore, type GcsStoreOptions } from '../../src/server/gcsStore.ts'
import { readStorageError } from '../../src/transports/readStorageError.ts'
import { createServiceAccount } from '../signing/serviceAccount.ts'
import { sendCredential } from '../simulator/sendCredential.ts'
import { createGcsService, type GcsServiceOptions } from './gcsService.ts'
import { deskUrl } from './serverHarness.ts'
import { patient } from '../support/patient.ts'

const signal = new AbortController().signal
const chunk = 256 * 1024
const bytes = new Uint8Array(2 * chunk + 100).map((_byte, index) => index % 251)
const file = new File([bytes], 'recording.mkv', { type: 'video/x-matroska' })
const meta = { name: file.name, size: file.size, contentType: file.type, lastModified: 0 }

function setUp(options: Partial<GcsStoreOptions> = {}, quirks: Pick<GcsServiceOptions, 'keeps'> = {}) {
  const { account, verify } = createServiceAccount()
  const clock = { now: Date.parse('2026-01-01T08:30:00Z') }
  const now = () => clock.now
  const service = createGcsService({ verify, now, ...quirks })
  const pageOrigin = 'https://desk.example.test'
  const common = {
    bucket: 'b',
    serviceAccount: account,
    endpoint: 'https://gcs.test',
    pageOrigin,
    fetch: service.fetch,
    now,
  }
  const store = createGcsStore({ ...common, ...options })
  const server = createAttachmentServer({
    store,
    records: createMemoryRecords(),
    authorize: () => 'tickets/42',
    partSize: chunk,
    now,
  })
  const reach: typeof fetch = (input, init) => server(new Request(input, init))
  const adapter = createGcsAdapter<'signed-put'>({ endpoint: deskUrl, fetch: reach, multipart: { minFileSize: 1000 } })
  const sessionAdapter = createGcsAdapter({ endpoint: deskUrl, fetch: reach })
  const multipart = adapter.multipart!
  const of = (upload: MultipartUpload) => ({ itemId: 'a', file: meta, upload, signal })
  const begin = () => multipart.beginMultipart({ itemId: 'a', file: meta, attempt: 1, signal })
  const ask = (upload: MultipartUpload, partNumber: number) => {
    const offset = (partNumber - 1) * chunk
    const part = { partNumber, offset, size: Math.min(chunk, file.size - offset) }
    return multipart.requestPart({ ...of(upload), part, attempt: 1 })
  }
  const sliceOf = (partNumber: number) => new File([file.slice((partNumber - 1) * chunk, partNumber * chunk)], 'part')
  const send = async (upload: MultipartUpload, partNumber: number) =>
    (await sendCredential(service.fetch, await ask(upload, partNumber), sliceOf(partNumber))).status
  return { ...service, adapter, ask, begin, clock, multipart, of, send, sessionAdapter, store }
}

describe.each(['put', 'form'] as const)('by %s', (upload) => {
  const small = new File(['the evidence'], 'evidence.txt', { type: 'text/plain' })
  const smallMeta = { name: small.name, size: small.size, contentType: small.type, lastModified: 0 }
  const asked = { itemId: 'a', file: smallMeta, attempt: 1, signal }

  test('uploads, commits, downloads and removes', async () => {
    const { fetch, objects, sessionAdapter: adapter } = setUp({ upload })
    const credential = await adapter.requestUpload(asked)
    const receipt = await sendCredential(fetch, credential, small)
    const { handle } = credential
    const commit = { itemId: 'a', file: smallMeta, handle, receipt, idempotencyKey: 'a', signal }
    const attachment = await adapter.commitUpload(commit)
    expect(attachment).toMatchObject({ name: 'evidence.txt', size: small.size, contentType: 'text/plain' })
    expect(objects.get(handle)?.type).toBe('text/plain')
    const download = { attachment, disposition: 'attachment', filename: 'saved.txt', signal } as const
    const answer = await fetch((await adapter.requestDownload(download)).url)
    expect(await answer.text()).toBe('the evidence')
    expect(answer.headers.get('content-disposition')).toContain('saved.txt')
  })

  test('refuses another size and what has expired, in codes that the kit knows', async () => {
    const { clock, fetch, sessionAdapter: adapter } = setUp({ upload })
    const credential = await adapter.requestUpload(asked)
    const tooLarge = new File([small, '!'], small.name, { type: small.type })
    const outcome = async (sent: File) => readStorageError(await sendCredential(fetch, credential, sent)).code
    expect(await outcome(tooLarge)).toBe('file-too-large')
    clock.now += 601_000
    expect(await outcome(small)).toBe('credential-expired')
  })
})

test('a URL is good for what was signed alone', async () => {
  const { fetch, store } = setUp()
  const signed = await store.signUpload({ key: 'tickets/42/a', size: 3, type: 'text/plain', lifeSeconds: 60 })
  const headers = { 'Content-Type': 'text/plain', 'x-goog-content-length-range': '3,3' }
  expect(signed).toMatchObject({ method: 'PUT', headers })
  const put = async (url: string, more: Record<string, string>) =>
    (await fetch(url, { method: 'PUT', headers: { ...headers, ...more }, body: new Blob(['abc']) })).status
  expect(await put(signed.url, { 'Content-Type': 'text/html' })).toBe(403)
  expect(await put(signed.url.replace('/42/', '/43/'), {})).toBe(403)
  expect(await put(signed.url, {})).toBe(200)
})

test('a session takes the parts in order, and the last one makes the object', async () => {
  const { begin, multipart, objects, of, send, sessions } = setUp()
  const upload = await begin()
  expect(upload.partSize).toBe(chunk)
  expect(upload.uploadId).not.toContain('session')
  expect([...sessions.values()][0]).toMatchObject({ origin: 'https://desk.example.test', type: file.type })
  expect([await send(upload, 1), await send(upload, 2)]).toEqual([308, 308])
  expect(await multipart.listParts(of(upload))).toEqual([
    { partNumber: 1, size: chunk },
    { partNumber: 2, size: chunk },
  ])
  await expect(multipart.completeMultipart(of(upload))).rejects.toMatchObject({ status: 409 })
  expect(await send(upload, 3)).toBe(200)
  expect((await multipart.completeMultipart(of(upload))).status).toBe(200)
  expect(objects.get(upload.handle)?.bytes).toEqual(bytes)
})

test('R26 a part whose answer was lost is not sent again', async () => {
  const { ask, begin, send } = setUp()
  const upload = await begin()
  await send(upload, 1)
  expect(await ask(upload, 1)).toMatchObject({ alreadyStored: true })
  for (const partNumber of [2, 3]) await send(upload, partNumber)
  expect(await ask(upload, 3)).toMatchObject({ alreadyStored: true })
})

test('a part ahead of what the store has kept is not signed', async () => {
  const { ask, begin } = setUp()
  await expect(ask(await begin(), 2)).rejects.toMatchObject({ code: 'unavailable' })
})

test('R44 an upload that is ended is gone, however often it is told to', async () => {
  const { ask, begin, multipart, of, send, sessions } = setUp()
  const upload = await begin()
  await send(upload, 1)
  for (let time = 0; time < 2; time += 1) await multipart.abortMultipart({ upload, keepalive: false, signal })
  expect(sessions.size).toBe(0)
  expect(await multipart.listParts(of(upload))).toBeUndefined()
  await expect(ask(upload, 2)).rejects.toMatchObject({ code: 'not-found' })
})

test('an id is good for its own object, and nobody can make one', async () => {
  const { begin, multipart, of } = setUp()
  const [one, other] = [await begin(), await begin()]
  expect(await multipart.listParts(of(one))).toEqual([])
  for (const uploadId of [other.uploadId, 'A'.repeat(60), `${one.uploadId.slice(0, -4)}AAAA`])
    expect(await multipart.listParts(of({ ...one, uploadId }))).toBeUndefined()
})

test('takes nothing in parts where the page’s origin is not known', () => {
  expect(setUp({ pageOrigin: undefined }).store.multipart).toBeUndefined()
})

/** As the real one: a success, or an error of the transfer. */
function transportOver(fetch: typeof globalThis.fetch): Transport<SignedPutCredential> {
  return {
    async send({ credential, file: part }) {
      const receipt = await sendCredential(fetch, credential, new File([part], 'part')).catch((cause: unknown) => {
        throw new UploadError({ code: 'network', stage: 'transfer', cause })
      })
      const isSuccess = receipt.status < 300 || credential.successStatuses?.includes(receipt.status)
      if (!isSuccess) throw readStorageError(receipt)
      return receipt
    },
  }
}

test('R28 R31 an upload goes through lost answers and bytes that were kept in part', async () => {
  let chunks = 0
  // Of the second chunk the store keeps half; the next answer is lost on its way.
  const keeps = () => ((chunks += 1) === 2 ? chunk / 2 : Infinity)
  const { adapter, fetch, log, objects } = setUp({}, { keeps })
  let losses = 1
  const lossy: typeof fetch = async (input, init) => {
    const response = await fetch(input, init)
    if (chunks === 1 && losses-- > 0) throw new TypeError('Failed to fetch')
    return response
  }
  const transports = { 'signed-put': transportOver(lossy) }
  const session = createSession({ adapter, transports, retry: { baseDelayMs: 0, maxDelayMs: 0, maxRetries: 2 } })
  const [id = ''] = session.add([file])
  const item = () => session.getSnapshot().items.get(id)
  await vi.waitFor(() => expect(item()?.status).toBe('failed'), patient)
  session.retry(id)
  await vi.waitFor(() => expect(item()?.status).toBe('done'), patient)
  expect([...objects.values()][0]?.bytes).toEqual(bytes)
  expect(log.filter((line) => line.startsWith(`PUT bytes 0-`))).toHaveLength(1)
})
