import { describe, expect, it } from 'vitest'
import type { FormPolicyCredential } from '../../src/engine/ports.ts'
import { createFormPostTransport, type FormPostOptions } from '../../src/transports/formPost.ts'
import { caught, describeTransport } from '../contracts/describeTransport.ts'
import { bodyTextOf, createRecording } from '../support/recordedRequests.ts'
import type { RecordingPlan } from '../support/recordingPlan.ts'
import { fileOf, formCredential, metaOf, transportRequest } from '../support/transportRequests.ts'
import multipart from '../vectors/multipart.json' with { type: 'json' }

describeTransport('form POST', { create: createFormPostTransport, credential: formCredential })

async function post(
  changes: Partial<FormPolicyCredential>,
  file: File,
  plan: RecordingPlan = {},
  options: FormPostOptions = {},
) {
  const recording = createRecording()
  const credential = formCredential(recording.url(plan), changes)
  const receipt = await createFormPostTransport(options).send(transportRequest(credential, file))
  const [request] = await recording.requests()
  return { receipt, request: request! }
}

function policyOf(policy: unknown): [string, string] {
  return ['policy', btoa(JSON.stringify(policy))]
}

describe('form POST', () => {
  it('R15 sends the fields in order and verbatim, nothing added, the file last', async () => {
    const fields: [string, string][] = [
      ['key', 'a/${filename}'],
      ['x:var', ' v '],
      ['policy', 'cG9s'],
      ['Signature', 's+/='],
    ]
    const { request } = await post(
      { fields, fileField: 'upload' },
      new File(['hello'], 'b.txt', { type: 'text/plain' }),
    )
    const boundary = /boundary=(.+)$/.exec(new Map(request.headers).get('Content-Type') ?? '')![1]!
    const part = (head: string, content: string) =>
      `--${boundary}\r\nContent-Disposition: form-data; ${head}\r\n\r\n${content}\r\n`
    expect(bodyTextOf(request)).toBe(
      fields.map(([name, value]) => part(`name="${name}"`, value)).join('') +
        part('name="upload"; filename="b.txt"\r\nContent-Type: text/plain', 'hello') +
        `--${boundary}--\r\n`,
    )
  })

  it('R15 writes the bytes of the multipart vector', async () => {
    const fields = multipart.fields.filter((field): field is [string, string] => typeof field[1] === 'string')
    const last = multipart.fields.at(-1)![1] as { filename: string; content: string }
    const { request } = await post({ fields }, new File([last.content], last.filename, { type: '' }))
    const boundary = bodyTextOf(request).slice(2).split('\r\n')[0]!
    expect(bodyTextOf(request).replaceAll(boundary, 'B')).toBe(multipart.bodyUtf8)
  })

  it.each([
    [200, '{"Status":"OK"}'],
    [201, '<PostResponse><Key>a</Key></PostResponse>'],
    [204, ''],
  ])('R15 counts %i as success and hands on the body', async (status, body) => {
    const { receipt } = await post({}, fileOf(3), { status, body })
    expect(receipt).toMatchObject({ status, body })
  })

  it('R13 sends the headers of the credential and no other', async () => {
    const { request } = await post({ headers: { 'X-CSRF': 'token' } }, fileOf(3))
    const own = request.headers.map(([name]) => name).filter((name) => /^(?:x-|content-type)/i.test(name))
    expect(own.toSorted()).toEqual(['Content-Type', 'X-CSRF'])
  })

  it('R16 refuses a Content-Type of its own, which would lose the boundary', async () => {
    const credential = formCredential(createRecording().url(), { headers: { 'content-type': 'multipart/form-data' } })
    const error = await caught(createFormPostTransport().send(transportRequest(credential, fileOf(1))))
    expect(error).toMatchObject({ code: 'header-forbidden' })
  })

  it('refuses a file the policy would refuse before a byte moves', async () => {
    const recording = createRecording()
    const policy = policyOf({ expiration: '2030-01-01T00:00:00Z', conditions: [['content-length-range', 1, 10]] })
    const credential = formCredential(recording.url(), { fields: [['key', 'a'], policy] })
    const error = await caught(createFormPostTransport().send(transportRequest(credential, fileOf(11))))
    expect(error).toMatchObject({ code: 'file-too-large', limitBytes: 10 })
    expect(await recording.requests()).toEqual([])
  })

  it('passes a bucket that refuses preflights when progress is given up', async () => {
    const recording = createRecording()
    const credential = formCredential(recording.url({ cors: 'preflight-refused' }))
    const file = fileOf(9)
    const request = transportRequest(credential, file, { meta: metaOf(file) })
    const error = await caught(createFormPostTransport({ reportsProgress: false, onDiagnosis: () => {} }).send(request))
    // The answer is hidden, but the bytes have arrived: no preflight stood in the way.
    expect(error.code).toBe('network')
    expect(await recording.requests()).toHaveLength(1)
  })
})
