import { describe, expect, test } from 'vitest'
import { createSignedEndpointAdapter } from '../../src/adapters/signed-endpoint/createAdapter.ts'
import type { MultipartUpload } from '../../src/engine/multipartPorts.ts'
import { sendCredential } from '../simulator/sendCredential.ts'
import { createServerHarness, deskUrl, type Scheme } from './serverHarness.ts'

const signal = new AbortController().signal
const mebibyte = 1024 ** 2
const file = new File([new Uint8Array(11 * mebibyte).map((_byte, index) => index % 251)], 'a.bin', { type: 'text/x-a' })
const meta = { name: file.name, size: file.size, contentType: file.type, lastModified: 0 }

function createClient(scheme: Scheme) {
  const harness = createServerHarness(scheme, { partSize: 5 * mebibyte })
  const { multipart } = createSignedEndpointAdapter({ endpoint: deskUrl, fetch: harness.fetch, multipart: {} })
  if (!multipart) throw new Error('multipart was asked for')
  const begin = () => multipart.beginMultipart({ itemId: 'a', file: meta, attempt: 1, signal })
  const of = (upload: MultipartUpload) => ({ itemId: 'a', file: meta, upload, signal })
  async function send(upload: MultipartUpload, partNumber: number, bytes?: Blob) {
    const offset = (partNumber - 1) * upload.partSize
    const size = Math.min(upload.partSize, file.size - offset)
    const part = { partNumber, offset, size }
    const credential = await multipart!.requestPart({ ...of(upload), part, attempt: 1 })
    const sent = new File([bytes ?? file.slice(offset, offset + size)], 'part')
    return (await sendCredential(harness.fetch, credential, sent)).status
  }
  const uploads = async () => (await harness.storage.list('multipart-parts')).length
  return { ...harness, multipart, begin, of, send, uploads }
}

describe.each(['S3 PUT', 'AWS SDK PUT', 'OSS V4 PUT', 'OSS V1 PUT'] as const)('%s in parts', (scheme) => {
  test('makes one object of parts that came in any order, and frees them', async () => {
    const { begin, multipart, of, send, storage, uploads } = createClient(scheme)
    const upload = await begin()
    expect(upload.partSize).toBe(5 * mebibyte)
    for (const partNumber of [3, 1, 2]) expect(await send(upload, partNumber)).toBe(200)
    expect(await multipart.listParts(of(upload))).toEqual([
      { partNumber: 1, size: 5 * mebibyte },
      { partNumber: 2, size: 5 * mebibyte },
      { partNumber: 3, size: mebibyte },
    ])
    expect((await multipart.completeMultipart(of(upload))).status).toBe(200)
    const stored = await storage.get('attachments', upload.handle)
    expect(stored?.object.meta.headers['content-type']).toBe('text/x-a')
    const bytes = Buffer.from(await new Response(stored?.body).arrayBuffer())
    expect(bytes.equals(Buffer.from(await file.arrayBuffer()))).toBe(true)
    expect(await uploads()).toBe(0)
  })

  test('R30 completes again after a lost answer', async () => {
    const { begin, multipart, of, send } = createClient(scheme)
    const upload = await begin()
    for (const partNumber of [1, 2, 3]) await send(upload, partNumber)
    await multipart.completeMultipart(of(upload))
    expect((await multipart.completeMultipart(of(upload))).status).toBe(200)
    expect(await multipart.listParts(of(upload))).toBeUndefined()
  })

  test('completes nothing while a part is missing, or is shorter than planned', async () => {
    const { begin, keys, multipart, of, send } = createClient(scheme)
    const upload = await begin()
    for (const partNumber of [1, 3]) await send(upload, partNumber)
    await expect(multipart.completeMultipart(of(upload))).rejects.toMatchObject({ status: 409 })
    await send(upload, 2, new Blob(['short']))
    await expect(multipart.completeMultipart(of(upload))).rejects.toMatchObject({ status: 409 })
    expect(await keys()).toEqual([])
  })

  test('ends, and frees its parts, however often it is told to', async () => {
    const { begin, multipart, of, send, uploads } = createClient(scheme)
    const upload = await begin()
    await send(upload, 1)
    for (let time = 0; time < 2; time += 1) await multipart.abortMultipart({ upload, keepalive: false, signal })
    expect([await uploads(), await multipart.listParts(of(upload))]).toEqual([0, undefined])
  })
})

test('a part is signed for the parts of the file alone, and for the owner alone', async () => {
  const { begin, call } = createClient('S3 PUT')
  const { handle, ...upload } = await begin()
  const body = { ...upload, handle, name: file.name, size: file.size, type: file.type, partNumber: 1 }
  expect((await call('multipart/part', body)).status).toBe(200)
  expect((await call('multipart/part', { ...body, partNumber: 4 })).status).toBe(400)
  expect((await call('multipart/part', { ...body, partSize: mebibyte })).status).toBe(400)
  expect((await call('multipart/part', { ...body, uploadId: '../x?y' })).status).toBe(404)
  expect((await call('multipart/part', { ...body, handle: handle.replace('42', '43') })).status).toBe(404)
})

test('a part is bound to its size on S3', async () => {
  const { begin, send } = createClient('S3 PUT')
  expect(await send(await begin(), 1, new Blob(['short']))).toBe(403)
})
