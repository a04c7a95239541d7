import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { englishErrors, englishRejections } from '../../src/messages/enFailures.ts'
import { makeFile, pngBytes } from './support/files.ts'
import { setUpFlow } from './support/flowSetup.ts'
import { dropFiles } from './support/handOver.ts'
import { storedHashes } from './support/simulator.ts'

const flow = setUpFlow()
const bytes = Buffer.from('evidence\n'.repeat(20_000))

/** Puts something from disk into the input without the checks of the file dialog. */
async function forceIntoInput(page: Page, file: string): Promise<void> {
  const client = await page.context().newCDPSession(page)
  const { root } = await client.send('DOM.getDocument')
  const { nodeId } = await client.send('DOM.querySelector', { nodeId: root.nodeId, selector: 'input[type=file]' })
  await client.send('DOM.setFileInputFiles', { nodeId, files: [file] })
  await client.detach()
}

async function makeDirectory(name: string, files: Record<string, string> = {}) {
  const folder = path.join(flow.folder, name)
  await mkdir(folder)
  for (const [file, text] of Object.entries(files)) await writeFile(path.join(folder, file), text)
  return { path: folder, name, size: 0, sha256: '' }
}

test.each([
  ['edited', (file: string) => writeFile(file, 'another text, and shorter')],
  ['deleted', (file: string) => rm(file)],
])(
  'R75 a file that is %s after it was picked is named, no retry is spent, and nothing is stored',
  async (what, change) => {
    const file = await makeFile(flow.folder, `${what}.log`, bytes)
    await flow.simulator.set({ faults: [{ match: { plane: 'api' }, fault: { type: 'delay', ms: 1500 } }] })
    const desk = await flow.newPage()
    await desk.open(flow.helpdesk.url)
    await desk.pick([file])
    await desk.row(file.name, 'preparing').waitFor()
    await change(file.path)
    await desk.row(file.name, 'failed').getByText(String(englishErrors['file-changed'])).waitFor()
    expect(await flow.simulator.requests('store', 'PUT')).toEqual([])
    expect(await flow.simulator.requests('api', 'POST')).toHaveLength(1)
  },
)

test('R75 of small files that are sent one after another, the one that is gone is named and the others arrive', async () => {
  const texts = Array.from({ length: 8 }, (_, at) => Buffer.from(`file ${at} of a row`))
  const files = await Promise.all(texts.map((text, at) => makeFile(flow.folder, `row-${at}.log`, text)))
  const desk = await flow.newPage()
  await desk.open(flow.helpdesk.url)
  // None of them is read before the first one is signed.
  await flow.simulator.set({ latencyMs: 6000 })
  await desk.pick(files)
  await desk.row('row-0.log', 'preparing').waitFor()
  const gone = files[5]!
  await rm(gone.path)
  await flow.simulator.set({ latencyMs: 0 })
  await desk.row(gone.name, 'failed').getByText(String(englishErrors['file-changed'])).waitFor()
  const others = files.filter((file) => file !== gone)
  for (const { name } of others) await desk.row(name, 'done').waitFor()
  const stored = await storedHashes(flow.place.dataDir)
  for (const { sha256 } of others) expect(stored).toContain(sha256)
})

test('R75 a file that is edited between two tries is named, and not taken for a lost connection', async () => {
  const file = await makeFile(flow.folder, 'between.log', Buffer.concat([bytes, Buffer.from('between')]))
  const refusal = { type: 'answer', status: 503, code: 'ServiceUnavailable' } as const
  await flow.simulator.set({ faults: [{ match: { plane: 'store', method: 'PUT' }, fault: refusal }] })
  const desk = await flow.newPage()
  await desk.open(flow.helpdesk.url)
  await flow.simulator.set({ latencyMs: 700 })
  await desk.pick([file])
  await desk.form.locator('li[data-retrying]').waitFor()
  await writeFile(file.path, 'edited meanwhile')
  await desk.row(file.name, 'failed').getByText(String(englishErrors['file-changed'])).waitFor()
  expect(await storedHashes(flow.place.dataDir)).not.toContain(file.sha256)
})

test('R74 an empty file is refused with its reason, and nothing is asked', async () => {
  const file = await makeFile(flow.folder, 'empty.txt', Buffer.alloc(0))
  const desk = await flow.newPage()
  await desk.open(flow.helpdesk.url)
  await desk.pick([file])
  await desk.row(file.name, 'rejected').getByText(String(englishRejections['file-empty'])).waitFor()
  expect(await flow.simulator.requests('store')).toEqual([])
})

test('R74 a dropped folder brings its files, an empty one is named as a folder', async () => {
  const full = await makeDirectory('case 4213', { 'inside.txt': 'inside the folder' })
  const empty = await makeDirectory('empty folder')
  const desk = await flow.newPage()
  await desk.open(flow.helpdesk.url)
  await dropFiles(desk.page, desk.form.getByRole('button', { name: 'Choose files' }), [full, empty])
  await desk.row('inside.txt', 'done').waitFor()
  await desk.row('empty folder', 'rejected').getByText(String(englishRejections['file-is-directory'])).waitFor()
  expect(await flow.simulator.requests('store', 'PUT')).toHaveLength(1)
  await rm(full.path, { recursive: true })
})

test('R74 a folder that the browser hands out as a file is recognised, and never sent', async () => {
  const folder = await makeDirectory('evidence')
  const desk = await flow.newPage()
  await desk.open(flow.helpdesk.url)
  await forceIntoInput(desk.page, folder.path)
  await desk.row(folder.name, 'failed').getByText(String(englishErrors['file-is-directory'])).waitFor()
  expect(await flow.simulator.requests('store', 'PUT')).toEqual([])
})

test('R76 pictures no browser decodes show an icon, and arrive as the bytes that were picked', async () => {
  const files = [
    await makeFile(flow.folder, 'photo.heic', Buffer.concat([Buffer.from('....ftypheic'), bytes])),
    await makeFile(flow.folder, 'broken.png', Buffer.concat([pngBytes.subarray(0, 20), bytes])),
    await makeFile(
      flow.folder,
      'drawing.svg',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
    ),
  ]
  const desk = await flow.newPage()
  await desk.open(flow.helpdesk.url)
  await desk.pick(files)
  for (const file of files) await desk.row(file.name, 'done').waitFor()
  expect(await storedHashes(flow.place.dataDir)).toEqual(expect.arrayContaining(files.map((file) => file.sha256)))
  expect(await desk.form.locator('img').count()).toBe(0)
  expect(await desk.form.locator('[data-part=item-icon][data-kind=image]').count()).toBe(files.length)
  expect(await desk.page.locator('input[type=file]').getAttribute('capture')).toBeNull()
})
