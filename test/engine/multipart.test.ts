import { afterEach, expect, it, vi } from 'vitest'
import { abortError } from '../../src/engine/errors.ts'
import { createSession } from '../../src/engine/session.ts'
import type { SessionOptions } from '../../src/engine/sessionTypes.ts'
import { partsOf, missingParts } from '../../src/engine/uploadParts.ts'
import { deferred } from '../support/deferred.ts'
import { createPartStore, refusal, type PartStoreOptions } from '../support/partStore.ts'
import { patient } from '../support/patient.ts'

/** Bytes that tell where they stand. */
function bytesOf(size: number): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length: size }, (_, index) => (index * 7 + (index >> 8)) % 251)
}

function largeFile(size: number, name = 'video.mp4'): File {
  return new File([bytesOf(size)], name, { type: 'video/mp4', lastModified: 1_700_000_000_000 })
}

afterEach(() => vi.restoreAllMocks())

const noDelay = { retry: { baseDelayMs: 0, maxDelayMs: 0 } }

function setUp(store: PartStoreOptions = {}, options: Partial<SessionOptions<'signed-put'>> = {}) {
  const parts = createPartStore(store)
  const { adapter, transports } = parts
  const session = createSession({ adapter, transports, ...noDelay, ...options })
  const item = () => [...session.getSnapshot().items.values()][0]!
  const until = (status: string) => vi.waitFor(() => expect(item().status).toBe(status), patient)
  return { ...parts, item, session, until }
}

const count = (log: readonly string[], entry: string) => log.filter((line) => line === entry).length

it('cuts a file into parts that add up to it', () => {
  expect(partsOf(25, 10)).toEqual([
    { partNumber: 1, offset: 0, size: 10 },
    { partNumber: 2, offset: 10, size: 10 },
    { partNumber: 3, offset: 20, size: 5 },
  ])
  expect(partsOf(20, 10).at(-1)).toEqual({ partNumber: 2, offset: 10, size: 10 })
})

it('R31 sends a part again that the store has with another size', () => {
  const stored = [
    { partNumber: 1, size: 10 },
    { partNumber: 2, size: 3 },
  ]
  expect(missingParts(25, { partSize: 10 }, stored).map(({ partNumber }) => partNumber)).toEqual([2, 3])
})

it('a large file goes in parts and comes together byte for byte; a small one goes in one piece', async () => {
  const { adapter, item, objects, session, until } = setUp()
  session.add([largeFile(45)])
  await until('done')
  expect(objects.get('object-1')).toEqual(bytesOf(45))
  expect(adapter.count('requestUpload')).toBe(0)
  expect(item()).toMatchObject({ sentBytes: 45, attachment: { handle: 'object-1' } })
  session.add([largeFile(19, 'small.mp4')])
  await session.settled().catch(() => {})
  expect(adapter.count('requestUpload')).toBe(1)
})

it('R69 never has more requests in flight than the session allows, over all its files', async () => {
  const onSend = () => new Promise<void>((resolve) => void setImmediate(resolve))
  const { mostInFlight, session } = setUp({ onSend }, { concurrency: 2, credentialConcurrency: 9 })
  session.add([largeFile(95, 'a'), largeFile(95, 'b'), largeFile(95, 'c')])
  await session.settled()
  expect(session.getSnapshot().items.size).toBe(3)
  expect(mostInFlight()).toBe(2)
})

it('R07 signs a part only when its turn has come', async () => {
  const gate = deferred()
  const { log, session, until } = setUp({ onSend: () => gate.promise }, { concurrency: 2 })
  session.add([largeFile(95)])
  await vi.waitFor(() => expect(log).toEqual(['begin 1', 'sign 1', 'sign 2']), patient)
  gate.resolve()
  await until('done')
  expect(log.filter((line) => line.startsWith('sign'))).toHaveLength(10)
})

it('R08 R28 a part that fails is signed and sent anew, alone', async () => {
  let failures = 2
  const onSend = ({ partNumber }: { partNumber: number }) => {
    if (partNumber === 2 && failures-- > 0) throw refusal({ code: 'unavailable', status: 503 })
  }
  const { log, objects, session, until } = setUp({ onSend })
  session.add([largeFile(45)])
  await until('done')
  expect(objects.get('object-1')).toEqual(bytesOf(45))
  expect(count(log, 'sign 2 again')).toBe(2)
  expect(log.filter((line) => line.endsWith('again'))).toHaveLength(2)
})

it('R09 a part whose credential ended is signed once more without spending a retry', async () => {
  let isFirst = true
  const onSend = ({ partNumber }: { partNumber: number }) => {
    if (partNumber !== 3 || !isFirst) return
    isFirst = false
    throw refusal({ code: 'credential-expired', status: 403 })
  }
  const { log, session, until } = setUp({ onSend }, { retry: { maxRetries: 0 } })
  session.add([largeFile(45)])
  await until('done')
  expect(count(log, 'sign 3 again')).toBe(1)
})

it('R28 a part that fails for good ends the others and the file; Retry sends only what is missing', async () => {
  let isBroken = true
  const onSend = ({ partNumber }: { partNumber: number }) => {
    if (partNumber === 4 && isBroken) throw refusal({ code: 'forbidden', status: 403 })
  }
  const { item, log, objects, session, until } = setUp({ onSend })
  const [id = ''] = session.add([largeFile(95)])
  await until('failed')
  expect(item()).toMatchObject({ error: { code: 'forbidden' } })
  const putBefore = log.filter((line) => line.startsWith('put'))
  isBroken = false
  session.retry(id)
  await until('done')
  expect(objects.get('object-1')).toEqual(bytesOf(95))
  expect(count(log, 'begin 1')).toBe(1)
  const putAfter = log.slice(log.indexOf('list')).filter((line) => line.startsWith('put'))
  expect(putAfter.filter((line) => putBefore.includes(line))).toEqual([])
})

it('R29 R31 pause in the middle keeps the parts; resume sends the others', async () => {
  const gate = deferred()
  const onSend = ({ partNumber }: { partNumber: number }) => (partNumber > 3 ? gate.promise : undefined)
  const { item, log, objects, session, until } = setUp({ onSend })
  session.add([largeFile(95)])
  await vi.waitFor(() => expect(log).toContain('put 3'), patient)
  session.pause()
  expect(item()).toMatchObject({ status: 'paused', multipart: { uploadId: 'upload-1' } })
  const shown = item().sentBytes
  gate.resolve()
  session.resume()
  expect(item().sentBytes).toBe(shown)
  await until('done')
  expect(objects.get('object-1')).toEqual(bytesOf(95))
  expect(log.filter((line) => line === 'put 1' || line === 'put 2' || line === 'put 3')).toHaveLength(3)
})

it('R24 progress adds up over the parts, never falls and never passes the size', async () => {
  const seen: number[] = []
  let isFirst = true
  const onSend = async (send: { partNumber: number; onProgress: (sentBytes: number) => void }) => {
    send.onProgress(6)
    if (send.partNumber !== 2 || !isFirst) return
    isFirst = false
    throw refusal({ code: 'network' })
  }
  const { item, session, until } = setUp({ onSend }, { progressIntervalMs: 0, concurrency: 2 })
  session.subscribe(() => seen.push(item().sentBytes))
  session.add([largeFile(45)])
  await until('done')
  await vi.waitFor(() => expect(seen.at(-1)).toBe(45), patient)
  expect(seen).toEqual(seen.toSorted((one, other) => one - other))
})

it('R44 R46 cancel frees the parts, removal of a failed file too, each once', async () => {
  const gate = deferred()
  const { log, session, until, uploads } = setUp({ onSend: () => gate.promise })
  const [id = ''] = session.add([largeFile(45)])
  await vi.waitFor(() => expect(log).toContain('sign 1'), patient)
  session.cancel(id)
  await until('cancelled')
  await vi.waitFor(() => expect(uploads.size).toBe(0), patient)
  session.remove(id)
  expect(log.filter((line) => line.startsWith('abort'))).toEqual(['abort upload-1'])
})

it('begins anew when the store has lost the upload', async () => {
  let isLost = false
  const { item, log, objects, session, until, uploads } = setUp({
    onSend({ partNumber }) {
      if (partNumber !== 3 || isLost) return
      isLost = true
      uploads.clear()
    },
  })
  session.add([largeFile(45)])
  await until('done')
  expect(log).toContain('begin 2')
  expect(objects.get('object-2')).toEqual(bytesOf(45))
  expect(item()).toMatchObject({ attachment: { handle: 'object-2' } })
})

it('R26 R47 an upload that is complete already is not sent again after a lost answer', async () => {
  const { adapter, log, session, until } = setUp({
    answers: { capabilities: { verify: true }, verifyUpload: async () => 'stored' },
  })
  const before = { ...adapter.multipart }
  adapter.multipart.completeMultipart = async (request) => {
    await before.completeMultipart(request)
    throw refusal({ code: 'forbidden' })
  }
  const [id = ''] = session.add([largeFile(45)])
  await until('failed')
  session.retry(id)
  await until('done')
  expect(log.filter((line) => line.startsWith('put'))).toHaveLength(5)
})

it('bytes that changed on the way are sent again as a new upload, and a second time is a failure', async () => {
  const crc = { crc64ecma: '1' }
  const hasher = { compute: async () => crc }
  const { adapter, item, log, session, until } = setUp({}, { integrity: { algorithms: ['crc64ecma'], hasher } })
  const before = { ...adapter.multipart }
  adapter.multipart.completeMultipart = async (request) => {
    return { ...(await before.completeMultipart(request)), headers: { 'x-oss-hash-crc64ecma': '2' } }
  }
  session.add([largeFile(45)])
  await until('failed')
  expect(item()).toMatchObject({ error: { code: 'integrity-mismatch' }, multipart: undefined })
  expect(log.filter((line) => line.startsWith('begin'))).toHaveLength(2)
})

it('sends parts one after another where the store wants them in order', async () => {
  const { log, mostInFlight, session, until } = setUp({ isSequential: true })
  session.add([largeFile(45)])
  await until('done')
  expect(mostInFlight()).toBe(1)
  expect(log.filter((line) => line.startsWith('put'))).toEqual(['put 1', 'put 2', 'put 3', 'put 4', 'put 5'])
})

const day = 24 * 60 * 60 * 1000

it.each([-day, day])('R12 a page whose clock is off by %i ms signs each part once', async (skew) => {
  const serverNowMs = Date.now()
  vi.spyOn(Date, 'now').mockReturnValue(serverNowMs + skew)
  const { adapter, log, objects, session, until } = setUp()
  const before = { ...adapter.multipart }
  adapter.multipart.requestPart = async (request) => ({
    ...(await before.requestPart(request)),
    expiry: { atMs: serverNowMs + 900_000, serverNowMs },
  })
  session.add([largeFile(45)])
  await until('done')
  expect(objects.get('object-1')).toEqual(bytesOf(45))
  expect(log.filter((line) => line.startsWith('sign'))).toHaveLength(5)
})

it('R30 a part whose request the browser gave up is sent again, and nothing is cancelled', async () => {
  let isFirst = true
  const onSend = ({ partNumber }: { partNumber: number }) => {
    if (partNumber !== 2 || !isFirst) return
    isFirst = false
    throw abortError()
  }
  const { log, objects, session, until } = setUp({ onSend })
  session.add([largeFile(45)])
  await until('done')
  expect(objects.get('object-1')).toEqual(bytesOf(45))
  expect(log.filter((line) => line.endsWith('again'))).toEqual(['sign 2 again'])
})

it('R70 never reads a large file whole: parts of it, and its two ends', async () => {
  const partSize = 200_000
  const file = largeFile(partSize * 8)
  const wholes = [vi.spyOn(file, 'arrayBuffer'), vi.spyOn(file, 'stream'), vi.spyOn(file, 'text')]
  const slices = vi.spyOn(file, 'slice')
  const { session, until } = setUp({ partSize })
  session.add([file])
  await until('done')
  for (const whole of wholes) expect(whole).not.toHaveBeenCalled()
  const sizes = slices.mock.results.map(({ value }) => (value as Blob).size)
  expect(Math.max(...sizes)).toBe(partSize)
  expect(sizes.filter((size) => size === partSize)).toHaveLength(8)
})
