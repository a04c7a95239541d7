import { expect, it, vi } from 'vitest'
import { attachments } from '../../stories/docs/snippets/attachmentServer.ts'
import { backups, drive, operations, tickets } from '../../stories/docs/snippets/vendorHandlers.ts'
import { createServiceAccount } from '../signing/serviceAccount.ts'
import { store as awsStore } from '../../stories/docs/snippets/awsStore.ts'
import { createDeskAdapter } from '../../stories/docs/snippets/createDeskAdapter.ts'

function ask(operation: string, body: unknown, headers: Record<string, string> = {}) {
  const init = {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  }
  return attachments(new Request(`https://desk.example.test/api/attachments/${operation}`, init))
}

it('attachmentServer signs for those who are signed in, and for no program', async () => {
  const file = { name: 'report.pdf', size: 1000, type: 'application/pdf' }
  const cookie = { cookie: 'session=1' }
  expect((await ask('sign', file)).status).toBe(401)
  expect((await ask('sign', { ...file, name: 'run.exe' }, cookie)).status).toBe(422)
  expect((await ask('sign', { ...file, size: 60_000_000 }, cookie)).status).toBe(413)
  const signed = await (await ask('sign', file, cookie)).json()
  expect(signed).toMatchObject({ method: 'PUT', key: expect.stringMatching(/^tickets\/42\//) })
  expect(new URL(signed.url).hostname).toBe('attachments.s3.eu-central-1.amazonaws.com')
})

it('azureStore signs for one blob of the account', async ({ onTestFinished }) => {
  onTestFinished(() => void vi.unstubAllEnvs())
  vi.stubEnv('AZURE_KEY', btoa('made-up'))
  const { store } = await import('../../stories/docs/snippets/azureStore.ts')
  const { url } = await store.signUpload({ key: 'tickets/42/a', size: 3, type: 'text/plain', lifeSeconds: 60 })
  expect(url).toMatch(/^https:\/\/desk\.blob\.core\.windows\.net\/attachments\/tickets\/42\/a\?sv=.*&sig=/)
})

it('gcsStore signs for one object of the bucket', async ({ onTestFinished }) => {
  onTestFinished(() => void vi.unstubAllEnvs())
  vi.stubEnv('GOOGLE_SERVICE_ACCOUNT', JSON.stringify(createServiceAccount().account))
  const { store } = await import('../../stories/docs/snippets/gcsStore.ts')
  const { url } = await store.signUpload({ key: 'tickets/42/a', size: 3, type: 'text/plain', lifeSeconds: 60 })
  expect(url).toMatch(/^https:\/\/storage\.googleapis\.com\/attachments\/tickets\/42\/a\?X-Goog-Algorithm=/)
})

const meta = { name: 'report.pdf', size: 3, contentType: 'application/pdf', lastModified: 0 }
const signal = new AbortController().signal

it('createDeskAdapter signs, commits, and says what went wrong by code', async ({ onTestFinished }) => {
  const answers = [
    Response.json({ id: 'a/1', url: 'https://store.example.test/a?x=1', seconds: 60 }),
    new Response(null, { status: 204 }),
    new Response(null, { status: 401 }),
    new Response(null, { status: 503 }),
  ]
  const asked: string[] = []
  const platform = globalThis.fetch
  onTestFinished(() => void (globalThis.fetch = platform))
  globalThis.fetch = async (input, init) => {
    asked.push(`${init?.method} ${input instanceof Request ? input.url : input}`)
    return answers.shift() ?? Response.error()
  }
  const adapter = createDeskAdapter('/api/desk')
  const request = { itemId: 'i', file: meta, attempt: 1, signal }
  const credential = await adapter.requestUpload(request)
  expect(credential).toMatchObject({ handle: 'a/1', expiry: { afterMs: 60_000 } })
  const receipt = { status: 200, headers: {}, body: '' }
  const commit = { itemId: 'i', file: meta, handle: 'a/1', receipt, idempotencyKey: 'i', signal }
  expect(await adapter.commitUpload(commit)).toMatchObject({ handle: 'a/1', name: 'report.pdf' })
  await expect(adapter.requestUpload(request)).rejects.toMatchObject({ code: 'unauthorized' })
  await expect(adapter.requestUpload(request)).rejects.toMatchObject({ code: 'unavailable', retryable: true })
  expect(asked).toEqual(['POST /api/desk/sign', 'PUT /api/desk/files/a%2F1', ...Array(2).fill('POST /api/desk/sign')])
})

it('vendorHandlers ask who asks, and then for credentials', async ({ onTestFinished }) => {
  const logged = vi.spyOn(console, 'error').mockImplementation(() => {})
  for (const name of ['ALIBABA_CLOUD_ACCESS_KEY_ID', 'HUAWEICLOUD_SDK_AK', 'DINGTALK_CLIENT_ID']) vi.stubEnv(name, '')
  onTestFinished(() => {
    logged.mockRestore()
    vi.unstubAllEnvs()
  })
  const [json, form] = ['application/json', 'application/x-www-form-urlencoded']
  const body = JSON.stringify({ option: { preCheckParam: { name: 'a.txt', size: 1 } } })
  const calls = [
    [tickets, 'GetAttachmentUploadUrl', form, 'FileName=a.txt'],
    [backups, 'CreateTempFileUploadUrl?FileName=a.txt', form, ''],
    [operations, 'v1/incident/attachments', 'multipart/form-data; boundary=x', 'x'],
    [drive, 'v2.0/storage/spaces/files/root/uploadInfos/query', json, body],
  ] as const
  for (const [handler, path, type, sent] of calls) {
    const make = (headers: Record<string, string>) =>
      new Request(`https://desk.example.test/${path}`, {
        method: 'POST',
        body: sent,
        headers: { 'content-type': type, ...headers },
      })
    expect((await handler(make({}))).status).toBe(401)
    expect((await handler(make({ cookie: 'session=1' }))).status).toBe(500)
    expect(String(logged.mock.lastCall?.[0])).toContain("in the server's environment")
  }
  const list = {
    method: 'POST',
    headers: { 'content-type': form, cookie: 'session=1' },
    body: 'TicketId=somebody-elses',
  }
  expect((await tickets(new Request('https://desk.example.test/ListTicketNotes', list))).status).toBe(403)
})

it('awsStore signs with the key that the AWS SDK finds', async ({ onTestFinished }) => {
  const key = { AWS_ACCESS_KEY_ID: 'AKIAMADEUP', AWS_SECRET_ACCESS_KEY: 'made-up', AWS_SESSION_TOKEN: '' }
  for (const [name, value] of Object.entries(key)) vi.stubEnv(name, value)
  onTestFinished(() => void vi.unstubAllEnvs())
  const upload = { key: 'tickets/42/a.pdf', size: 3, type: 'application/pdf', lifeSeconds: 60 }
  const { url } = await awsStore.signUpload(upload)
  expect(new URL(url).hostname).toBe('attachments.s3.eu-central-1.amazonaws.com')
  expect(new URL(url).searchParams.get('X-Amz-Credential')).toMatch(/^AKIAMADEUP\//)
})
