import { describe, expect, it } from 'vitest'
import { createZendeskAdapter } from '../../src/adapters/zendesk/createAdapter.ts'
import { sendCredential } from '../simulator/sendCredential.ts'
import { createHarness, deskUrl } from '../simulator/simulatorFetch.ts'

const signal = new AbortController().signal
const file = new File(['abc'], 'Beweis & 1.pdf', { type: 'application/pdf' })
const meta = { name: file.name, size: file.size, contentType: file.type, lastModified: 0 }
const request = { itemId: 'item-1', file: meta, attempt: 1, signal }

function createDesk(options = {}, quirks = {}) {
  const harness = createHarness({ quirks: { zendesk: quirks } })
  const adapter = createZendeskAdapter({ endpoint: `${deskUrl}/zendesk`, fetch: harness.fetch, ...options })
  async function upload(itemId = 'item-1') {
    const credential = await adapter.requestUpload({ ...request, itemId })
    const receipt = await sendCredential(harness.fetch, credential, file)
    const commit = { itemId, file: meta, handle: credential.handle, receipt, idempotencyKey: itemId, signal }
    return adapter.commitUpload(commit)
  }
  const asked = () => harness.asked.map(({ method, url }) => `${method} ${url.replace(`${deskUrl}/zendesk`, '')}`)
  return { ...harness, adapter, asked, upload }
}

const downloadOf = (handle: string) => {
  return { attachment: { handle, name: file.name }, disposition: 'attachment' as const, filename: file.name, signal }
}

describe('Zendesk', () => {
  it('sends the bytes themselves, with their type, to the endpoint', async () => {
    const { adapter, asked, upload } = createDesk({ headers: { 'x-csrf-token': 'c' }, withCredentials: true })
    expect(await adapter.requestUpload(request)).toEqual({
      kind: 'signed-put',
      method: 'POST',
      handle: 'item-1',
      url: `${deskUrl}/zendesk/uploads.json?filename=Beweis+%26+1.pdf`,
      headers: { 'x-csrf-token': 'c' },
      contentType: 'free',
      withCredentials: true,
    })
    const attachment = await upload()
    expect(attachment).toEqual({
      handle: expect.stringMatching(/^[\da-f]{25}$/),
      name: file.name,
      size: 3,
      contentType: 'application/pdf',
    })
    expect(asked()).toEqual(['POST /uploads.json?filename=Beweis+%26+1.pdf'])
  })

  it('gives each file a token of its own', async () => {
    const { upload } = createDesk()
    const [first, second] = [await upload('item-1'), await upload('item-2')]
    expect(first.handle).not.toBe(second.handle)
  })

  it('finds a download by id: of an upload of this page, or of a stored attachment', async () => {
    const { adapter, asked, fetch, upload } = createDesk()
    const { handle } = await upload()
    const { url } = await adapter.requestDownload(downloadOf(handle))
    expect(await (await fetch(url)).text()).toBe('abc')
    const id = /attachments\/(\d+)\.json$/.exec(asked().at(-1) ?? '')?.[1] ?? ''
    expect((await adapter.requestDownload(downloadOf(id))).bindsFilename).toBe(true)
    await expect(adapter.requestDownload(downloadOf('another-pages-token'))).rejects.toMatchObject({
      code: 'not-found',
    })
  })

  it.each(['item', 'token'] as const)('takes an upload back by its %s, once', async (by) => {
    const { adapter, asked, upload } = createDesk()
    const { handle } = await upload()
    const discard = { handle: by === 'item' ? 'item-1' : handle, keepalive: false, signal }
    await adapter.discardUpload(discard)
    await adapter.discardUpload(discard)
    expect(asked().slice(1)).toEqual([`DELETE /uploads/${handle}.json`])
    await expect(adapter.requestDownload(downloadOf(handle))).rejects.toMatchObject({ code: 'not-found' })
  })

  it('asks nobody to take back what never got a token', async () => {
    const { adapter, asked } = createDesk()
    await adapter.requestUpload(request)
    await adapter.discardUpload({ handle: 'item-1', keepalive: false, signal })
    expect(asked()).toEqual([])
  })

  it('declares Zendesk’s limit, or the account’s', () => {
    expect(createDesk().adapter.rules).toEqual({ maxFileSize: 50_000_000 })
    expect(createDesk({ maxFileSize: 7 }).adapter.rules).toEqual({ maxFileSize: 7 })
  })

  it.each(['', '<html>', '{}', '{"upload":{"token":"t"}}', '{"upload":{"attachment":{"id":1,"file_name":"a"}}}'])(
    'refuses %j for what was stored',
    async (body) => {
      const { adapter } = createDesk()
      const receipt = { status: 201, headers: {}, body }
      const commit = { itemId: 'a', file: meta, handle: 'a', receipt, idempotencyKey: 'a', signal }
      await expect(adapter.commitUpload(commit)).rejects.toMatchObject({ code: 'answer-unreadable', stage: 'commit' })
    },
  )

  it.each([
    [{ error: 'RecordNotFound', description: 'Not found' }, 404, 'not-found', 'RecordNotFound'],
    [{ error: { title: 'Forbidden', message: 'x' } }, 403, 'forbidden', 'Forbidden'],
    [{ error: 'Couldn’t authenticate you' }, 403, 'forbidden', undefined],
    [{ error: 'TooManyRequests' }, 429, 'rate-limited', 'TooManyRequests'],
  ])('reads %j', async (body, status, code, storageCode) => {
    const { adapter } = createDesk({ fetch: async () => Response.json(body, { status }) })
    await expect(adapter.requestDownload(downloadOf('17'))).rejects.toMatchObject({ code, storageCode })
  })
})
