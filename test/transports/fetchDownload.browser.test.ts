import { describe, expect, it, vi } from 'vitest'
import type { OpenDownload } from '../../src/engine/downloadPorts.ts'
import type { Attachment, DownloadCredential } from '../../src/engine/ports.ts'
import { createFetchDownloadTransport } from '../../src/transports/fetchDownload.ts'
import { caught } from '../contracts/describeTransport.ts'
import { createRecording, ownHeadersOf } from '../support/recordedRequests.ts'
import type { RecordingPlan } from '../support/recordingPlan.ts'

const attachment: Attachment = { handle: 'h', name: 'report.pdf' }

function requestFor(
  plan: RecordingPlan,
  changes: Partial<OpenDownload> = {},
  credential: Partial<DownloadCredential> = {},
) {
  const recording = createRecording()
  const request: OpenDownload = {
    credential: { url: recording.url(plan, '?Signature=s3cret'), headers: {}, bindsFilename: false, ...credential },
    attachment,
    offset: 0,
    signal: new AbortController().signal,
    ...changes,
  }
  return { recording, request }
}

const transport = createFetchDownloadTransport({ onDiagnosis: () => {} })

async function drain(body: AsyncIterable<Uint8Array>): Promise<number[]> {
  const bytes: number[] = []
  for await (const chunk of body) bytes.push(...chunk)
  return bytes
}

const object = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => (from + index) % 251)

describe('fetchDownload', () => {
  it('streams the object with its size, name and validator', async () => {
    const headers = { 'Content-Disposition': "attachment; filename*=UTF-8''%E6%8A%A5.pdf", ETag: '"v1"' }
    const { request } = requestFor({ objectBytes: 1000, headers, expose: ['Content-Disposition', 'ETag'] })
    const stream = await transport.open(request)
    expect(stream).toMatchObject({ offset: 0, totalBytes: 1000, filename: '报.pdf', validator: '"v1"' })
    expect(await drain(stream.body)).toEqual(object(0, 1000))
  })

  it('sends exactly the headers of the credential', async () => {
    const { recording, request } = requestFor(
      { objectBytes: 1 },
      {},
      { headers: { Authorization: 'OSS k:s', 'x-oss-date': 'd' } },
    )
    await drain((await transport.open(request)).body)
    const [recorded] = await recording.requests()
    expect(ownHeadersOf(recorded!)).toEqual(['authorization: OSS k:s', 'x-oss-date: d'])
  })

  it('asks for the rest of a broken download', async () => {
    const { recording, request } = requestFor({ objectBytes: 1000, expose: ['Content-Range'] }, { offset: 400 })
    const stream = await transport.open(request)
    expect(stream).toMatchObject({ offset: 400, totalBytes: 1000 })
    expect(await drain(stream.body)).toEqual(object(400, 1000))
    const [recorded] = await recording.requests()
    expect(ownHeadersOf(recorded!)).toContain('range: bytes=400-')
  })

  it('says so when the store sends the whole object instead of the rest', async () => {
    const { request } = requestFor({ objectBytes: 10, ignoresRange: true }, { offset: 4 })
    const stream = await transport.open(request)
    expect(stream.offset).toBe(0)
    expect(await drain(stream.body)).toEqual(object(0, 10))
  })

  it('takes a range beyond the last byte for the end of the object', async () => {
    const { request } = requestFor({ objectBytes: 10, expose: ['Content-Range'] }, { offset: 10 })
    const stream = await transport.open(request)
    expect(stream).toMatchObject({ offset: 10, totalBytes: 10 })
    expect(await drain(stream.body)).toEqual([])
  })

  it('fails with network when the connection is cut in the middle', async () => {
    const { request } = requestFor({ objectBytes: 1000, cutsAfterBytes: 300 })
    const outcome = transport.open(request).then((stream) => drain(stream.body))
    expect(await caught(outcome)).toMatchObject({ code: 'network', stage: 'download', retryable: true })
  })

  it.each([
    [404, 'NoSuchKey', 'not-found'],
    [410, 'Gone', 'not-found'],
    [403, 'AccessDenied', 'forbidden'],
    [403, 'SecurityTokenExpired', 'credential-expired'],
    [503, 'ServiceUnavailable', 'unavailable'],
  ])('R64 reads a %i %s as %s', async (status, code, expected) => {
    const { request } = requestFor({ status, body: `<Error><Code>${code}</Code></Error>` })
    expect(await caught(transport.open(request))).toMatchObject({ code: expected, status, stage: 'download' })
  })

  it('reads the JSON that a stream endpoint answers instead of the file, status first', async () => {
    const headers = { 'Content-Type': 'application/json' }
    const body = '{"provider_code":"049","error_code":"GOM.00007256","error_msg":"invalid parameter","data":null}'
    const refused = requestFor({ status: 400, headers, body })
    expect(await caught(transport.open(refused.request))).toMatchObject({
      code: 'vendor-refused',
      storageCode: 'GOM.00007256',
    })
    const good = requestFor({ status: 200, headers, body })
    expect(await caught(transport.open(good.request))).toMatchObject({
      code: 'vendor-refused',
      storageCode: 'GOM.00007256',
    })
  })

  it('does not take a JSON attachment for an error', async () => {
    const headers = { 'Content-Type': 'application/json' }
    const { request } = requestFor(
      { headers, body: '{"code":"x"}' },
      { attachment: { handle: 'h', name: 'trace.json' } },
    )
    const stream = await transport.open(request)
    expect(new TextDecoder().decode(Uint8Array.from(await drain(stream.body)))).toBe('{"code":"x"}')
  })

  it('does not save the page of a sign-in wall as the file', async () => {
    const { request } = requestFor({ headers: { 'Content-Type': 'text/html; charset=utf-8' }, body: '<html>' })
    expect(await caught(transport.open(request))).toMatchObject({ code: 'answer-unreadable' })
  })

  it('does not let signed headers follow a redirect', async () => {
    const target = createRecording()
    const { request } = requestFor(
      { redirectTo: target.url({ objectBytes: 1 }) },
      {},
      { headers: { 'x-oss-date': 'd' } },
    )
    await expect(transport.open(request)).rejects.toMatchObject({ stage: 'download' })
    expect(await target.requests()).toEqual([])
  })

  it('takes what the page itself keeps, whatever its type', async () => {
    const url = URL.createObjectURL(new Blob(['{}'], { type: 'application/json' }))
    const { request } = requestFor({}, {}, { url })
    const stream = await transport.open(request)
    expect(await drain(stream.body)).toHaveLength(2)
    URL.revokeObjectURL(url)
    expect(await caught(transport.open(request))).toMatchObject({ code: 'network' })
  })

  it('ends the connection when nobody reads the body', async () => {
    const { request } = requestFor({ objectBytes: 10 })
    const stream = await transport.open(request)
    stream.close()
    await expect(drain(stream.body)).rejects.toMatchObject({ stage: 'download' })
  })

  it('R64 probes with one byte, and tells what the store refuses', async () => {
    const { recording, request } = requestFor({ objectBytes: 1000 })
    await expect(transport.probe(request)).resolves.toBeUndefined()
    const [recorded] = await recording.requests()
    expect(ownHeadersOf(recorded!)).toEqual(['range: bytes=0-0'])
    const expired = requestFor({
      status: 403,
      body: '<Error><Code>AccessDenied</Code><Message>Request has expired.</Message></Error>',
    })
    expect(await caught(transport.probe(expired.request))).toMatchObject({ code: 'credential-expired' })
  })

  it('tells a store without CORS rules', async () => {
    const { request } = requestFor({ objectBytes: 10, cors: 'hidden-answer' })
    expect(await caught(transport.open(request))).toMatchObject({ code: 'cors-refused', stage: 'download' })
  })

  it.each(['javascript:alert(1)', 'blob:https://other.example/1', 'file:///etc/passwd'])(
    'refuses the address %s',
    async (url) => {
      const { request } = requestFor({}, {}, { url })
      expect(await caught(transport.open(request))).toMatchObject({ code: 'url-refused' })
    },
  )

  it('rejects with AbortError before, while waiting and while reading', async () => {
    const before = requestFor({}, { signal: AbortSignal.abort() })
    await expect(transport.open(before.request)).rejects.toMatchObject({ name: 'AbortError' })
    expect(await before.recording.requests()).toEqual([])

    const waiting = new AbortController()
    const opened = transport.open(requestFor({ hangs: true }, { signal: waiting.signal }).request)
    waiting.abort()
    await expect(opened).rejects.toMatchObject({ name: 'AbortError' })

    const reading = new AbortController()
    const stream = await transport.open(requestFor({ objectBytes: 10 }, { signal: reading.signal }).request)
    reading.abort()
    await expect(drain(stream.body)).rejects.toMatchObject({ name: 'AbortError' })
  })

  it('gives up when no answer comes for too long', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const outcome = caught(transport.open(requestFor({ hangs: true }).request))
    vi.advanceTimersByTime(60_000)
    vi.useRealTimers()
    expect(await outcome).toMatchObject({ code: 'stalled', retryable: true })
  })
})
