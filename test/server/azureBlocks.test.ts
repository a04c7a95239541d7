import { expect, test } from 'vitest'
import { createAzureBlobAdapter } from '../../src/adapters/azure-blob/createAdapter.ts'
import type { MultipartUpload } from '../../src/engine/multipartPorts.ts'
import { createMemoryRecords } from '../../src/server/attachmentRecords.ts'
import { createAttachmentServer } from '../../src/server/createAttachmentServer.ts'
import { createAzureStore } from '../../src/server/azureStore.ts'
import { sendCredential } from '../simulator/sendCredential.ts'
import { createBlobService } from './blobService.ts'
import { deskUrl } from './serverHarness.ts'

const signal = new AbortController().signal
const file = new File([new Uint8Array(25)], 'a.bin', { type: 'text/x-a' })
const meta = { name: file.name, size: file.size, contentType: file.type, lastModified: 0 }

function setUp() {
  const service = createBlobService()
  const account = { name: 'desk', key: btoa('made-up') }
  const store = createAzureStore({ account, container: 'uploads', endpoint: 'https://blob.test', fetch: service.fetch })
  const server = createAttachmentServer({
    store,
    records: createMemoryRecords(),
    authorize: () => 'tickets/42',
    partSize: 10,
  })
  const reach: typeof fetch = (input, init) => server(new Request(input, init))
  const { multipart } = createAzureBlobAdapter({ endpoint: deskUrl, fetch: reach, multipart: {} })
  if (!multipart) throw new Error('multipart was asked for')
  const of = (upload: MultipartUpload) => ({ itemId: 'a', file: meta, upload, signal })
  const begin = () => multipart.beginMultipart({ itemId: 'a', file: meta, attempt: 1, signal })
  const ask = (upload: MultipartUpload, partNumber: number) => {
    const offset = (partNumber - 1) * upload.partSize
    const part = { partNumber, offset, size: Math.min(upload.partSize, file.size - offset) }
    return multipart.requestPart({ ...of(upload), part, attempt: 1 })
  }
  const send = async (upload: MultipartUpload, partNumber: number) => {
    const bytes = new File([new Uint8Array(partNumber === 3 ? 5 : 10)], 'part')
    return (await sendCredential(service.fetch, await ask(upload, partNumber), bytes)).status
  }
  return { ...service, ask, begin, multipart, of, send }
}

test('makes one blob of blocks that came in any order, with the type of the file', async () => {
  const { begin, blobs, multipart, of, send } = setUp()
  const upload = await begin()
  expect(upload.partSize).toBe(10)
  expect(await multipart.listParts(of(upload))).toEqual([])
  for (const partNumber of [3, 1, 2]) expect(await send(upload, partNumber)).toBe(201)
  expect(await multipart.listParts(of(upload))).toEqual([
    { partNumber: 1, size: 10 },
    { partNumber: 2, size: 10 },
    { partNumber: 3, size: 5 },
  ])
  expect((await multipart.completeMultipart(of(upload))).status).toBe(200)
  const blob = blobs.get(upload.handle)
  expect([...(blob?.committed.values() ?? [])]).toEqual([10, 10, 5])
  expect(blob?.headers.get('x-ms-blob-content-type')).toBe('text/x-a')
})

test('R30 completes again after a lost answer', async () => {
  const { begin, multipart, of, send } = setUp()
  const upload = await begin()
  for (const partNumber of [1, 2, 3]) await send(upload, partNumber)
  await multipart.completeMultipart(of(upload))
  expect((await multipart.completeMultipart(of(upload))).status).toBe(200)
  expect(await multipart.listParts(of(upload))).toBeUndefined()
})

test('completes nothing while a block is missing', async () => {
  const { begin, blobs, multipart, of, send } = setUp()
  const upload = await begin()
  for (const partNumber of [1, 3]) await send(upload, partNumber)
  await expect(multipart.completeMultipart(of(upload))).rejects.toMatchObject({ status: 409 })
  expect(blobs.get(upload.handle)?.etag).toBeUndefined()
})

test('R44 frees the blocks, however often it is told to', async () => {
  const { begin, blobs, log, multipart, send } = setUp()
  const upload = await begin()
  await send(upload, 1)
  for (let time = 0; time < 2; time += 1) await multipart.abortMultipart({ upload, keepalive: false, signal })
  expect(blobs.size).toBe(0)
  expect(log).toEqual(['PUT block by w', ...Array(2).fill(['PUT blocklist by w', 'DELETE by d']).flat()])
})

test('removes the blob where an upload ends whose completion nobody heard of', async () => {
  const { begin, blobs, multipart, of, send } = setUp()
  const upload = await begin()
  for (const partNumber of [1, 2, 3]) await send(upload, partNumber)
  await multipart.completeMultipart(of(upload))
  await multipart.abortMultipart({ upload, keepalive: false, signal })
  expect(blobs.size).toBe(0)
})

test('a block of another upload does not count, and an id that is none of its own is not known', async () => {
  const { ask, begin, multipart, of, send } = setUp()
  const upload = await begin()
  await send(upload, 1)
  const other = { ...upload, uploadId: crypto.randomUUID() }
  expect(await multipart.listParts(of(other))).toEqual([])
  await expect(ask({ ...upload, uploadId: 'x'.repeat(80) }, 1)).rejects.toMatchObject({ code: 'not-found' })
})

test('a part is one block, and binds no headers', async () => {
  const { ask, begin } = setUp()
  const { contentType, headers, url } = await ask(await begin(), 2)
  expect({ contentType, headers }).toEqual({ contentType: 'none', headers: {} })
  expect(atob(new URL(url).searchParams.get('blockid') ?? '')).toMatch(/^[\da-f-]{36}\.00002$/)
})
