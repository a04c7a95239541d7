import { unlink } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { englishErrors } from '../../src/messages/enFailures.ts'
import { makeFile, makeLargeFile } from './support/files.ts'
import { setUpFlow } from './support/flowSetup.ts'
import { draftsIn, storedHashes } from './support/simulator.ts'
import { failToStart, freePlace, startHelpdesk } from './support/startHelpdesk.ts'

const flow = setUpFlow()
const bytes = Buffer.from('evidence\n'.repeat(10_000))

test('an expired address is refused in one sentence, and Retry attaches the file', async () => {
  const file = await makeFile(flow.folder, 'expired.log', bytes)
  const desk = await flow.newPage()
  await desk.open(flow.helpdesk.url)
  // Every address is dead before its request reaches the store.
  await flow.simulator.set({ credentialLifeMs: 1000, latencyMs: 1500 })
  await desk.pick([file])
  await desk.row(file.name, 'failed').getByText(String(englishErrors['credential-expired'])).waitFor()
  expect(await storedHashes(flow.place.dataDir)).not.toContain(file.sha256)
  await flow.simulator.set({ credentialLifeMs: null, latencyMs: 0 })
  await desk.page.getByRole('button', { name: `Retry ${file.name}` }).click()
  await desk.row(file.name, 'done').waitFor()
  expect(await storedHashes(flow.place.dataDir)).toContain(file.sha256)
})

test.each([
  ['a tampered address', 'tampered.log', { url: (url: string) => url.replace(/Signature=[^&]+/, 'Signature=AAAA') }],
  ['another Content-Type than was signed', 'type.log', { contentType: 'image/gif' }],
] as const)('%s is refused with 403 and nothing is stored', async (_title, name, change) => {
  const file = await makeFile(flow.folder, name, Buffer.concat([bytes, Buffer.from(name)]))
  const desk = await flow.newPage()
  await desk.page.route(`${flow.helpdesk.storeUrl}/**`, (route) => {
    const request = route.request()
    if (request.method() !== 'PUT') return route.continue()
    const url = 'url' in change ? change.url(request.url()) : request.url()
    const headers = 'contentType' in change ? { 'content-type': change.contentType } : {}
    return route.continue({ url, headers: { ...request.headers(), ...headers } })
  })
  await desk.open(flow.helpdesk.url)
  await desk.pick([file])
  await desk.row(name, 'failed').getByText(String(englishErrors['signature-mismatch'])).waitFor()
  const statuses = new Set((await flow.simulator.requests('store', 'PUT')).map((put) => put.status))
  expect([...statuses]).toEqual([403])
  expect(await storedHashes(flow.place.dataDir)).not.toContain(file.sha256)
})

test('a body cut off half-way is not kept, and the file is sent again', async () => {
  const file = await makeLargeFile(flow.folder, 'cut.bin', 8)
  await flow.simulator.set({
    faults: [{ match: { plane: 'store', method: 'PUT' }, fault: { type: 'reset', at: { received: 0.5 } } }],
  })
  const desk = await flow.newPage()
  await desk.open(flow.helpdesk.url)
  await desk.pick([file])
  await desk.row(file.name, 'done').waitFor()
  expect((await flow.simulator.requests('store', 'PUT')).map((put) => put.status)).toEqual(['cut', 200])
  expect(await draftsIn(flow.place.dataDir)).toEqual([])
  const stored = await storedHashes(flow.place.dataDir)
  expect(stored.filter((hash) => hash === file.sha256)).toHaveLength(1)
})

test('an answer that cannot be read is refused in one sentence', async () => {
  const file = await makeFile(flow.folder, 'unreadable.log', bytes)
  await flow.simulator.set({
    faults: [{ match: { plane: 'api' }, times: null, fault: { type: 'answer', status: 200, body: 'html' } }],
  })
  const desk = await flow.newPage()
  await desk.open(flow.helpdesk.url)
  await desk.pick([file])
  await desk.row(file.name, 'failed').getByText(String(englishErrors['answer-unreadable'])).waitFor()
  expect(await flow.simulator.requests('store')).toEqual([])
})

test('a file that vanished from disk is named, and nothing is stored', async () => {
  const file = await makeFile(flow.folder, 'vanished.log', Buffer.concat([bytes, Buffer.from('vanished')]))
  await flow.simulator.set({ faults: [{ match: { plane: 'api' }, fault: { type: 'delay', ms: 1500 } }] })
  const desk = await flow.newPage()
  await desk.open(flow.helpdesk.url)
  await desk.pick([file])
  await desk.row(file.name, 'preparing').waitFor()
  await unlink(file.path)
  await desk.row(file.name, 'failed').getByText(String(englishErrors['file-changed'])).waitFor()
  expect(await storedHashes(flow.place.dataDir)).not.toContain(file.sha256)
})

test('a store that is down fails in words, and Retry sends the file once it is back', async () => {
  const file = await makeFile(flow.folder, 'down.log', Buffer.concat([bytes, Buffer.from('down')]))
  const desk = await flow.newPage()
  const store = `${flow.helpdesk.storeUrl}/**`
  await desk.page.route(store, (route) => route.abort('connectionrefused'))
  await desk.open(flow.helpdesk.url)
  await desk.pick([file])
  await desk.row(file.name, 'failed').getByText(String(englishErrors.network)).waitFor()
  await desk.page.unroute(store)
  await desk.page.getByRole('button', { name: `Retry ${file.name}` }).click()
  await desk.row(file.name, 'done').waitFor()
  expect(await storedHashes(flow.place.dataDir)).toContain(file.sha256)
})

test('a server that is killed half-way loses nothing: the file is sent again after its restart', async () => {
  const file = await makeLargeFile(flow.folder, 'killed.bin', 12)
  const desk = await flow.newPage()
  await desk.open(flow.helpdesk.url)
  await flow.simulator.set({ uploadBytesPerSecond: 4_000_000 })
  await desk.pick([file])
  await expect.poll(() => draftsIn(flow.place.dataDir)).toHaveLength(1)
  await flow.helpdesk.stop()
  flow.helpdesk = await startHelpdesk(flow.place)
  expect(await draftsIn(flow.place.dataDir)).toEqual([])
  // Its own retries may have been used up before the server was back.
  await desk.row(file.name).and(desk.page.locator('[data-status=failed], [data-status=done]')).waitFor()
  const retry = desk.page.getByRole('button', { name: `Retry ${file.name}` })
  if (await retry.isVisible()) await retry.click()
  await desk.row(file.name, 'done').waitFor()
  const stored = await storedHashes(flow.place.dataDir)
  expect(stored.filter((hash) => hash === file.sha256)).toHaveLength(1)
})

test('a taken store port ends the start with one sentence and a way out', async () => {
  const place = await freePlace(path.join(flow.folder, 'other-data'))
  const { code, output } = await failToStart(place.port, {
    ATTACHKIT_STORE_PORT: String(flow.place.storePort),
    ATTACHKIT_DATA_DIR: place.dataDir,
  })
  expect(code).toBe(1)
  expect(output).toContain(
    `Port ${flow.place.storePort} for the object store is taken: stop what listens there, or choose another one with ATTACHKIT_STORE_PORT.`,
  )
  expect(output).not.toMatch(/^\s+at /m)
})

test('a data folder in use ends the start with one sentence and a way out', async () => {
  const place = await freePlace(flow.place.dataDir)
  const { code, output } = await failToStart(place.port, {
    ATTACHKIT_STORE_PORT: String(place.storePort),
    ATTACHKIT_DATA_DIR: place.dataDir,
  })
  expect(code).toBe(1)
  expect(output).toContain(
    `Another development server uses ${place.dataDir}: stop it, or choose another folder with ATTACHKIT_DATA_DIR.`,
  )
})
