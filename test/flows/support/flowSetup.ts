import type { Browser } from 'playwright'
import { afterAll, beforeAll, onTestFailed, onTestFinished } from 'vitest'
import { DeskPage, launchBrowser } from './openPage.ts'
import { serveHelpdesk, type ServedHelpdesk } from './serveHelpdesk.ts'

/** What the tests of a file share: one dev server, one browser, one folder for source files. */
export interface Flow extends ServedHelpdesk {
  browser: Browser
  /** A page of its own for each test; on failure what it complained of is printed. */
  newPage: () => Promise<DeskPage>
}

/** Starts everything before the tests of the file and ends it after them. */
export function setUpFlow(): Flow {
  const flow = serveHelpdesk() as Flow
  beforeAll(async () => {
    flow.browser = await launchBrowser()
    flow.newPage = () => newPage(flow)
  })
  afterAll(async () => flow.browser?.close())
  return flow
}

async function newPage(flow: Flow): Promise<DeskPage> {
  const context = await flow.browser.newContext({ acceptDownloads: true })
  context.setDefaultTimeout(60_000)
  const desk = new DeskPage(await context.newPage())
  onTestFailed(async () => {
    console.log('The page complained:', desk.complaints)
    console.log('The server printed:', flow.helpdesk.output())
  })
  onTestFinished(() => context.close())
  return desk
}
