import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createRecording } from '../support/recordedRequests.ts'
import type { RecordingPlan } from '../support/recordingPlan.ts'
import { seenAfter, watchConsole } from './watchedDesk.tsx'

/** In every credential that is handed out; whatever shows it has let a secret out. */
const mark = 'S3CRETmark'
const signature = `${mark}Sig8Xq2vPq0bC7Lk3mW9rT5yZ1aD4fH6jN`
const token = `${mark}Tok8Xq2vPq0bC7Lk3mW9rT5yZ1aD4fH6jN`
const policy = btoa(JSON.stringify({ expiration: '2099-01-01T00:00:00Z', conditions: [['eq', '$x-mark', mark]] }))
const secrets = [mark, policy, btoa(mark).slice(0, -2), encodeURIComponent(policy)]

const query = `?Expires=4102444800&Signature=${signature}&security-token=${token}`
/** A store that repeats what it was sent. */
const echo = `<Error><Code>SignatureDoesNotMatch</Code><Message>Got Signature=${signature} for https://a.example/k${query} and ${policy}</Message><StringToSign>${token}</StringToSign><SignatureProvided>${signature}</SignatureProvided></Error>`

const storePlans: Record<string, RecordingPlan> = {
  'an echo in XML': { status: 403, body: echo },
  'an echo in a 200': { body: echo },
  'an echo in a page': { status: 500, body: `<html>${echo}</html>` },
  'an echo in JSON': { status: 400, body: JSON.stringify({ code: 'x', message: echo, error: { token } }) },
  'a cut connection': { reset: 'after-body' },
  'a refused preflight': { cors: 'preflight-refused' },
  'a hidden answer': { cors: 'hidden-answer' },
  'a redirect': { status: 307, redirectTo: `https://127.0.0.1:1/${query}` },
  'a callback that failed': { status: 203, body: echo },
}

/** Answers of the embedder's own endpoint in which the secrets stand where they should not. */
const endpointAnswers: Record<string, [status: number, body: string]> = {
  'a refusal that repeats the token': [
    403,
    JSON.stringify({ code: 'denied', message: token, error: { code: signature + ' ' } }),
  ],
  'no JSON': [200, `<html>${token}</html>`],
  'a URL of another scheme': [200, JSON.stringify({ url: `javascript:${signature}`, key: 'k' })],
  'a URL with a user name': [200, JSON.stringify({ url: `https://${token}:x@store.example/${query}`, key: 'k' })],
  'a header that no page may set': [
    200,
    JSON.stringify({ url: `https://a.example/${query}`, key: 'k', headers: { cookie: token } }),
  ],
  'a header with a line end': [
    200,
    JSON.stringify({ url: `https://a.example/${query}`, key: 'k', headers: { 'x-a': `${token}\n` } }),
  ],
  'a URL that is none': [200, JSON.stringify({ url: `https://[${signature}`, key: 'k' })],
  'a date that is none': [200, JSON.stringify({ url: `https://a.example/${query}`, key: 'k', expiresAt: token })],
}

beforeEach(watchConsole)
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

const secretsIn = (text: string) => secrets.filter((secret) => text.includes(secret))

const signing = (reply: object) => async (input: RequestInfo | URL) =>
  Response.json(/\/(?:sign|download)$/.test(new Request(input).url) ? reply : {})

describe.each(Object.entries(storePlans))('R65 R67 %s from the store', (_case, plan) => {
  it('shows no secret of a signed URL', async () => {
    const url = createRecording().url(plan, query)
    const { text } = await seenAfter(
      'signed-put',
      signing({ url, key: 'k', headers: { 'x-oss-security-token': token } }),
    )
    expect(secretsIn(text)).toEqual([])
  })

  it('shows no secret of a form', async () => {
    const fields = { key: 'k', policy: btoa('{"conditions":[]}'), Signature: signature, 'x-oss-security-token': token }
    const { text } = await seenAfter(
      'form-policy',
      signing({ url: createRecording().url(plan, query), key: 'k', fields }),
    )
    expect(secretsIn(text)).toEqual([])
  })

  it('shows no secret of a download', async () => {
    const url = createRecording().url(plan, query)
    const stored = [{ handle: 'k', name: 'a.txt', size: 8 }]
    const { text } = await seenAfter('signed-put', signing({ url, headers: { 'x-oss-security-token': token } }), stored)
    expect(secretsIn(text)).toEqual([])
  })
})

describe('R65 R67 a policy that the file does not fit', () => {
  it('is told without the policy', async () => {
    const fields = { key: 'k', 'x-mark': 'other', policy, Signature: signature }
    const { text, ended } = await seenAfter('form-policy', signing({ url: createRecording().url(), key: 'k', fields }))
    expect(ended).toEqual(['policy-violated'])
    expect(secretsIn(text)).toEqual([])
  })
})

describe.each(Object.entries(endpointAnswers))('R65 R67 %s from the endpoint', (_case, [status, body]) => {
  const fetch = async () => new Response(body, { status })

  it('fails an upload without a secret', async () => {
    const { text, ended } = await seenAfter('signed-put', fetch)
    expect(ended).toHaveLength(1)
    expect(secretsIn(text)).toEqual([])
  })

  it('fails a download without a secret', async () => {
    const { text } = await seenAfter('signed-put', fetch, [{ handle: 'k', name: 'a.txt', size: 8 }])
    expect(secretsIn(text)).toEqual([])
  })
})
