import { describe, expect, test } from 'vitest'
import { createS3Adapter } from '../../src/adapters/s3/createAdapter.ts'
import { createSignedEndpointAdapter } from '../../src/adapters/signed-endpoint/createAdapter.ts'
import type { Credential } from '../../src/engine/ports.ts'
import { StoreUnavailable } from '../../src/server/signingStore.ts'
import { readError } from '../simulator/object-store/testStore.ts'
import { sendCredential } from '../simulator/sendCredential.ts'
import { createServerHarness, deskUrl, schemes, type Scheme } from './serverHarness.ts'

const signal = new AbortController().signal
const file = new File(['the evidence'], '证据 1.pdf', { type: 'application/pdf' })
const meta = { name: file.name, size: file.size, contentType: file.type, lastModified: 0 }
const asked = { name: file.name, size: file.size, type: file.type }

function createClient(scheme: Scheme, options?: Parameters<typeof createServerHarness>[1]) {
  const harness = createServerHarness(scheme, options)
  const create = /^(S3|AWS)/.test(scheme) ? createS3Adapter : createSignedEndpointAdapter
  const adapter = create({
    endpoint: deskUrl,
    fetch: harness.fetch,
    offers: ['commit', 'verify', 'list', 'download', 'discard', 'remove', 'batch'],
  })
  const ask = (previousHandle?: string) =>
    adapter.requestUpload({ itemId: 'a', file: meta, attempt: 1, previousHandle, signal })
  const send = (credential: Credential, sent = file) => sendCredential(harness.fetch, credential, sent)
  async function upload() {
    const credential = await ask()
    const receipt = await send(credential)
    return adapter.commitUpload({
      itemId: 'a',
      file: meta,
      handle: credential.handle,
      receipt,
      idempotencyKey: 'a',
      signal,
    })
  }
  return { ...harness, adapter, ask, send, upload }
}

describe.each(schemes)('%s through the server', (scheme) => {
  test('uploads, commits, lists, downloads under the name, removes', async () => {
    const { adapter, fetch, keys, upload } = createClient(scheme)
    const attachment = await upload()
    expect(attachment).toMatchObject({ name: file.name, size: 12, contentType: 'application/pdf' })
    expect(await adapter.listAttachments({ signal })).toEqual([attachment])
    const download = { attachment, disposition: 'attachment' as const, filename: file.name, signal }
    const credential = await adapter.requestDownload(download)
    expect(credential.bindsFilename).toBe(true)
    const response = await fetch(credential.url)
    expect(await response.text()).toBe('the evidence')
    expect(response.headers.get('content-disposition')).toContain("filename*=UTF-8''%E8%AF%81%E6%8D%AE%201.pdf")
    expect(response.headers.get('content-type')).toBe('application/pdf')
    await adapter.removeAttachment({ attachment, signal })
    expect([await keys(), await adapter.listAttachments({ signal })]).toEqual([[], []])
  })

  test('R07 signs many files in one call, and leaves out the one that is not taken', async () => {
    const { adapter, send } = createClient(scheme, { maxBytes: 1000 })
    const files = [meta, { ...meta, size: 1001 }, meta].map((each, at) => ({ itemId: `${at}`, file: each }))
    const credentials = (await adapter.batch?.requestUploads({ files, signal })) ?? []
    expect(credentials.map((credential) => credential?.kind)).toEqual([
      credentials[0]?.kind,
      undefined,
      credentials[0]?.kind,
    ])
    expect(credentials[0]?.handle).not.toBe(credentials[2]?.handle)
    for (const credential of [credentials[0]!, credentials[2]!])
      expect((await send(credential)).status).toBeLessThan(300)
  })

  test('R49 chooses a key of its own, with nothing of the name but the extension', async () => {
    const { ask } = createClient(scheme)
    const [first, second] = [await ask(), await ask()]
    expect(first.handle).toMatch(/^tickets\/42\/[\da-f-]{36}\.pdf$/)
    expect(second.handle).not.toBe(first.handle)
  })

  test('R08 signs the same object again, until it is an attachment', async () => {
    const { ask, upload } = createClient(scheme)
    const { handle } = await ask()
    expect((await ask(handle)).handle).toBe(handle)
    const attachment = await upload()
    expect((await ask(attachment.handle)).handle).not.toBe(attachment.handle)
  })

  test('R47 commits once, however often it is asked', async () => {
    const { adapter, ask, call, send } = createClient(scheme)
    const { handle } = await ask().then(async (credential) => {
      await send(credential)
      return credential
    })
    const first = await call('commit', { ...asked, handle })
    expect(await call('commit', { ...asked, handle, name: 'other.pdf' })).toEqual(first)
    expect(await adapter.listAttachments({ signal })).toHaveLength(1)
  })

  test('binds the key', async () => {
    const { ask, keys, send } = createClient(scheme)
    const credential = await ask()
    const moved: Credential =
      credential.kind === 'form-policy'
        ? { ...credential, fields: credential.fields.map(([name, value]) => [name, name === 'key' ? 'x' : value]) }
        : { ...credential, url: credential.url.replace(/tickets\/42\/[^?]+/, 'x') }
    expect((await send(moved)).status).toBe(403)
    expect(await keys()).toEqual([])
  })

  test('binds the type', async () => {
    const { ask, keys, send } = createClient(scheme)
    const credential = await ask()
    const changed: Credential =
      credential.kind === 'form-policy'
        ? {
            ...credential,
            fields: credential.fields.map(([name, value]) => [name, name === 'Content-Type' ? 'text/html' : value]),
          }
        : { ...credential, headers: { ...credential.headers, 'Content-Type': 'text/html' } }
    expect((await send(changed)).status).toBe(403)
    expect(await keys()).toEqual([])
  })

  test('binds the size, or finds another one out at the commit', async () => {
    const { adapter, ask, keys, send } = createClient(scheme)
    const credential = await ask()
    const receipt = await send(credential, new File(['much more than was told'], file.name, { type: file.type }))
    const commit = { itemId: 'a', file: meta, handle: credential.handle, receipt, idempotencyKey: 'a', signal }
    const code = await adapter.commitUpload(commit).catch((error: { code: string }) => error.code)
    const isBound = /^(S3|AWS SDK) PUT$|form$/.test(scheme)
    expect([receipt.status < 300, code]).toEqual([!isBound, isBound ? 'not-found' : 'integrity-mismatch'])
    expect(await keys()).toEqual([])
  })

  test('verifies, and discards what was never attached', async () => {
    const { adapter, ask, keys, send, upload } = createClient(scheme)
    const { handle, ...rest } = await ask()
    expect(await adapter.verifyUpload({ itemId: 'a', file: meta, handle, signal })).toBe('missing')
    await send({ handle, ...rest } as Credential)
    expect(await adapter.verifyUpload({ itemId: 'a', file: meta, handle, signal })).toBe('stored')
    await adapter.discardUpload({ handle, keepalive: false, signal })
    expect(await keys()).toEqual([])
    const attachment = await upload()
    await adapter.discardUpload({ handle: attachment.handle, keepalive: false, signal })
    expect(await keys()).toEqual([attachment.handle])
  })
})

describe('the server', () => {
  test('asks who asks, for every operation', async () => {
    for (const [status, code] of [
      [401, 'unauthorized'],
      [403, 'forbidden'],
    ] as const) {
      const { call } = createServerHarness('S3 PUT', { authorize: () => status })
      for (const operation of ['sign', 'commit', 'verify', 'list', 'download', 'discard', 'remove']) {
        expect(await call(operation, asked)).toEqual({ status, body: { error: { code } } })
      }
    }
  })

  test('touches no key of another folder', async () => {
    let folder = 'tickets/42'
    const harness = createClient('S3 PUT', { authorize: () => folder })
    const { handle } = await harness.upload()
    for (const other of ['tickets/4', 'tickets/43', 'tickets']) {
      folder = other
      expect((await harness.call('list', {})).body).toEqual({ attachments: [] })
      expect((await harness.call('download', { handle })).status).toBe(404)
      expect((await harness.call('commit', { ...asked, handle })).status).toBe(404)
      expect((await harness.call('remove', { handle })).status).toBe(404)
      await harness.call('discard', { handle })
    }
    expect(await harness.keys()).toEqual([handle])
  })

  test.each(['../x', 'tickets/../42', '', '/tickets', 'tickets/', 'a b', 'a/./b'])(
    'refuses to work in the folder %j',
    async (folder) => {
      const { call, errors } = createServerHarness('S3 PUT', { authorize: () => folder })
      expect((await call('sign', asked)).status).toBe(500)
      expect(errors).toHaveLength(1)
    },
  )

  test.each(['tickets/42/../43/a.pdf', 'tickets/42/x', 'tickets/42/', 7, null])(
    'knows no handle %j',
    async (handle) => {
      const { call } = createServerHarness('S3 PUT')
      expect((await call('remove', { handle })).status).toBe(404)
      expect((await call('download', { handle })).status).toBe(404)
      expect((await call('sign', { ...asked, previousKey: handle })).body['key']).not.toBe(handle)
    },
  )

  test('refuses what is too large, and what a check of its own refuses', async () => {
    const checkFile = ({ type }: { type: string }) => (type === 'text/html' ? 'file-invalid-type' : undefined)
    const { call } = createServerHarness('S3 PUT', { maxBytes: 12, checkFile })
    expect((await call('sign', asked)).status).toBe(200)
    expect((await call('sign', { ...asked, size: 13 })).body).toEqual({ error: { code: 'file-too-large' } })
    expect((await call('sign', { ...asked, type: 'text/html' })).body).toEqual({ error: { code: 'file-invalid-type' } })
  })

  test.each([
    {},
    { name: 'a' },
    { name: '', size: 1 },
    { name: 'a', size: -1 },
    { name: 'a', size: 1.5 },
    [[]],
    'text',
  ])('refuses the body %j', async (body) => {
    const { call } = createServerHarness('S3 PUT')
    expect(await call('sign', body)).toEqual({ status: 400, body: { error: { code: 'invalid-request' } } })
  })

  test('signs no type that would break a header', async () => {
    const { call } = createServerHarness('S3 PUT')
    const { body } = await call('sign', { ...asked, type: 'text/plain\r\nx-amz-acl: public-read' })
    expect(body['headers']).toEqual({ 'Content-Type': 'application/octet-stream' })
  })

  test('takes JSON by POST alone, so that no other page can call it unasked', async () => {
    const { server } = createServerHarness('S3 PUT')
    const status = async (init: RequestInit) => (await server(new Request(`${deskUrl}/sign`, init))).status
    expect(await status({ method: 'POST', body: JSON.stringify(asked) })).toBe(400)
    expect(await status({ method: 'GET' })).toBe(405)
    expect((await server(new Request(`${deskUrl}/toString`, { method: 'POST' }))).status).toBe(404)
  })

  test('R17 binds an MD5 that the page has computed', async () => {
    const { call } = createServerHarness('S3 PUT')
    const { body } = await call('sign', { ...asked, checksums: { md5: 'XUFAKrxLKna5cZ2REBfFkg==' } })
    expect(body['headers']).toMatchObject({ 'Content-MD5': 'XUFAKrxLKna5cZ2REBfFkg==' })
    expect(body['url']).toContain('content-length%3Bcontent-md5%3Bcontent-type%3Bhost')
  })

  test('shows nothing inline that could run as a page', async () => {
    const { adapter, call, send } = createClient('S3 PUT')
    const type = 'text/html'
    const html = new File(['<script>'], 'a.html', { type })
    const meta = { name: html.name, size: html.size, contentType: type, lastModified: 0 }
    const credential = await adapter.requestUpload({ itemId: 'a', file: meta, attempt: 1, signal })
    await send(credential, html)
    await call('commit', { name: html.name, size: html.size, type, handle: credential.handle })
    const { body } = await call('download', { handle: credential.handle, disposition: 'inline', filename: 'a.html' })
    expect(new URL(String(body['url'])).searchParams.get('response-content-disposition')).toMatch(/^attachment;/)
  })

  test('says unavailable when the store is, and quotes no URL', async () => {
    const harness = createClient('S3 PUT')
    const { handle } = await harness.ask()
    harness.accessKeys.length = 0
    expect(await harness.call('commit', { ...asked, handle })).toEqual({
      status: 503,
      body: { error: { code: 'unavailable' } },
    })
    expect(harness.errors[0]).toBeInstanceOf(StoreUnavailable)
    expect(String(harness.errors[0])).not.toContain('X-Amz')
  })

  test('tells its own clock', async () => {
    const { clock, server } = createServerHarness('S3 PUT')
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(asked) }
    const response = await server(new Request(`${deskUrl}/sign`, init))
    expect(response.headers.get('date')).toBe(new Date(clock.now).toUTCString())
    expect(response.headers.get('cache-control')).toBe('no-store')
  })
})

test('a store refuses in words that a page can read', async () => {
  const { ask, clock, fetch } = createClient('S3 PUT')
  const credential = await ask()
  clock.now += 600_000
  const init = { method: 'PUT', headers: credential.headers, body: file }
  expect((await readError(await fetch(credential.url, init)))['Message']).toBe('Request has expired')
})
