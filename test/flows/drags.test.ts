import { beforeAll, expect, test } from 'vitest'
import { en } from '../../src/messages/en.ts'
import { bundlePage, openBundledPage } from './support/bundlePage.ts'
import { makeFile } from './support/files.ts'
import { setUpFlow } from './support/flowSetup.ts'
import { dragWithMouse, dropFiles, dropFromOutside } from './support/handOver.ts'
import { storedHashes } from './support/simulator.ts'

const flow = setUpFlow()
const bytes = Buffer.from('2026-11-30 page 40: out of memory\n'.repeat(500))
let script: string

beforeAll(async () => {
  script = await bundlePage(new URL('./pages/ticketPage.tsx', import.meta.url))
})

/** A form whose zone takes what is dropped into it alone, and a text with a link above it. */
async function openTicket() {
  const { page } = await flow.newPage()
  await openBundledPage(page, flow.helpdesk.url, script)
  await page.evaluate(() =>
    document.body.insertAdjacentHTML('afterbegin', '<p>Error <b>4711</b></p><a href="?">Docs</a>'),
  )
  const message = page.getByRole('textbox', { name: 'Message' })
  await message.fill('Nightly export: ')
  return { page, message, zone: page.getByRole('group'), missed: page.getByText(en.dropzone.missed) }
}

test('R53 files that a browser drops beside the zone lose no page, and that they missed is shown', async () => {
  const file = await makeFile(flow.folder, 'beside.log', bytes)
  const { page, message, zone, missed } = await openTicket()
  const address = page.url()
  for (const beside of [page.locator('b'), message]) {
    await dropFiles(page, beside, [file])
    await missed.waitFor()
  }
  expect(await message.inputValue()).toBe('Nightly export: ')
  expect(await flow.simulator.requests('store', 'PUT')).toEqual([])

  await dropFiles(page, zone, [file])
  await page.getByRole('listitem', { name: file.name }).filter({ hasText: 'Attached' }).waitFor()
  expect(await storedHashes(flow.place.dataDir)).toContain(file.sha256)
  expect(await missed.count()).toBe(0)
  expect(page.url()).toBe(address)
  expect(page.context().pages()).toHaveLength(1)
})

test('R53 text dragged within the page and a link dragged into it do what the browser does', async () => {
  const { page, message, missed } = await openTicket()
  await page.locator('b').evaluate((element) => getSelection()?.selectAllChildren(element))
  await dragWithMouse(page, page.locator('b'), message)
  await expect.poll(() => message.inputValue()).toContain('4711')

  const address = page.url()
  await dragWithMouse(page, page.getByRole('link'), page.locator('b'))
  expect(page.url()).toBe(address)

  const opened = page.context().waitForEvent('page')
  const link = `${flow.helpdesk.url}/api/simulator/quirks`
  await dropFromOutside(page, page.locator('b'), { items: [{ mimeType: 'text/uri-list', data: link }], files: [] })
  await (await opened).waitForURL(link)
  expect(page.url()).toBe(address)
  expect(await missed.count()).toBe(0)
})
