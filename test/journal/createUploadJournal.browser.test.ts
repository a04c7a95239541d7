import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createUploadJournal } from '../../src/journal/createUploadJournal.ts'
import { openFrame } from '../support/openFrame.ts'
import type { InterruptedUpload, UploadJournal } from '../../src/engine/uploadJournal.ts'
import { patient } from '../support/patient.ts'

const day = 24 * 60 * 60 * 1000

/** Storage outlives a test as it outlives a page. */
let scope: string
beforeEach(() => {
  scope = `ticket ${crypto.randomUUID()}`
})
afterEach(() => {
  vi.restoreAllMocks()
  document.querySelectorAll('iframe').forEach((frame) => frame.remove())
})

function interrupted(uploadId: string, changes: Partial<InterruptedUpload> = {}): InterruptedUpload {
  return {
    upload: { handle: `object of ${uploadId}`, uploadId, partSize: 5_242_880, fingerprint: 'f00d' },
    file: { name: 'video.mp4', size: 52_428_800, contentType: 'video/mp4', lastModified: 1_700_000_000_000 },
    adapterName: 's3',
    begunAt: Date.now(),
    ...changes,
  }
}

/** Another page of the origin, with a journal of its own in the same storage. */
async function openPage() {
  const url = new URL('../../src/journal/createUploadJournal.ts', import.meta.url)
  const { module, close } = await openFrame<{ createUploadJournal: typeof createUploadJournal }>(url)
  return { journal: module.createUploadJournal({ scope }), close }
}

const idsIn = async (journal: UploadJournal) => (await journal.list()).map(({ upload }) => upload.uploadId)

it('R31 what a page wrote down is there for the next one, as it was', async () => {
  const before = await openPage()
  const entry = interrupted('upload-1')
  await before.journal.save(entry)
  before.close()
  await vi.waitFor(async () => expect(await createUploadJournal({ scope }).list()).toEqual([entry]), patient)
})

it('R31 does not offer what another tab is at work on', async () => {
  const other = await openPage()
  await other.journal.save(interrupted('upload-1'))
  const journal = createUploadJournal({ scope })
  expect(await journal.list()).toEqual([])
  other.close()
  await vi.waitFor(async () => expect(await idsIn(journal)).toEqual(['upload-1']), patient)
})

it('forgets what is complete', async () => {
  const page = await openPage()
  await page.journal.save(interrupted('upload-1'))
  await page.journal.save(interrupted('upload-2'))
  await page.journal.forget('upload-1')
  page.close()
  await vi.waitFor(async () => expect(await idsIn(createUploadJournal({ scope }))).toEqual(['upload-2']), patient)
})

it('shows a form what was interrupted in it, and nothing of another', async () => {
  const page = await openPage()
  await page.journal.save(interrupted('upload-1'))
  page.close()
  expect(await createUploadJournal({ scope: `${scope} too` }).list()).toEqual([])
})

it('lists the oldest first, and drops what is older than seven days', async () => {
  const page = await openPage()
  await page.journal.save(interrupted('new'))
  await page.journal.save(interrupted('old', { begunAt: Date.now() - 6 * day }))
  await page.journal.save(interrupted('too-old', { begunAt: Date.now() - 8 * day }))
  page.close()
  await vi.waitFor(async () => expect(await idsIn(createUploadJournal({ scope }))).toEqual(['old', 'new']), patient)
  expect(await idsIn(createUploadJournal({ scope, maxAgeMs: 30 * day }))).toEqual(['old', 'new'])
})

it('rejects where the browser keeps no storage', async () => {
  vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('No storage here.', 'SecurityError')
  })
  await expect(createUploadJournal({ scope }).list()).rejects.toThrow('No storage here.')
})
