import { createServer } from 'node:http'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, FrameLocator, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createFixtureFile, dropFilesOn, filePayloads, pasteFilesOn } from '../../src/testing/index.ts'
import { bundlePage } from './support/bundlePage.ts'
import { launchBrowser } from './support/openPage.ts'

let browser: Browser
let script: string
const servers: Server[] = []

/** Serves a document, and the page's script beside it, on an origin of its own. */
async function serve(html: string): Promise<string> {
  const server = createServer(({ url }, response) => {
    const isScript = url === '/page.js'
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html; charset=utf-8')
    response.end(isScript ? script : html)
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

beforeAll(async () => {
  script = await bundlePage(new URL('./pages/framedPage.tsx', import.meta.url))
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser?.close()
  for (const server of servers) server.close()
})

/** The fields in a frame of another origin, sandboxed so far that it has no origin at all. */
async function openFrame(): Promise<{ page: Page; frame: FrameLocator; complaints: string[] }> {
  const inner = await serve('<!doctype html><title>Inner</title><body><script src="/page.js"></script>')
  const outer = await serve(
    `<!doctype html><title>Outer</title><iframe sandbox="allow-scripts" title="Ticket" width="800" height="700" src="${inner}"></iframe>`,
  )
  const page = await browser.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('favicon')) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  await page.goto(outer)
  const frame = page.frameLocator('iframe')
  await frame.getByRole('button', { name: 'Choose files' }).waitFor()
  return { page, frame, complaints }
}

describe('R80 in a sandboxed frame of another origin', () => {
  it('takes what is dropped, pasted and picked, shows it, says it, and opens it', async () => {
    const { page, frame, complaints } = await openFrame()
    expect(await frame.locator('body').evaluate(() => window.origin)).toBe('null')
    const zone = frame.getByRole('group', { name: 'Drop or paste files here' })
    await dropFilesOn(zone, createFixtureFile('png'))
    await pasteFilesOn(frame.getByRole('textbox', { name: 'Message' }), createFixtureFile('pdf'))
    await zone.locator('input[type=file]').setInputFiles(await filePayloads(createFixtureFile('docx')))
    for (const name of ['picture.png', 'report.pdf', 'letter.docx'])
      await frame.getByRole('listitem', { name }).filter({ hasText: 'Attached' }).waitFor()
    expect(await zone.evaluate((element) => getComputedStyle(element).borderTopStyle)).toBe('dashed')
    await frame.getByRole('log', { name: 'Attachments' }).filter({ hasText: 'Attached' }).waitFor({ state: 'attached' })

    const open = frame.getByRole('button', { name: /preview.*picture\.png|picture\.png.*preview/i })
    await open.click()
    const lightbox = frame.getByRole('dialog', { name: 'picture.png' })
    await lightbox.getByRole('img', { name: 'picture.png' }).waitFor()
    await page.keyboard.press('Escape')
    await lightbox.waitFor({ state: 'detached' })
    expect(await open.evaluate((element) => element === document.activeElement)).toBe(true)

    await frame.getByRole('button', { name: 'Remove report.pdf' }).click()
    await frame.getByRole('listitem', { name: 'report.pdf' }).waitFor({ state: 'detached' })
    const focused = await frame.locator('body').evaluate(() => document.activeElement?.closest('li')?.textContent)
    expect(focused).toContain('letter.docx')
    expect(complaints).toEqual([])
    await page.close()
  })
})
