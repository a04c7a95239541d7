import { describe, expect, it, vi } from 'vitest'
import { createActiveStorageAdapter } from '../../src/adapters/active-storage/createAdapter.ts'
import type { ActiveStorageOptions } from '../../src/adapters/active-storage/createAdapter.ts'
import { sendCredential } from '../simulator/sendCredential.ts'
import { createHarness, deskUrl } from '../simulator/simulatorFetch.ts'

const signal = new AbortController().signal
const file = new File(['abc'], 'Beweis & 1.pdf', { type: 'application/pdf' })
const checksums = { md5: 'kAFQmDzST7DWlj99KOF/cg==' }
const meta = { name: file.name, size: file.size, contentType: file.type, lastModified: 0, checksums }
const request = { itemId: 'a', file: meta, attempt: 1, signal }

function createDesk(options: ActiveStorageOptions = {}, quirks = {}) {
  const harness = createHarness({ quirks: { 'active-storage': quirks } })
  const endpoint = `${deskUrl}/active-storage`
  const blobs = `${endpoint}/blobs/redirect`
  return { ...harness, adapter: createActiveStorageAdapter({ endpoint, blobs, fetch: harness.fetch, ...options }) }
}

describe('Active Storage', () => {
  it('asks as Rails’ own script does', async () => {
    const { adapter, asked } = createDesk({ query: { website_token: 't 1' }, metadata: () => ({ from: 'desk' }) })
    await adapter.requestUpload(request)
    expect(asked[0]!.url).toBe(`${deskUrl}/active-storage/direct_uploads?website_token=t+1`)
    expect(asked[0]!.headers.get('x-requested-with')).toBe('XMLHttpRequest')
    expect(await asked[0]!.json()).toEqual({
      blob: {
        filename: file.name,
        content_type: 'application/pdf',
        byte_size: 3,
        checksum: checksums.md5,
        metadata: { from: 'desk' },
      },
    })
  })

  it('hands on the headers of the answer, and nothing else', async () => {
    const { adapter } = createDesk()
    const credential = await adapter.requestUpload(request)
    expect(credential).toMatchObject({
      method: 'PUT',
      contentType: 'exact',
      headers: { 'Content-Type': 'application/pdf', 'Content-MD5': checksums.md5 },
    })
    expect(Object.keys(credential.headers)).toHaveLength(2)
  })

  it('sends no type where the answer names none', async () => {
    const upload = { url: 'https://blobs.example.test/a', headers: {} }
    const fetch = async () => Response.json({ signed_id: 's', direct_upload: upload })
    expect(await createActiveStorageAdapter({ fetch }).requestUpload(request)).toMatchObject({ contentType: 'none' })
  })

  it('says what to do where the session computes no MD5', async () => {
    const { adapter, asked } = createDesk()
    const { checksums: _, ...unchecked } = meta
    const without = adapter.requestUpload({ ...request, file: unchecked })
    await expect(without).rejects.toMatchObject({
      code: 'store-misconfigured',
      hint: expect.stringContaining("integrity: { algorithms: ['md5'], hasher: createHasher() }"),
    })
    expect(asked).toEqual([])
  })

  it('lets the service refuse other bytes', async () => {
    const { adapter, fetch } = createDesk()
    const credential = await adapter.requestUpload(request)
    expect((await sendCredential(fetch, credential, new File(['abd'], 'a'))).status).toBe(400)
    expect((await sendCredential(fetch, credential, file)).status).toBe(200)
  })

  it.each([
    ['the page’s own token', { csrfToken: undefined }, 'of-the-page'],
    ['a token that is asked for', { csrfToken: () => 'asked-for' }, 'asked-for'],
  ])('sends %s', async (_what, options, expected) => {
    vi.stubGlobal('document', { querySelector: () => ({ getAttribute: () => 'of-the-page' }) })
    const { adapter, asked } = createDesk(options, { requiresCsrfToken: true })
    await adapter.requestUpload(request)
    vi.unstubAllGlobals()
    expect(asked[0]!.headers.get('x-csrf-token')).toBe(expected)
  })

  it('takes a stale token for the end of a session', async () => {
    const { adapter } = createDesk({}, { requiresCsrfToken: true })
    await expect(adapter.requestUpload(request)).rejects.toMatchObject({
      code: 'unauthorized',
      storageCode: 'ActionController::InvalidAuthenticityToken',
    })
  })

  it('R29 downloads under the asked name, where Rails sends the browser on', async () => {
    const { adapter, fetch } = createDesk()
    const credential = await adapter.requestUpload(request)
    await sendCredential(fetch, credential, file)
    const attachment = { handle: credential.handle, name: file.name }
    const download = { attachment, disposition: 'inline' as const, filename: 'a/b ü.pdf', signal }
    const { bindsFilename, headers, url } = await adapter.requestDownload(download)
    expect([bindsFilename, headers]).toEqual([true, {}])
    const id = encodeURIComponent(credential.handle)
    expect(url).toBe(`${deskUrl}/active-storage/blobs/redirect/${id}/a%2Fb%20%C3%BC.pdf?disposition=inline`)
    const response = await fetch(url)
    expect(response.status).toBe(302)
    const stored = await fetch(response.headers.get('location') ?? '')
    expect(await stored.text()).toBe('abc')
    expect(stored.headers.get('content-disposition')).toMatch(/^inline;/)
  })

  it('has Rails’ own addresses by default', async () => {
    const urls: string[] = []
    const fetch = async (input: RequestInfo | URL) => {
      urls.push(input instanceof Request ? input.url : String(input))
      return Response.json({ signed_id: 's', direct_upload: { url: 'https://blobs.example.test/a' } })
    }
    const adapter = createActiveStorageAdapter({ fetch })
    await adapter.requestUpload(request)
    const attachment = { handle: 's', name: 'a.pdf' }
    const download = { attachment, disposition: 'attachment' as const, filename: 'a.pdf', signal }
    expect([...urls, (await adapter.requestDownload(download)).url]).toEqual([
      '/rails/active_storage/direct_uploads',
      '/rails/active_storage/blobs/redirect/s/a.pdf?disposition=attachment',
    ])
  })

  it('tells of a blob that is not attached, where there is somebody to tell', async () => {
    const told: string[] = []
    const { adapter } = createDesk({ discard: async ({ handle }) => void told.push(handle) })
    expect(adapter.capabilities.discard).toBe(true)
    await adapter.discardUpload({ handle: 's', keepalive: false, signal })
    expect(told).toEqual(['s'])
  })
})
