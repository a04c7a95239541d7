import { describe, expect, it } from 'vitest'
import { fileOf, metaOf } from '../support/transportRequests.ts'
import { createStoreClient, s3StoreNames, send, sha256Of, signal, storeNames, waysOf } from './storeClient.ts'

const megabyte = 1024 * 1024

const files = [
  fileOf(0, 'empty.txt', 'text/plain'),
  fileOf(1, 'one byte'),
  fileOf(20 * megabyte, 'video.mp4', 'video/mp4'),
  fileOf(1000, '报告 (终版) 100%.pdf', 'application/pdf'),
  fileOf(1000, `it's "quoted"; a&b=c+d.txt`, 'text/plain'),
]

describe.each(s3StoreNames)('%s, signed for by the SDK of AWS', (store) => {
  it.each(waysOf(store))('stores and gives back a file by %s, byte for byte', async (way) => {
    const file = fileOf(1000, '报告 (终版) 100%.pdf', 'application/pdf')
    const { download, upload } = createStoreClient(store, way, 'aws-sdk')
    const response = await download(await upload(file))
    expect(response.headers.get('content-type')).toBe(file.type)
    expect(await sha256Of(response)).toBe(await sha256Of(file))
  })
})

describe.each(storeNames)('%s', (store) => {
  describe.each(waysOf(store))('by %s', (way) => {
    it.each(files)('stores and gives back $name, byte for byte', async (file) => {
      const { download, upload } = createStoreClient(store, way)
      const attachment = await upload(file)
      expect(attachment).toMatchObject({ name: file.name, size: file.size })
      const response = await download(attachment)
      expect(response.headers.get('content-type')).toBe(file.type)
      expect(await sha256Of(response)).toBe(await sha256Of(file))
    })

    it('R22 shows progress up to the last byte of the file', async () => {
      const { ask } = createStoreClient(store, way)
      const file = fileOf(5 * megabyte)
      const progress: number[] = []
      await send(await ask(file), file, { onProgress: (sentBytes) => progress.push(sentBytes) })
      expect(progress.at(-1)).toBe(file.size)
      expect(progress).toEqual(progress.toSorted((a, b) => a - b))
    })

    it('R47 commits once, verifies, and discards only what is no attachment', async () => {
      const { adapter, ask, upload, download } = createStoreClient(store, way)
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
      const attachment = await upload(file)
      expect(await verify(attachment.handle)).toBe('stored')
      await adapter.discardUpload({ handle: attachment.handle, keepalive: false, signal })
      expect((await download(attachment)).status).toBe(200)
      await adapter.removeAttachment({ attachment, signal })
      expect(await verify(attachment.handle)).toBe('missing')
    })

    it('R08 signs the same object again', async () => {
      const { adapter, ask } = createStoreClient(store, way)
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

describe.each(s3StoreNames)('%s', (store) => {
  it.each(waysOf(store))('tells an ETag that is the MD5, in lower case, by %s', async (way) => {
    const { ask } = createStoreClient(store, way)
    const file = new File(['hello'], 'a.txt', { type: 'text/plain' })
    expect((await send(await ask(file), file)).etag).toBe('5d41402abc4b2a76b9719d911017c592')
  })
})
