import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createMemoryAdapter } from '../../src/adapters/memory/createAdapter.ts'
import { createMemoryTransports } from '../../src/adapters/memory/createTransports.ts'
import { UploadError } from '../../src/engine/errors.ts'
import type { FileMeta } from '../../src/engine/ports.ts'
import { failureOf, neverAborted, uploadRequest } from './support.ts'

const signal = neverAborted
const meta: FileMeta = { name: 'a.bin', size: 1000, contentType: 'application/octet-stream', lastModified: 0 }
const file = new File([new Uint8Array(1000).fill(7)], 'a.bin')

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** Lets the clock run until the promise settles. */
async function finish<T>(promise: Promise<T>): Promise<T> {
  await vi.runAllTimersAsync()
  return promise
}

async function upload(adapter = createMemoryAdapter({ bytesPerSecond: 5000 }), kept = file) {
  const credential = await finish(adapter.requestUpload(uploadRequest({ file: meta })))
  const sent: number[] = []
  const transport = createMemoryTransports(adapter)[credential.kind]
  const receipt = await finish(
    transport.send({ credential, file: kept, meta, signal, onProgress: (bytes) => sent.push(bytes) }),
  )
  const commit = { itemId: 'i', file: meta, handle: credential.handle, receipt, idempotencyKey: 'i', signal }
  return { adapter, sent, attachment: await finish(adapter.commitUpload(commit)) }
}

describe('memory', () => {
  it('carries bytes at its pace and reports them', async () => {
    const { sent, attachment } = await upload()
    expect(sent).toEqual([250, 500, 750, 1000])
    expect(attachment).toMatchObject({ name: 'a.bin', size: 1000 })
  })

  it('lists what was committed and gives the bytes back', async () => {
    const { adapter, attachment } = await upload()
    expect(await finish(adapter.listAttachments({ signal }))).toEqual([attachment])
    const request = { attachment, disposition: 'attachment' as const, filename: 'a.bin', signal }
    const { url } = await finish(adapter.requestDownload(request))
    vi.useRealTimers()
    const bytes = await (await fetch(url)).arrayBuffer()
    expect(new Uint8Array(bytes)).toEqual(new Uint8Array(1000).fill(7))
  })

  it('forgets what is removed, its address too', async () => {
    const { adapter, attachment } = await upload()
    const revoked = vi.spyOn(URL, 'revokeObjectURL')
    adapter.store.urlOf(attachment.handle)
    await adapter.removeAttachment({ attachment, signal })
    expect(revoked).toHaveBeenCalledOnce()
    const request = { attachment, disposition: 'attachment' as const, filename: 'a.bin', signal }
    const failure = failureOf(adapter.requestDownload(request))
    await vi.runAllTimersAsync()
    expect(await failure).toMatchObject({ code: 'not-found', stage: 'download' })
    revoked.mockRestore()
  })

  it('R49 gives two equal files two objects', async () => {
    const adapter = createMemoryAdapter()
    const [first, second] = [await upload(adapter), await upload(adapter)]
    expect(first.attachment.handle).not.toBe(second.attachment.handle)
  })

  it('R08 keeps the object of an earlier attempt', async () => {
    const adapter = createMemoryAdapter()
    const again = await finish(adapter.requestUpload(uploadRequest({ attempt: 2, previousHandle: 'memory-9' })))
    expect(again.handle).toBe('memory-9')
  })

  it('serves the form hook when asked to', async () => {
    const adapter = createMemoryAdapter({ kind: 'form-policy' })
    expect(await finish(adapter.requestUpload(uploadRequest()))).toMatchObject({
      kind: 'form-policy',
      fileField: 'file',
    })
  })

  it('fails the step it is told to', async () => {
    const error = new UploadError({ code: 'quota-exceeded', stage: 'credentials' })
    const adapter = createMemoryAdapter({ failWith: ({ stage }) => (stage === 'credentials' ? error : undefined) })
    const failure = failureOf(adapter.requestUpload(uploadRequest()))
    await vi.runAllTimersAsync()
    expect(await failure).toBe(error)
  })

  it('stops at once when aborted', async () => {
    const adapter = createMemoryAdapter({ bytesPerSecond: 1 })
    const credential = await finish(adapter.requestUpload(uploadRequest({ file: meta })))
    const controller = new AbortController()
    const sending = createMemoryTransports(adapter)['signed-put'].send({
      credential,
      file,
      meta,
      signal: controller.signal,
      onProgress: () => {},
    })
    controller.abort()
    await expect(sending).rejects.toMatchObject({ name: 'AbortError' })
    expect(adapter.store.get(credential.handle)).toBeUndefined()
  })
})
