import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startRecordingServer } from '../support/recordingServer.ts'
import { plannedUrl } from '../support/recordingPlan.ts'
import { pngBytes } from './support/files.ts'
import { launchBrowser } from './support/openPage.ts'
import { startStrictSite } from './support/strictSite.ts'

let folder: string
let browser: Browser
let store: Awaited<ReturnType<typeof startRecordingServer>>
let site: Awaited<ReturnType<typeof startStrictSite>>

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'attachkit-policy-'))
  store = await startRecordingServer()
  site = await startStrictSite({ folder, entry: new URL('./pages/strictPage.tsx', import.meta.url), store: store.url })
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser.close()
  await site.stop()
  await store.stop()
  await rm(folder, { recursive: true, force: true })
})

/** What the policy stopped, as the page itself is told. */
async function openStrict(): Promise<{ page: Page; violations: () => Promise<string[]> }> {
  const page = await browser.newPage()
  await page.addInitScript(() => {
    const stopped: string[] = []
    Object.assign(window, { stopped })
    document.addEventListener('securitypolicyviolation', (event) =>
      stopped.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile ?? ''}`),
    )
  })
  await page.goto(`${site.url}/?put=${encodeURIComponent(plannedUrl(store.url, 'policy'))}`)
  return { page, violations: () => page.evaluate(() => Reflect.get(window, 'stopped') as string[]) }
}

test('R80 works under a policy without unsafe-inline: upload, thumbnail, lightbox, a long list', async () => {
  const { page, violations } = await openStrict()
  const files = [{ name: 'photo.png', mimeType: 'image/png', buffer: pngBytes }]
  await page.locator('input[type=file]').setInputFiles(files)
  await page.locator('li[data-status=done]').waitFor()
  expect(await page.locator('li').evaluate((row) => getComputedStyle(row).minHeight)).toBe('48px')

  await page.getByRole('button', { name: 'Preview photo.png' }).click()
  await page.getByRole('img', { name: 'photo.png' }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })

  const many = Array.from({ length: 150 }, (_, at) => ({
    name: `${at}.txt`,
    mimeType: 'text/plain',
    buffer: Buffer.from('x'),
  }))
  await page.locator('input[type=file]').setInputFiles(many)
  await page.locator('ul[style*="--attachkit-list-length"]').waitFor()
  await page.locator('ul[data-long]').evaluate((list) => list.scrollTo(0, list.scrollHeight))
  await page.getByRole('listitem', { name: '149.txt' }).waitFor()
  expect(await violations()).toEqual([])
})

test('R80 the policy of this test does stop what is inline', async () => {
  const { page, violations } = await openStrict()
  await page.evaluate(() => document.body.setAttribute('style', 'color: red'))
  expect(await violations()).toEqual([expect.stringContaining('style-src-attr')])
})
