import { randomBytes } from 'node:crypto'
import type { Browser } from 'playwright'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { bundlePage } from './support/bundlePage.ts'
import { makeFile, makeFolder, sha256OfFile } from './support/files.ts'
import { launchBrowser } from './support/openPage.ts'
import { startVendorDesk, type VendorDesk } from './support/vendorDesk.ts'

let desk: VendorDesk
let browser: Browser
let place: Awaited<ReturnType<typeof makeFolder>>

beforeAll(async () => {
  place = await makeFolder()
  desk = await startVendorDesk(await bundlePage(new URL('./pages/vendorsPage.tsx', import.meta.url)))
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser?.close()
  await desk?.stop()
  await place?.remove()
})

test.each(['alibaba-ticket', 'alibaba-cloud-backup', 'huawei-coc', 'dingtalk-storage', 'active-storage', 'zendesk'])(
  '%s: from the page through the handler and the vendor’s own API, and the same bytes back',
  async (system) => {
    const file = await makeFile(place.folder, `Beweis & größer ${system}.pdf`, randomBytes(3_000_000))
    const page = await browser.newPage({ acceptDownloads: true })
    onTestFinished(() => page.close())
    await page.goto(`${desk.url}/?system=${system}`)
    await page.locator('input[type=file]').setInputFiles(file.path)
    await page.locator('li[data-status=done]').filter({ hasText: file.name }).waitFor()

    const saved = page.waitForEvent('download')
    await page.getByRole('button', { name: `Download ${file.name}` }).click()
    const download = await saved
    expect([download.suggestedFilename(), await sha256OfFile(await download.path())]).toEqual([file.name, file.sha256])
    expect(desk.failures).toEqual([])
  },
)
