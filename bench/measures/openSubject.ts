import type { Browser, CDPSession, Page } from 'puppeteer-core'
import { installProbe } from '../pages/probe.ts'
import type { ServerBehaviour, ServerStats } from '../server/ledger.ts'

/** What measures stand on. */
export interface BenchContext {
  browser: Browser
  /** Origin of pages, signer and controls. */
  pageUrl: string
  /** Folder for files that are picked from the disk. */
  filesFolder: string
}

/** A page with one subject mounted, and what can be read from outside of it. */
export interface OpenSubject {
  page: Page
  /** Chromium's own counters: seconds for durations, bytes for heaps. */
  metrics: () => Promise<Record<string, number>>
  collectGarbage: () => Promise<void>
  /** Bytes a second over all uploads of the page, as the browser's own throttle holds it. */
  limitUplink: (bytesPerSecond: number) => Promise<void>
  serverStats: () => Promise<ServerStats>
  close: () => Promise<void>
}

/** Uploads at once, the same for every subject that can be told: as many as a browser opens to one HTTP/1.1 host. */
export const concurrency = 6

/** Opens the subject's page in a context of its own, against a server that was told how to behave and counts from zero. */
export async function openSubject(
  { browser, pageUrl }: BenchContext,
  subject: string,
  behaviour: Partial<ServerBehaviour> = {},
  atOnce = concurrency,
): Promise<OpenSubject> {
  await control(pageUrl, 'reset', behaviour)
  const context = await browser.createBrowserContext()
  const page = await context.newPage()
  await page.evaluateOnNewDocument(installProbe)
  await page.goto(`${pageUrl}/${subject}`)
  await page.waitForFunction(() => 'bench' in window)
  await page.evaluate((slots) => window.bench.mount(slots), atOnce)
  await page.waitForSelector('input[type=file]')
  const cdp = await page.createCDPSession()
  await cdp.send('Performance.enable')
  await cdp.send('HeapProfiler.enable')
  return {
    page,
    metrics: () => readMetrics(cdp),
    collectGarbage: () => collectGarbage(cdp),
    limitUplink: async (bytesPerSecond) => {
      // Of what is watched for it, nothing is kept.
      await cdp.send('Network.enable', { maxTotalBufferSize: 0, maxResourceBufferSize: 0, maxPostDataSize: 0 })
      const free = { offline: false, latency: 0, downloadThroughput: -1 }
      await cdp.send('Network.emulateNetworkConditions', { ...free, uploadThroughput: bytesPerSecond })
    },
    serverStats: async () => (await control(pageUrl, 'stats', {})) as ServerStats,
    close: () => context.close(),
  }
}

async function control(pageUrl: string, operation: string, body: object): Promise<unknown> {
  const response = await fetch(`${pageUrl}/control/${operation}`, { method: 'POST', body: JSON.stringify(body) })
  return response.json()
}

async function readMetrics(cdp: CDPSession): Promise<Record<string, number>> {
  const { metrics } = await cdp.send('Performance.getMetrics')
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]))
}

/** Twice: what the first pass finalises, the second one frees. */
async function collectGarbage(cdp: CDPSession): Promise<void> {
  await cdp.send('HeapProfiler.collectGarbage')
  await cdp.send('HeapProfiler.collectGarbage')
}
