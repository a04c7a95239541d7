import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import type { StorageEntry } from '../../src/dev-server/storageFiles.ts'
import type { AttachmentReply } from '../../src/adapters/signed-endpoint/wire.ts'
import { soakBytes, soakName, soakSize } from '../soak/soakFile.ts'
import { bundlePage, openBundledPage } from './support/bundlePage.ts'
import { sha256OfFile } from './support/files.ts'
import { setUpFlow } from './support/flowSetup.ts'
import { draftsIn } from './support/simulator.ts'
import { startHelpdesk } from './support/startHelpdesk.ts'

const fileCount = 500
const flow = setUpFlow()

/** Another seed after each restart, so that it does not repeat the same failures. */
const weather = (seed: number) => ({ failureRate: 0.2, seed, credentialLifeMs: 3000 })

test('R22 R26 R29 R46 R47 500 files survive failures, short credentials, two crashes and two outages', async () => {
  const startedAt = Date.now()
  const page = await (await flow.browser.newContext()).newPage()
  await openBundledPage(page, flow.helpdesk.url, await bundlePage(new URL('../soak/soakPage.tsx', import.meta.url)))
  await flow.simulator.set(weather(1))
  await page.evaluate((count) => window.soak.pick(0, count), fileCount)

  await untilDone(page, 60)
  await outage(page)
  await untilDone(page, 150)
  await crash(weather(2))
  await untilDone(page, 260)
  await outage(page)
  await untilDone(page, 360)
  await crash(weather(3))
  const handles = await page.evaluate(() => window.soak.settled())
  const ranMs = Date.now() - startedAt

  expect(await page.evaluate(() => window.soak.state().failed)).toEqual([])
  const names = Array.from({ length: fileCount }, (_, index) => soakName(index))
  expect(Object.keys(handles).toSorted()).toEqual(names)
  expect(new Set(Object.values(handles)).size).toBe(fileCount)

  const refused = (await flow.simulator.requests('store', 'PUT')).filter(({ status }) => status !== 200).length
  await flow.simulator.reset()
  await removeSome(page)
  const kept = Object.values(handles).toSorted()
  expect(await committedHandles()).toEqual(kept)
  const objects = await storedUploads()
  expect([...objects.keys()].toSorted()).toEqual(kept)
  const wrong = names.filter((name, index) => objects.get(handles[name]!) !== sha256(soakBytes(index)))
  expect(wrong).toEqual([])
  // A server learns of a client that left in the middle only after a moment.
  await expect.poll(() => draftsIn(flow.place.dataDir), { timeout: 10_000 }).toEqual([])

  await page.evaluate(() => window.soak.unmount())
  await expect
    .poll(() => page.evaluate(() => window.soak.ledger()))
    .toEqual(await page.evaluate(() => window.soak.before))
  const { begun, settled } = await page.evaluate(() => window.soak.counts())
  expect(settled).toEqual(begun)
  const megabytes = names.reduce((sum, _, index) => sum + soakSize(index), 0) / 1_000_000
  const figures = `${fileCount} files, ${megabytes.toFixed(0)} MB, ${Math.round(ranMs / 1000)} s`
  console.log(`${figures}; calls: ${JSON.stringify(begun)}; PUTs that failed since the last crash: ${refused}`)
  await page.context().close()
}, 300_000)

async function untilDone(page: Page, count: number): Promise<void> {
  await page.waitForFunction((wanted) => window.soak.state().done >= wanted, count, { timeout: 120_000, polling: 100 })
}

async function outage(page: Page): Promise<void> {
  await page.context().setOffline(true)
  await page.waitForFunction(() => window.soak.state().hold === 'offline', undefined, { timeout: 30_000 })
  const { done } = await page.evaluate(() => window.soak.state())
  await page.context().setOffline(false)
  await untilDone(page, done + 1)
}

async function crash(next: ReturnType<typeof weather>): Promise<void> {
  await flow.helpdesk.stop()
  flow.helpdesk = await startHelpdesk(flow.place)
  await flow.simulator.set(next)
}

/** Two more files: one is removed while it is sent, the other when it is attached. */
async function removeSome(page: Page): Promise<void> {
  const later = Array.from({ length: 100 }, (_, index) => fileCount + index)
  const [sent = 0, attached = 0] = later.filter((index) => soakSize(index) > 1_000_000)
  await flow.simulator.set({ uploadBytesPerSecond: 100_000 })
  await page.evaluate((index) => window.soak.pick(index, 1), sent)
  await page.waitForFunction(() => (window.soak.state().statuses['uploading'] ?? 0) > 0)
  await page.evaluate((name) => window.soak.remove([name]), soakName(sent))
  await flow.simulator.set({ uploadBytesPerSecond: null })
  await page.evaluate((index) => window.soak.pick(index, 1), attached)
  await untilDone(page, fileCount + 1)
  await page.evaluate((name) => window.soak.remove([name]), soakName(attached))
  await expect.poll(() => page.evaluate(() => window.soak.ledger().requests)).toBe(0)
}

/** As the backend has them on record. */
async function committedHandles(): Promise<string[]> {
  const answer = await fetch(`${flow.helpdesk.url}/api/signed-endpoint/list`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  })
  const { attachments } = (await answer.json()) as { attachments: AttachmentReply[] }
  return attachments.map(({ handle }) => String(handle)).toSorted()
}

/** SHA-256 by key of what lies in the bucket of the uploads. */
async function storedUploads(): Promise<Map<string, string>> {
  const folder = path.join(flow.place.dataDir, 'objects')
  const names = await readdir(path.join(folder, 'entries'))
  const entries = await Promise.all(
    names.map(async (name) => JSON.parse(await readFile(path.join(folder, 'entries', name), 'utf8')) as StorageEntry),
  )
  const uploads = entries.filter(({ object }) => object.bucket === 'uploads')
  const hashes = await Promise.all(
    uploads.map(({ pieces: [piece] }) => sha256OfFile(path.join(folder, 'bytes', piece?.file ?? ''))),
  )
  return new Map(uploads.map(({ object }, index) => [object.key, hashes[index]!]))
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
