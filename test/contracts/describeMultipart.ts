import { describe, expect, it } from 'vitest'
import { UploadError } from '../../src/engine/errors.ts'
import { isForbiddenHeader } from '../../src/engine/forbiddenHeaders.ts'
import type { MultipartUpload } from '../../src/engine/multipartPorts.ts'
import type { BackendAdapter } from '../../src/engine/ports.ts'
import type { Fault } from '../../src/simulator/faults.ts'
import { sendCredential } from '../simulator/sendCredential.ts'
import { createHarness, type Harness } from '../simulator/simulatorFetch.ts'
import { withPath } from './jsonPath.ts'
import { rewritable } from './rewritable.ts'

/** Two parts: the least that a first one may have with S3, and a remainder. */
const partBytes = 5 * 1024 ** 2
const bytes = new Uint8Array(partBytes + 1000).map((_byte, at) => at % 251)
const file = new File([bytes], 'evidence.bin', { type: 'application/x-evidence' })
const meta = { name: file.name, size: file.size, contentType: file.type, lastModified: 0 }
const signal = new AbortController().signal

type Create = (harness: Harness) => BackendAdapter
type Call = 'begin' | 'part' | 'list' | 'complete' | 'abort'

/** What an adapter promises that sends in parts. */
export function describeMultipart(create: Create): void {
  describe('in parts', () => {
    it('R28 makes one object of parts that came in any order the store takes', async () => {
      const { adapter, begin, complete, harness, list, send } = setUp(create)
      const order = adapter.multipart?.isSequential ? [1, 2] : [2, 1]
      const upload = await begin()
      expect(upload.partSize).toBe(partBytes)
      for (const partNumber of order) await send(upload, partNumber)
      expect(await list(upload)).toEqual([
        { partNumber: 1, size: partBytes },
        { partNumber: 2, size: 1000 },
      ])
      const receipt = await complete(upload)
      const commit = { itemId: 'a', file: meta, handle: upload.handle, receipt, idempotencyKey: 'a', signal }
      const attachment = await adapter.commitUpload(commit)
      expect(attachment).toMatchObject({ name: file.name, size: file.size })
      const download = { attachment, disposition: 'attachment' as const, filename: file.name, signal }
      const { headers, url } = await adapter.requestDownload(download)
      const stored = await (await harness.fetch(url, { headers })).arrayBuffer()
      expect(Buffer.compare(Buffer.from(stored), Buffer.from(bytes))).toBe(0)
    })

    it('begins two uploads for two equal files', async () => {
      const { begin } = setUp(create)
      const [first, second] = [await begin(), await begin()]
      expect(first.handle).not.toBe(second.handle)
      expect(JSON.parse(JSON.stringify(first))).toEqual(first)
    })

    it('gives each part a credential that can be sent as it is', async () => {
      const { begin, ask } = setUp(create)
      const upload = await begin()
      const [first, second] = [await ask(upload, 1), await ask(upload, 2)]
      for (const { handle, headers, kind } of [first, second]) {
        expect([kind, handle]).toEqual(['signed-put', upload.handle])
        expect(Object.keys(headers).filter(isForbiddenHeader)).toEqual([])
      }
      expect(first.url).not.toBe(second.url)
    })

    it('R30 completes again after a lost answer', async () => {
      const { begin, complete, list, send } = setUp(create)
      const upload = await begin()
      for (const partNumber of [1, 2]) await send(upload, partNumber)
      await complete(upload)
      expect((await complete(upload)).status).toBe(200)
      expect(await list(upload)).toBeUndefined()
    })

    it('completes nothing while a part is missing', async () => {
      const { begin, complete, send } = setUp(create)
      const upload = await begin()
      await send(upload, 1)
      await expect(complete(upload)).rejects.toBeInstanceOf(UploadError)
      await send(upload, 2)
      expect((await complete(upload)).status).toBe(200)
    })

    it('R44 frees the parts when it is ended, and does no harm twice', async () => {
      const { abort, begin, list, send } = setUp(create)
      const upload = await begin()
      await send(upload, 1)
      await abort(upload)
      await abort(upload)
      expect(await list(upload)).toBeUndefined()
    })

    it.each<Call>(['begin', 'part', 'list', 'complete', 'abort'])(
      'rejects with AbortError when %s is aborted',
      async (call) => {
        const { make } = await prepare(create, call)
        await expect(make(AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' })
      },
    )

    it.each<[string, Fault, Partial<UploadError>]>([
      ['R11 a bare 401', { type: 'answer', status: 401, body: 'empty' }, { code: 'unauthorized', retryable: false }],
      ['a 500', { type: 'answer', status: 500, body: 'html' }, { code: 'server-error', retryable: true }],
      ['a cut connection', { type: 'reset', at: 'start' }, { code: 'network', retryable: true }],
      ['a page for an answer', { type: 'answer', status: 200, body: 'html' }, { code: 'answer-unreadable' }],
    ])('tells %s, whichever call it meets', async (_case, fault, expected) => {
      for (const call of ['begin', 'part', 'list', 'complete', 'abort'] as const) {
        const { harness, make } = await prepare(create, call)
        harness.simulator.switchboard.set({ faults: [{ match: { plane: 'api' }, fault }] })
        await expect(make(signal)).rejects.toMatchObject(expected)
      }
    })

    it.each<[Call, string]>([
      ['begin', 'key'],
      ['begin', 'uploadId'],
      ['begin', 'partSize'],
      ['part', 'url'],
    ])('refuses what %s answers without its %s', async (call, field) => {
      const { harness, make } = await prepare(create, call)
      harness.rewrite((answer) => withPath(answer, field, undefined))
      await expect(make(signal)).rejects.toMatchObject({ code: 'answer-unreadable', stage: 'credentials' })
    })
  })
}

/** Everything that comes before the call, done in good order. */
async function prepare(create: Create, call: Call) {
  const { abort, ask, begin, complete, harness, list, send } = setUp(create)
  if (call === 'begin') return { harness, make: (aborted: AbortSignal) => begin(aborted) }
  const upload = await begin()
  for (const partNumber of call === 'complete' ? [1, 2] : []) await send(upload, partNumber)
  const calls: Record<Exclude<Call, 'begin'>, (aborted: AbortSignal) => Promise<unknown>> = {
    part: (aborted) => ask(upload, 1, aborted),
    list: (aborted) => list(upload, aborted),
    complete: (aborted) => complete(upload, aborted),
    abort: (aborted) => abort(upload, aborted),
  }
  return { harness, make: calls[call] }
}

function setUp(create: Create) {
  const harness = rewritable(createHarness({ quirks: { 'signed-endpoint': { partSize: partBytes } } }))
  const adapter = create(harness)
  const { multipart } = adapter
  if (!multipart) throw new Error('The adapter was made to send in parts, and declares none.')
  const of = (upload: MultipartUpload, aborted: AbortSignal) => ({ itemId: 'a', file: meta, upload, signal: aborted })

  const begin = (aborted = signal) => multipart.beginMultipart({ itemId: 'a', file: meta, attempt: 1, signal: aborted })
  const ask = (upload: MultipartUpload, partNumber: number, aborted = signal) =>
    multipart.requestPart({ ...of(upload, aborted), part: partOf(upload, partNumber), attempt: 1 })
  const list = (upload: MultipartUpload, aborted = signal) => multipart.listParts(of(upload, aborted))
  const complete = (upload: MultipartUpload, aborted = signal) => multipart.completeMultipart(of(upload, aborted))
  const abort = (upload: MultipartUpload, aborted = signal) =>
    multipart.abortMultipart({ upload, keepalive: false, signal: aborted })

  async function send(upload: MultipartUpload, partNumber: number): Promise<void> {
    const { offset, size } = partOf(upload, partNumber)
    const part = new File([file.slice(offset, offset + size)], 'part')
    expect((await sendCredential(harness.fetch, await ask(upload, partNumber), part)).status).toBe(200)
  }
  return { abort, adapter, ask, begin, complete, harness, list, send }
}

function partOf({ partSize }: MultipartUpload, partNumber: number) {
  const offset = (partNumber - 1) * partSize
  return { partNumber, offset, size: Math.min(partSize, file.size - offset) }
}
