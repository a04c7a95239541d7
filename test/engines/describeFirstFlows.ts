import { readFile } from 'node:fs/promises'
import { expect, onTestFinished, test } from 'vitest'
import { dropFilesOn, pasteFilesOn, type PageElement } from '../../src/testing/playwright.ts'
import { makeFile, makeLargeFile, pdfBytes, pngBytes, type SourceFile } from '../flows/support/files.ts'
import type { ServedHelpdesk } from '../flows/support/serveHelpdesk.ts'
import { draftsIn, storedHashes } from '../flows/support/simulator.ts'
import { systems } from '../flows/support/systems.ts'
import { patient } from '../support/patient.ts'
import { EngineDesk } from './engineDesk.ts'
import type { EngineName, EnginePage, Target } from './enginePage.ts'
import { keepsMadeUpPastes } from './expectedDifferences.ts'
import { setUpEngine } from './setUpEngine.ts'

/** Megabytes: more than the buffers between a page and a slow store, or a bar jumps from nothing to all. */
const largeMegabytes = 24

/** Drop to download in one browser, against a dev server that was started as a user starts it. */
export function describeFirstFlows(served: ServedHelpdesk, name: EngineName): void {
  const { newPage } = setUpEngine(name)

  test('R24 R34 R63 a chosen file goes up with a bar that only grows, and comes back byte for byte', async () => {
    const file = await makeLargeFile(served.folder, 'Prüfbericht für Ålesund.bin', largeMegabytes)
    const desk = await openDesk()
    await served.simulator.set({ uploadBytesPerSecond: 6_000_000 })
    const shown = await desk.watchProgress(file.name)
    await desk.pick([file])
    await desk.showsRow(file.name, 'done')
    const percentages = await shown()
    expect(percentages).toEqual(percentages.toSorted((a, b) => a - b))
    expect(percentages.some((percentage) => percentage > 0 && percentage < 100)).toBe(true)
    expect(await storedHashes(served.place.dataDir)).toContain(file.sha256)

    await served.simulator.reset()
    await desk.send('Here is the report.')
    await desk.reload()
    await desk.showsStored(file.name)
    expect(await desk.download(file)).toBe(file.sha256)
  })

  test('R44 a file cancelled in the middle says so and leaves nothing in the store', async () => {
    const file = await makeLargeFile(served.folder, 'mistake.bin', largeMegabytes)
    const desk = await openDesk()
    await served.simulator.set({ uploadBytesPerSecond: 500_000 })
    const shown = await desk.watchProgress(file.name)
    await desk.pick([file])
    await expect.poll(async () => Math.max(...(await shown())), patient).toBeGreaterThan(0)
    await desk.act('Cancel', file.name)
    await desk.showsRow(file.name, 'cancelled')
    await expect.poll(() => draftsIn(served.place.dataDir), patient).toEqual([])
    expect(await storedHashes(served.place.dataDir)).not.toContain(file.sha256)
    expect(Math.max(...(await shown()))).toBeLessThan(100)
  })

  test('R56 a pasted picture is attached and no text is changed', async () => {
    const file = await makeFile(served.folder, 'dialog.png', pngBytes)
    const desk = await openDesk()
    await desk.page.type(desk.text, 'See the dialog: ')
    await pasteFilesOn(elementOf(desk.page, desk.text), await pageFileOf(file, 'image/png'))
    await desk.showsRow(file.name, 'done')
    expect(await storedHashes(served.place.dataDir)).toContain(file.sha256)
    expect(await desk.page.evaluateOn(desk.text, (text) => (text as HTMLTextAreaElement).value, undefined)).toBe(
      'See the dialog: ',
    )
  })

  test('a paste event that a script makes keeps its files, but for Firefox', async () => {
    const desk = await openDesk()
    const files = await desk.page.evaluate(() => {
      const clipboardData = new DataTransfer()
      clipboardData.items.add(new File(['1'], 'one.txt', { type: 'text/plain' }))
      return new ClipboardEvent('paste', { clipboardData }).clipboardData?.files.length
    }, undefined)
    expect(files).toBe(keepsMadeUpPastes[name] ? 1 : 0)
  })

  test('R54 dropped files are attached, each once', async () => {
    const log = await makeFile(served.folder, 'export.log', Buffer.from('page 40: out of memory\n'.repeat(500)))
    const pdf = await makeFile(served.folder, 'invoice.pdf', pdfBytes('Invoice export, page 40 of 112'))
    const desk = await openDesk()
    const files = [await pageFileOf(log, 'text/plain'), await pageFileOf(pdf, 'application/pdf')]
    await dropFilesOn(elementOf(desk.page, desk.dropzone), files)
    for (const { name } of [log, pdf]) await desk.showsRow(name, 'done')
    expect(await storedHashes(served.place.dataDir)).toEqual(expect.arrayContaining([log.sha256, pdf.sha256]))
    expect(await served.simulator.requests('store', 'PUT')).toHaveLength(2)
  })

  test.each(systems)('$system uploads, lists and downloads the same bytes', async ({ system, ticket, carries }) => {
    const file = await makeFile(served.folder, `Bericht ${system}.pdf`, pdfBytes(`For ${system}`))
    const desk = await openDesk({ system, ticket })
    await desk.pick([file])
    await desk.showsRow(file.name, 'done')
    const carried = await served.simulator.requests(carries.plane, carries.method)
    expect(carried.filter(({ path }) => carries.plane === 'store' || path.endsWith('/attachments'))).toHaveLength(1)
    await desk.send(`Kept in ${system}.`)
    await desk.reload()
    await desk.showsStored(file.name)
    expect(await desk.download(file)).toBe(file.sha256)
  })

  async function openDesk(where?: { system: string; ticket: string }): Promise<EngineDesk> {
    const page = await newPage()
    onTestFinished(() => page.close())
    const desk = new EngineDesk(page)
    await desk.open(served.helpdesk.url, where)
    return desk
  }
}

/** The element as the published helpers take it. */
function elementOf(page: EnginePage, target: Target): PageElement {
  return { evaluate: (action, argument) => page.evaluateOn(target, action, argument) }
}

async function pageFileOf({ path, name }: SourceFile, type: string): Promise<File> {
  return new File([new Uint8Array(await readFile(path))], name, { type })
}
