import { describe, expect, it, vi } from 'vitest'
import { lazyAdapter, type AdapterCalls } from '../../src/adapters/lazyAdapter.ts'
import { lazyModule } from '../../src/engine/lazyModule.ts'

const { signal } = new AbortController()
const capabilities = { list: false, download: true, discard: false, remove: false, verify: false }
const facts = { name: 'vendor', capabilities, rules: {} }

const calls: AdapterCalls<'signed-put'> = {
  requestUpload: async () => ({
    kind: 'signed-put',
    method: 'PUT',
    handle: 'h',
    url: 'https://store.example/h',
    headers: {},
    contentType: 'none',
  }),
  commitUpload: async ({ handle, file }) => ({ handle, name: file.name }),
  requestDownload: async () => ({ url: 'https://store.example/h', headers: {}, bindsFilename: false }),
}

const download = { attachment: { handle: 'h', name: 'a' }, disposition: 'attachment', filename: 'a', signal } as const

describe('lazyAdapter', () => {
  it('R77 says what it is without loading what it does', () => {
    const load = vi.fn<() => Promise<typeof calls>>(async () => calls)
    expect(lazyAdapter(facts, lazyModule(load))).toMatchObject(facts)
    expect(load).not.toHaveBeenCalled()
  })

  it('loads its calls once, ahead of the first one where it is warmed', async () => {
    const load = vi.fn<() => Promise<typeof calls>>(async () => calls)
    const adapter = lazyAdapter(facts, lazyModule(load))
    adapter.warm?.()
    expect(load).toHaveBeenCalledTimes(1)
    await adapter.requestDownload(download)
    await adapter.requestDownload(download)
    expect(load).toHaveBeenCalledTimes(1)
  })

  it('loads nothing for what it declares that it cannot do', async () => {
    const load = vi.fn<() => Promise<typeof calls>>(async () => calls)
    const adapter = lazyAdapter(facts, lazyModule(load))
    expect(await adapter.listAttachments({ signal })).toEqual([])
    await adapter.discardUpload({ handle: 'h', keepalive: true, signal })
    await adapter.removeAttachment({ attachment: { handle: 'h', name: 'a' }, signal })
    expect(load).not.toHaveBeenCalled()
  })

  it('rejects as a call that could not be made when its code cannot be had', async () => {
    const adapter = lazyAdapter(
      facts,
      lazyModule(() => Promise.reject(new TypeError('no connection'))),
    )
    await expect(adapter.requestDownload(download)).rejects.toMatchObject({ code: 'network', stage: 'download' })
  })
})
