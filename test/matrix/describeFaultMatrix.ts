import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { applyQuirks, defaultQuirks } from '../../src/simulator/quirks.ts'
import { bundlePage } from '../flows/support/bundlePage.ts'
import type { ServedHelpdesk } from '../flows/support/serveHelpdesk.ts'
import { draftsIn, storedHashes } from '../flows/support/simulator.ts'
import { startHelpdesk } from '../flows/support/startHelpdesk.ts'
import { backendRows } from './backendRows.ts'
import { differencesOf } from './differencesOf.ts'
import { downloadRows } from './downloadRows.ts'
import type { ExpectedDifferences } from './expectedDifference.ts'
import type { FaultRow } from './faultRow.ts'
import type { MatrixTab } from './matrixTab.ts'
import { formatTable, type Line } from './printTable.ts'
import { proxyRows } from './proxyRows.ts'
import type { Outcome } from './runRow.ts'
import { storeAnswerRows } from './storeAnswerRows.ts'
import { storeNetworkRows } from './storeNetworkRows.ts'

export const faultRows: readonly FaultRow[] = [
  ...storeAnswerRows,
  ...storeNetworkRows,
  ...backendRows,
  ...proxyRows,
  ...downloadRows,
]

/** How a row is named in titles, and in lists of what a browser shows otherwise. */
export function titleOf({ proves, vendor, stage, fault }: FaultRow): string {
  return `${proves} ${vendor} ${stage}: ${fault}`
}

/**
 * Plays every row in one browser, against a dev server that was started as a user starts it.
 * @param newTab a tab that shares neither connections nor caches with any other
 * @param expected rows in which this browser differs, each exactly so
 */
export function describeFaultMatrix(
  served: ServedHelpdesk,
  newTab: () => Promise<MatrixTab>,
  expected: ExpectedDifferences = {},
): void {
  const lines: Line[] = []
  let script: string
  let tab: MatrixTab

  beforeAll(async () => {
    script = await bundlePage(new URL('matrixPage.ts', import.meta.url))
    tab = await openMatrixTab()
  })

  afterAll(() => {
    const times = lines.map(({ outcome }) => outcome.ms)
    console.log(formatTable(lines))
    console.log(
      `${lines.length} rows, ${Object.keys(expected).length} expected to differ, in ${Math.round(times.reduce((sum, ms) => sum + ms, 0) / 1000)} s, longest ${Math.max(...times)} ms`,
    )
  })

  describe('every fault ends in its own code or in success, in time', () => {
    test.each(faultRows.map((row, index) => [titleOf(row), row, index] as const))(
      '%s',
      async (title, row, rowNumber) => {
        const outcome = await withDeadline(row, runRow(row, rowNumber))
        const line = { row, outcome }
        lines.push(line)
        // The outcome stands on both sides for whoever reads why a row is red.
        const differences = expected[title]?.shows ?? []
        expect({ differences: differencesOf(line), outcome }).toEqual({ differences, outcome })
      },
    )
  })

  test('every row has a title of its own, and every expected difference a row', () => {
    const titles = faultRows.map(titleOf)
    expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([])
    expect(Object.keys(expected).filter((title) => !titles.includes(title))).toEqual([])
  })

  test('R18 of at least 80 rows 95 % end in success or in a code that says more than "network"', () => {
    expect(faultRows.length).toBeGreaterThanOrEqual(80)
    expect(lines).toHaveLength(faultRows.length)
    const vague = lines.filter(({ outcome }) => ['network', 'unknown'].includes(outcome.code))
    expect(vague.length / lines.length).toBeLessThanOrEqual(0.05)
    expect(vague.filter(({ outcome }) => outcome.code === 'unknown')).toEqual([])
  })

  test('R22 what ended in success is stored byte for byte, and a restart leaves no half of anything', async () => {
    // Until then the server waits for the rest of what a stalled connection had begun to send.
    await served.helpdesk.stop()
    served.helpdesk = await startHelpdesk(served.place)
    const stored = new Set(await storedHashes(served.place.dataDir))
    const attached = lines.filter(({ row, outcome }) => outcome.code === 'done' && row.stage !== 'download')
    expect(attached.filter(({ outcome }) => !stored.has(outcome.sha256)).map(({ row }) => row.fault)).toEqual([])
    expect(await draftsIn(served.place.dataDir)).toEqual([])
  })

  /** The document is one that the server itself answers with: preflights and connections are then the browser's own. */
  async function openMatrixTab(): Promise<MatrixTab> {
    const opened = await newTab()
    await opened.open(`${served.helpdesk.url}/api/simulator/switches`)
    await opened.evaluate((text) => {
      document.head.append(Object.assign(document.createElement('script'), { textContent: text }))
    }, script)
    return opened
  }

  async function runRow(row: FaultRow, rowNumber: number): Promise<Outcome> {
    await served.simulator.setQuirks(applyQuirks(defaultQuirks, row.setup.quirks ?? {}))
    if (!isAboutPreflights(row)) return runRowIn(tab, row, rowNumber)
    const fresh = await openMatrixTab()
    return runRowIn(fresh, row, rowNumber).finally(() => fresh.close())
  }

  async function runRowIn(page: MatrixTab, row: FaultRow, rowNumber: number): Promise<Outcome> {
    if (row.stage === 'download') return runDownloadIn(page, row, rowNumber)
    await served.simulator.set(row.switches)
    return row.setup.goesOffline ? uploadOffline(page, row, rowNumber) : upload(page, row, rowNumber)
  }

  /** The upload is another tab's where the download has one of its own: WebKit's leave to PUT an object is one to GET it too. */
  async function runDownloadIn(page: MatrixTab, row: FaultRow, rowNumber: number): Promise<Outcome> {
    const { attachment } = await upload(tab, row, rowNumber)
    if (!attachment) throw new Error('The file to download could not be uploaded.')
    await served.simulator.set(row.switches)
    await page.setOffline(row.setup.goesOffline ?? false)
    return page
      .evaluate((call) => window.matrix.runDownload(...call), [row, rowNumber, attachment] as const)
      .finally(() => page.setOffline(false))
  }
}

function upload(page: MatrixTab, row: FaultRow, rowNumber: number): Promise<Outcome> {
  return page.evaluate((call) => window.matrix.runUpload(...call), [row, rowNumber] as const)
}

/** A driver may take one command at a time, so the upload is begun, left to itself, and asked for at the end. */
async function uploadOffline(page: MatrixTab, row: FaultRow, rowNumber: number): Promise<Outcome> {
  await page.setOffline(true)
  await page.evaluate((call) => window.matrix.beginUpload(...call), [row, rowNumber] as const)
  await page.evaluate(() => window.matrix.untilPaused(), undefined)
  await page.setOffline(false)
  return page.evaluate(() => window.matrix.endUpload(), undefined)
}

/** A browser remembers for seconds that it asked a form's address; one that was never there does not. */
function isAboutPreflights({ switches }: FaultRow): boolean {
  return switches.faults?.some(({ match }) => match?.method === 'OPTIONS') ?? false
}

async function withDeadline(row: FaultRow, running: Promise<Outcome>): Promise<Outcome> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    const giveUp = () => reject(new Error(`not settled after ${row.deadlineMs} ms and a reserve`))
    timer = setTimeout(giveUp, row.deadlineMs + 10_000)
  })
  return Promise.race([running, late]).finally(() => clearTimeout(timer))
}
