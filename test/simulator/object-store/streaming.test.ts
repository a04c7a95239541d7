import { expect, test } from 'vitest'
import { signOssV1Post } from '../../../src/signing/oss/ossPostPolicy.ts'
import { ConnectionReset } from '../../../src/simulator/connectionReset.ts'
import type { ObjectStorage } from '../../../src/simulator/object-store/objectStorage.ts'
import { bucket, createRequest, createTestStore, readError } from './testStore.ts'

const chunkBytes = 64 * 1024
const chunks = 512

/** A storage that keeps no bytes but watches how far the source is ahead of it. */
function createWatchedUpload() {
  const watch = { sent: 0, arrived: 0, furthestAhead: 0, sealed: 0, failure: undefined as unknown }
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      pull(controller) {
        if (watch.sent === chunks * chunkBytes) return controller.close()
        watch.sent += chunkBytes
        watch.furthestAhead = Math.max(watch.furthestAhead, watch.sent - watch.arrived)
        controller.enqueue(new Uint8Array(chunkBytes))
      },
    },
    { highWaterMark: 0 },
  )
  const storage: ObjectStorage = {
    async put({ meta, key }, stream, seal) {
      try {
        for (const reader = stream.getReader(); ;) {
          const { done, value } = await reader.read()
          if (done) break
          watch.arrived += value.length
        }
        const facts = seal()
        watch.sealed = facts.size
        return { ...facts, bucket, key, meta }
      } catch (error) {
        watch.failure = error
        throw error
      }
    },
    join: () => Promise.reject(new Error('nothing is joined here')),
    get: async () => undefined,
    head: async () => undefined,
    delete: async () => false,
    list: async () => [],
  }
  return { watch, body, ...createTestStore({ storage }) }
}

async function formOf({ accessKey, clock }: ReturnType<typeof createTestStore>, file: ReadableStream) {
  const expiration = new Date(clock.now + 60_000).toISOString()
  const signed = await signOssV1Post({ expiration, conditions: [{ bucket }] }, accessKey)
  const fields = Object.entries({ key: 'big', ...signed }).map(
    ([name, value]) => `--B\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  const head = `${fields.join('')}--B\r\nContent-Disposition: form-data; name="file"; filename="big.bin"\r\n\r\n`
  const pieces = [new Response(head).body!, file, new Response('\r\n--B--\r\n').body!]
  return new ReadableStream(
    {
      async pull(controller) {
        const reader = pieces[0]!.getReader()
        const { done, value } = await reader.read()
        reader.releaseLock()
        if (!done) controller.enqueue(value)
        else if (pieces.length > 1) {
          pieces.shift()
          await this.pull!(controller)
        } else controller.close()
      },
    },
    { highWaterMark: 0 },
  )
}

test('a PUT is never held: the sender stays a few chunks ahead of the disk', async () => {
  const { watch, body, sign, fetch } = createWatchedUpload()
  const { url } = await sign()
  expect((await fetch(createRequest(url, { body }))).status).toBe(200)
  expect(watch.sealed).toBe(chunks * chunkBytes)
  expect(watch.furthestAhead).toBeLessThanOrEqual(8 * chunkBytes)
})

test('a form’s file is never held either', async () => {
  const upload = createWatchedUpload()
  const body = await formOf(upload, upload.body)
  const headers = { 'content-type': 'multipart/form-data; boundary=B' }
  const request = createRequest('http://attachments.localhost/', { method: 'POST', headers, body })
  expect((await upload.fetch(request)).status).toBe(204)
  expect(upload.watch.sealed).toBe(chunks * chunkBytes)
  expect(upload.watch.furthestAhead).toBeLessThanOrEqual(8 * chunkBytes)
})

test('a client that goes away half-way leaves nothing sealed', async () => {
  const { watch, sign, fetch } = createWatchedUpload()
  const gone = new Error('socket closed')
  let sent = 0
  const body = new ReadableStream({
    pull(controller) {
      sent += 1
      if (sent > 5) controller.error(gone)
      else controller.enqueue(new Uint8Array(chunkBytes))
    },
  })
  const { url } = await sign()
  await expect(fetch(createRequest(url, { body }))).rejects.toThrow('socket closed')
  expect(watch).toMatchObject({ sealed: 0, failure: gone })
})

test('a scripted reset half-way reaches the storage as a broken body', async () => {
  const { watch, body, sign, fetch, switches } = createWatchedUpload()
  switches.set({ faults: [{ fault: { type: 'reset', at: { received: 0.5 } } }] })
  const { url } = await sign()
  const headers = { 'content-length': String(chunks * chunkBytes) }
  await expect(fetch(createRequest(url, { headers, body }))).rejects.toBeInstanceOf(ConnectionReset)
  expect(watch.failure).toBeInstanceOf(ConnectionReset)
  expect(watch.sent).toBe((chunks / 2) * chunkBytes)
})

test('a refused upload is read to its end before the answer, or not at all', async () => {
  for (const [drainBeforeError, sentBytes] of [
    [true, chunks * chunkBytes],
    [false, 0],
  ] as const) {
    const { watch, body, sign, fetch, switches } = createWatchedUpload()
    switches.set({ drainBeforeError })
    const { url } = await sign()
    const response = await fetch(createRequest(url, { headers: { 'content-type': 'x/y' }, body }))
    expect(await readError(response)).toMatchObject({ Code: 'SignatureDoesNotMatch' })
    expect(watch.sent).toBe(sentBytes)
  }
})

test('an upload over its limit is refused without storing the rest', async () => {
  const upload = createWatchedUpload()
  const { accessKey, clock, fetch, watch } = upload
  const conditions = [{ bucket }, ['content-length-range', 0, 3 * chunkBytes] as const]
  const signed = await signOssV1Post({ expiration: new Date(clock.now + 60_000).toISOString(), conditions }, accessKey)
  const form = new FormData()
  for (const [name, value] of Object.entries({ key: 'big', ...signed })) form.set(name, value)
  form.set('file', new Blob([new Uint8Array(20 * chunkBytes)]))
  const response = await fetch(createRequest('http://attachments.localhost/', { method: 'POST', body: form }))
  expect(await readError(response)).toMatchObject({ Code: 'EntityTooLarge', MaxSizeAllowed: String(3 * chunkBytes) })
  expect(watch.arrived).toBeLessThanOrEqual(3 * chunkBytes)
})
