import path from 'node:path'
import { expect, test } from 'vitest'
import { makeFile, makeLargeFile, pdfBytes, pngBytes } from './support/files.ts'
import { setUpFlow } from './support/flowSetup.ts'
import { dropFiles, pasteFile } from './support/handOver.ts'
import { draftsIn, storedHashes } from './support/simulator.ts'
import { startHelpdesk } from './support/startHelpdesk.ts'

const flow = setUpFlow()

test('picked, dropped and pasted files come back byte for byte, after a reload and a restart too', async () => {
  const { folder, place } = flow
  const pdf = await makeFile(folder, 'report.pdf', pdfBytes('Invoice export, page 40 of 112'))
  const log = await makeFile(folder, 'export.log', Buffer.from('2026-03-03 page 40: out of memory\n'.repeat(500)))
  const umlauts = await makeFile(folder, 'Prüfbericht für Ålesund 😀.txt', Buffer.from('Grüße aus Åle\u2028sund 😀'))
  const png = await makeFile(folder, 'dialog.png', pngBytes)
  const large = await makeLargeFile(folder, 'export-complete.bin', 200)
  const sources = [pdf, log, umlauts, png, large]
  const desk = await flow.newPage()
  await desk.open(flow.helpdesk.url)
  expect(await desk.page.locator('input[type=file]').count()).toBe(1)

  await desk.pick([pdf, large])
  await dropFiles(desk.page, desk.form.getByRole('group'), [log, umlauts])
  await pasteFile(desk.form.getByRole('textbox'), png, 'image/png')
  for (const { name } of sources) await desk.row(name, 'done').waitFor()
  expect(await storedHashes(place.dataDir)).toEqual(expect.arrayContaining(sources.map((source) => source.sha256)))
  expect(await draftsIn(place.dataDir)).toEqual([])
  await desk.send('Here are all five files.')
  const ticket = await flow.simulator.ticket('4213')
  const sent = ticket.replies.at(-1)?.attachments.map(({ name, size }) => ({ name, size }))
  expect(sent).toEqual(expect.arrayContaining(sources.map(({ name, size }) => ({ name, size }))))
  expect(sent).toHaveLength(5)

  const rowsOf = async () => (await desk.storedRows().allInnerTexts()).toSorted()
  await expect.poll(rowsOf).toHaveLength(5)
  const before = await rowsOf()
  await desk.page.reload()
  await desk.storedRows().nth(4).waitFor()
  expect(await rowsOf()).toEqual(before)
  for (const { name, sha256 } of sources) expect(await desk.download(name)).toEqual({ name, sha256 })

  await flow.helpdesk.stop()
  flow.helpdesk = await startHelpdesk(place)
  await desk.page.reload()
  await desk.storedRows().nth(4).waitFor()
  expect(await rowsOf()).toEqual(before)
  for (const { name, sha256 } of sources) expect(await desk.download(name)).toEqual({ name, sha256 })
})

/** Of the API's calls, those for an upload: the page asks besides for the pictures that it shows. */
async function credentialCalls() {
  const api = await flow.simulator.requests('api')
  return api.filter((request) => path.basename(request.path) === 'GetAttachmentUploadUrl')
}

test('64 files dropped at once all land although a credential lives 5 s', async () => {
  const sources = await Promise.all(
    Array.from({ length: 64 }, (_, index) => makeFile(flow.folder, `scan-${index}.txt`, Buffer.from(`page ${index}`))),
  )
  await flow.simulator.set({ credentialLifeMs: 5000, latencyMs: 300 })
  const desk = await flow.newPage()
  await desk.open(flow.helpdesk.url)
  const startedAt = Date.now()
  await dropFiles(desk.page, desk.form.getByRole('group'), sources)
  await desk.form.getByText('All 64 files attached').first().waitFor({ timeout: 100_000 })
  // Longer than a credential lives: had all been asked for at once, the last would have expired.
  expect(Date.now() - startedAt).toBeGreaterThan(5000)
  const puts = await flow.simulator.requests('store', 'PUT')
  expect(puts.map((put) => put.status)).toEqual(Array.from({ length: 64 }, () => 200))
  expect(await credentialCalls()).toHaveLength(64)
  const stored = new Set(await storedHashes(flow.place.dataDir))
  expect(sources.filter((source) => !stored.has(source.sha256))).toEqual([])
})

test('R37 StrictMode makes one credential call and one transfer per file', async () => {
  const sources = [
    await makeFile(flow.folder, 'one.txt', Buffer.from('one')),
    await makeFile(flow.folder, 'two.txt', Buffer.from('two')),
  ]
  const desk = await flow.newPage()
  await desk.open(flow.helpdesk.url)
  await desk.pick(sources)
  for (const { name } of sources) await desk.row(name, 'done').waitFor()
  expect(await credentialCalls()).toHaveLength(2)
  expect(await flow.simulator.requests('store', 'PUT')).toHaveLength(2)
  expect(desk.complaints).toEqual([])
})

test('R49 R51 an equal file is asked about, and gets a credential and an object of its own', async () => {
  const file = await makeFile(flow.folder, 'Übergabe 😀.txt', Buffer.from('twice'))
  const desk = await flow.newPage()
  await desk.open(flow.helpdesk.url)
  await desk.pick([file])
  await desk.row(file.name, 'done').waitFor()
  await desk.pick([file])
  await desk.form.getByRole('button', { name: `Add anyway: ${file.name}` }).click()
  await expect.poll(() => desk.row(file.name, 'done').count()).toBe(2)
  const puts = await flow.simulator.requests('store', 'PUT')
  expect(new Set(puts.map((put) => put.path)).size).toBe(2)
  // The key is the backend's own: nothing of the file's name is in it.
  expect(puts.every((put) => /^[\w./-]+$/.test(put.path))).toBe(true)
})
