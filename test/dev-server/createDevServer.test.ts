import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { request as httpRequest } from 'node:http'
import { expect, onTestFinished, test } from 'vitest'
import { createDevServer } from '../../src/dev-server/createDevServer.ts'
import type { CreateDevServerOptions } from '../../src/dev-server/createDevServer.ts'
import { startStoreServer } from '../../src/dev-server/storeServer.ts'
import { filesIn, temporaryFolder } from './storageDoubles.ts'

async function openDevServer(options: CreateDevServerOptions = {}) {
  const dataDir = options.dataDir ?? (await temporaryFolder())
  const devServer = await createDevServer({ storePort: 0, ...options, dataDir })
  onTestFinished(() => devServer.close())
  const call = (path: string, init?: RequestInit) => devServer.api(new Request(`http://desk.test/api/${path}`, init))
  return { ...devServer, call }
}

type OpenDevServer = Awaited<ReturnType<typeof openDevServer>>

/** Asks the Ticket System for a pair of addresses, as the page's adapter does. */
async function grant({ call }: OpenDevServer, fileName: string) {
  const body = new URLSearchParams({ FileName: fileName })
  const answer = await call('alibaba-ticket/GetAttachmentUploadUrl', { method: 'POST', body })
  const { Data } = await answer.json()
  return { put: String(Data.PutSignedUrl), get: String(Data.GetSignedUrl), objectKey: String(Data.ObjectKey) }
}

/** A body without the Content-Type that `fetch` would add by itself. */
const bytesOf = (text: string) => new TextEncoder().encode(text)

async function errorOf(answer: Response) {
  const xml = await answer.text()
  return { status: answer.status, code: /<Code>(.*?)<\/Code>/.exec(xml)?.[1] }
}

test('stores and gives back over HTTP what a signed address allows', async () => {
  const devServer = await openDevServer()
  const { put, get } = await grant(devServer, 'report.txt')
  const stored = await fetch(put, { method: 'PUT', body: bytesOf('report') })
  expect(stored.status).toBe(200)
  expect(stored.headers.get('etag')).toBe(`"${createHash('md5').update('report').digest('hex').toUpperCase()}"`)
  const answer = await fetch(get)
  expect(await answer.text()).toBe('report')
  expect(answer.headers.get('content-disposition')).toMatch(/^attachment; .*report\.txt/)
})

test('keeps objects, handles and signed addresses over a restart', async () => {
  const dataDir = await temporaryFolder()
  const before = await openDevServer({ dataDir })
  const { put, get, objectKey } = await grant(before, 'kept.txt')
  await fetch(put, { method: 'PUT', body: bytesOf('kept') })
  const storePort = Number(new URL(before.storeUrl).port)
  await before.close()
  const after = await openDevServer({ dataDir, storePort })
  expect(await (await fetch(get)).text()).toBe('kept')
  const body = new URLSearchParams({ AttachName: objectKey })
  const signed = await after.call('alibaba-ticket/GetAttachmentUrl', { method: 'POST', body })
  expect(await (await fetch((await signed.json()).AccessFileUrl)).text()).toBe('kept')
})

test('refuses a tampered address, another method and another Content-Type', async () => {
  const devServer = await openDevServer()
  const { put, get } = await grant(devServer, 'a.txt')
  const body = bytesOf('a')
  const tampered = await fetch(put.replace(/Signature=[^&]+/, 'Signature=AAAA'), { method: 'PUT', body })
  const elsewhere = await fetch(put.replace('.txt?', '.exe?'), { method: 'PUT', body })
  const typed = await fetch(put, { method: 'PUT', body, headers: { 'content-type': 'text/html' } })
  const reversed = await fetch(get, { method: 'PUT', body })
  const refused = { status: 403, code: 'SignatureDoesNotMatch' }
  for (const answer of [tampered, elsewhere, typed, reversed]) expect(await errorOf(answer)).toEqual(refused)
  expect((await fetch(get)).status).toBe(404)
})

test('refuses an expired address before it looks at the signature', async () => {
  const devServer = await openDevServer()
  const { put } = await grant(devServer, 'a.txt')
  const expired = put.replace(/Expires=\d+/, 'Expires=1700000000')
  const answer = await fetch(expired, { method: 'PUT', body: bytesOf('a') })
  expect(await errorOf(answer)).toEqual({ status: 403, code: 'AccessDenied' })
})

test('keeps nothing of a body that is cut off half-way', async () => {
  const devServer = await openDevServer()
  const { put, get } = await grant(devServer, 'half.bin')
  const before = await filesIn(devServer.dataDir)
  const upload = httpRequest(put, { method: 'PUT', headers: { 'content-length': 4_000_000 } })
  upload.on('error', () => undefined)
  upload.write(Buffer.alloc(2_000_000))
  await expect.poll(() => filesIn(devServer.dataDir)).toHaveLength(before.length + 1)
  upload.destroy()
  await expect.poll(() => filesIn(devServer.dataDir)).toEqual(before)
  expect((await fetch(get)).status).toBe(404)
})

test('streams a 256 MiB upload and download in bounded memory', async () => {
  const devServer = await openDevServer()
  const { put, get } = await grant(devServer, 'large.bin')
  const megabytes = 256
  const chunk = randomBytes(1024 * 1024)
  const sent = createHash('sha256')
  const rssBefore = process.memoryUsage().rss
  let rssPeak = rssBefore
  const watch = setInterval(() => {
    rssPeak = Math.max(rssPeak, process.memoryUsage().rss)
  }, 20)
  onTestFinished(() => clearInterval(watch))

  const upload = httpRequest(put, { method: 'PUT', headers: { 'content-length': megabytes * chunk.length } })
  const answered = once(upload, 'response')
  for (let count = 0; count < megabytes; count += 1) {
    chunk.writeUInt32LE(count)
    sent.update(chunk)
    // A copy: the request may hold on to the bytes after `write` returns.
    if (!upload.write(Buffer.from(chunk))) await once(upload, 'drain')
  }
  upload.end()
  const [stored] = await answered
  stored.resume()
  expect(stored.statusCode).toBe(200)

  const received = createHash('sha256')
  const { body } = await fetch(get)
  for await (const bytes of body ?? []) received.update(bytes)
  expect(received.digest('hex')).toBe(sent.digest('hex'))
  // Client, server and both hashes live in this process; the object alone would be 256 MiB.
  const grownBy = (rssPeak - rssBefore) / 1024 / 1024
  console.log(`RSS grew by ${Math.round(grownBy)} MiB at its peak.`)
  expect(grownBy).toBeLessThan(128)
}, 60_000)

test('says in one sentence that the port is taken, and lets go of the folder', async () => {
  const first = await openDevServer()
  const dataDir = await temporaryFolder()
  const storePort = Number(new URL(first.storeUrl).port)
  await expect(createDevServer({ storePort, dataDir })).rejects.toMatchObject({ name: 'StartError' })
  expect((await openDevServer({ dataDir })).dataDir).toBe(dataDir)
})

test('refuses a folder that another server uses', async () => {
  const { dataDir } = await openDevServer()
  await expect(createDevServer({ storePort: 0, dataDir })).rejects.toThrow('Another development server uses')
})

test('mounts helpdesk, vendors and simulator, and says so for the rest', async () => {
  const { call } = await openDevServer({ switches: { latencyMs: 3 } })
  expect((await (await call('helpdesk/tickets')).json()).length).toBeGreaterThan(2)
  expect(await (await call('simulator/switches')).json()).toMatchObject({ latencyMs: 3 })
  const unknown = await call('nothing')
  expect(unknown.status).toBe(404)
  expect((await unknown.json()).error.message).toContain('dingtalk-storage')
})

test('answers a preflight of another origin, as a browser sends it', async () => {
  const devServer = await openDevServer()
  const { put } = await grant(devServer, 'a.txt')
  const preflight = httpRequest(put, {
    method: 'OPTIONS',
    headers: { origin: 'http://localhost:5173', 'access-control-request-method': 'PUT' },
  })
  preflight.end()
  const [answer] = await once(preflight, 'response')
  answer.resume()
  expect([answer.statusCode, answer.headers['access-control-allow-methods']]).toEqual([
    200,
    expect.stringContaining('PUT'),
  ])
})

test("mounts its APIs in a server of one's own", async () => {
  const one = await openDevServer()
  const other = await startStoreServer(one.api, { host: '127.0.0.1', port: 0, onError: () => undefined })
  onTestFinished(() => other.close())
  expect(await (await fetch(`${other.url}/api/helpdesk/tickets`)).json()).toHaveLength(4)
})
