import { describe, expect, inject, it } from 'vitest'
import { fileOf, metaOf } from '../support/transportRequests.ts'
import { createStoreClient, send, sha256Of, signal } from './storeClient.ts'

const backends = inject('backends')
const megabyte = 1024 * 1024

const files = [
  fileOf(0, 'empty.txt', 'text/plain'),
  fileOf(1, 'one byte'),
  fileOf(20 * megabyte, 'video.mp4', 'video/mp4'),
  fileOf(1000, '报告 (终版) 100%.pdf', 'application/pdf'),
  fileOf(1000, `it's "quoted"; a&b=c+d.txt`, 'text/plain'),
]

describe.each(Object.entries(backends))('%s', (_store, backend) => {
  describe.each(['put', 'form'] as const)('by %s', (upload) => {
    it.each(files)('stores and gives back $name, byte for byte', async (file) => {
      const { download, store } = createStoreClient(backend, upload)
      const attachment = await store(file)
      expect(attachment).toMatchObject({ name: file.name, size: file.size })
      const response = await download(attachment)
      expect(response.headers.get('content-type')).toBe(file.type)
      expect(await sha256Of(response)).toBe(await sha256Of(file))
    })

    it('tells an ETag that is the MD5, in lower case', async () => {
      const { ask } = createStoreClient(backend, upload)
      const file = new File(['hello'], 'a.txt', { type: 'text/plain' })
      expect((await send(await ask(file), file)).etag).toBe('5d41402abc4b2a76b9719d911017c592')
    })

    it('R22 shows progress up to the last byte of the file', async () => {
      const { ask } = createStoreClient(backend, upload)
      const file = fileOf(5 * megabyte)
      const progress: number[] = []
      await send(await ask(file), file, { onProgress: (sentBytes) => progress.push(sentBytes) })
      expect(progress.at(-1)).toBe(file.size)
      expect(progress).toEqual(progress.toSorted((a, b) => a - b))
    })

    it('R47 commits once, verifies, and discards only what is no attachment', async () => {
      const { adapter, ask, store, download } = createStoreClient(backend, upload)
      const file = fileOf(10)
      const { handle } = await ask(file)
      const verify = (each: string) =>
        adapter.verifyUpload({
          itemId: 'a',
          file: metaOf(file),
          handle: each,
          signal,
        })
      expect(await verify(handle)).toBe('missing')
      const attachment = await store(file)
      expect(await verify(attachment.handle)).toBe('stored')
      await adapter.discardUpload({ handle: attachment.handle, keepalive: false, signal })
      expect((await download(attachment)).status).toBe(200)
      await adapter.removeAttachment({ attachment, signal })
      expect(await verify(attachment.handle)).toBe('missing')
    })

    it('R08 signs the same object again', async () => {
      const { adapter, ask } = createStoreClient(backend, upload)
      const file = fileOf(10)
      const first = await ask(file)
      const meta = metaOf(file)
      const again = await adapter.requestUpload({
        itemId: 'a',
        file: meta,
        attempt: 2,
        previousHandle: first.handle,
        signal,
      })
      expect(again.handle).toBe(first.handle)
      expect((await send(again, file)).status).toBeLessThan(300)
    })
  })
})
