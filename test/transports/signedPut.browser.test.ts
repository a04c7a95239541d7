import { describe, expect, it } from 'vitest'
import type { SignedPutCredential } from '../../src/engine/ports.ts'
import { createSignedPutTransport } from '../../src/transports/signedPut.ts'
import { caught, describeTransport } from '../contracts/describeTransport.ts'
import { bodyOf, createRecording, ownHeadersOf } from '../support/recordedRequests.ts'
import { fileOf, metaOf, putCredential, transportRequest } from '../support/transportRequests.ts'

describeTransport('signed PUT', { create: createSignedPutTransport, credential: putCredential })

interface Sending {
  file?: File
  contentType?: string
  upcoming?: readonly File[]
}

async function sendAndRecord(
  changes: Partial<SignedPutCredential>,
  { file = fileOf(1000), contentType, upcoming = [] }: Sending = {},
) {
  const recording = createRecording()
  const credential = putCredential(recording.url(), changes)
  const line = { meta: metaOf(file, contentType), upcoming: () => upcoming }
  await createSignedPutTransport().send(transportRequest(credential, file, line))
  const [request] = await recording.requests()
  return request!
}

describe('signed PUT', () => {
  it('R13 sends exactly the headers it was handed and the bytes of the file', async () => {
    const headers = { Authorization: 'OSS key:c2ln', 'x-oss-date': 'Sat, 21 Nov 2026 10:00:00 GMT' }
    const file = fileOf(1000)
    const request = await sendAndRecord({ headers }, { file })
    expect(ownHeadersOf(request)).toEqual(['authorization: OSS key:c2ln', 'x-oss-date: Sat, 21 Nov 2026 10:00:00 GMT'])
    expect(request.method).toBe('PUT')
    expect(bodyOf(request)).toEqual(new Uint8Array(await file.arrayBuffer()))
  })

  it('R13 sends no Content-Type for a typed file under the policy none', async () => {
    expect(ownHeadersOf(await sendAndRecord({ contentType: 'none' }))).toEqual([])
  })

  it('R13 sends the signed Content-Type under the policy exact, whatever the file says', async () => {
    const request = await sendAndRecord({ contentType: 'exact', headers: { 'Content-Type': 'image/png' } })
    expect(ownHeadersOf(request)).toEqual(['content-type: image/png'])
  })

  it('R14 sends the type that was resolved once under the policy free', async () => {
    const untyped = fileOf(5, 'trace.log', '')
    const request = await sendAndRecord({ contentType: 'free' }, { file: untyped, contentType: 'text/plain' })
    expect(ownHeadersOf(request)).toEqual(['content-type: text/plain'])
  })

  it.each([
    ['none', {}, []],
    ['exact', { 'Content-Type': 'image/png' }, ['content-type: image/png']],
    ['free', {}, ['content-type: application/pdf']],
    ['free', { 'content-type': 'text/csv' }, ['content-type: text/csv']],
  ] as const)('R13 a small file in line is sent like one alone: %s, %o', async (contentType, headers, sent) => {
    const file = fileOf(1000, 'a.pdf', 'application/pdf')
    const request = await sendAndRecord({ contentType, headers }, { file, upcoming: [fileOf(10), fileOf(20)] })
    expect(ownHeadersOf(request)).toEqual(sent)
    expect(bodyOf(request)).toEqual(new Uint8Array(await file.arrayBuffer()))
    const alone = await sendAndRecord({ contentType, headers }, { file })
    expect(ownHeadersOf(alone)).toEqual(sent)
  })

  it('takes a chunk of a session for sent when the store asks for the next one', async () => {
    const recording = createRecording()
    const url = recording.url({ status: 308, headers: { range: 'bytes=0-999' }, expose: ['range'] })
    const headers = { 'Content-Range': 'bytes 0-999/3000' }
    const credential = putCredential(url, { headers, successStatuses: [308] })
    const receipt = await createSignedPutTransport().send(transportRequest(credential, fileOf(1000)))
    expect(receipt).toMatchObject({ status: 308, headers: { range: 'bytes=0-999' } })
    const [request, ...others] = await recording.requests()
    expect(ownHeadersOf(request!)).toEqual(['content-range: bytes 0-999/3000'])
    expect(others).toEqual([])
  })

  it('asks for the URL as received', async () => {
    const recording = createRecording()
    const query = '?Expires=1&Signature=a%2Fb%2bc%3D&x=%7e~'
    await createSignedPutTransport().send(transportRequest(putCredential(recording.url({}, query)), fileOf(1)))
    const [request] = await recording.requests()
    expect(request!.url.endsWith(query)).toBe(true)
  })

  it.each([
    ['?x-amz-checksum-crc32=AAAAAA%3D%3D', {}, 'requestChecksumCalculation'],
    ['?x-id=GetObject', {}, 'x-id'],
    ['?X-Amz-Signature=0', { method: 'POST' as const }, 'method'],
  ])('R16 names the mistake of a signer before sending: %s', async (query, changes, named) => {
    const recording = createRecording()
    const credential = putCredential(recording.url({}, query), changes)
    const error = await caught(createSignedPutTransport().send(transportRequest(credential, fileOf(1))))
    expect(error.hint).toContain(named)
    expect(await recording.requests()).toEqual([])
  })
})
