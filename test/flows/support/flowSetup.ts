import path from 'node:path'
import type { Browser } from 'playwright'
import { afterAll, afterEach, beforeAll, onTestFailed, onTestFinished } from 'vitest'
import { makeFolder } from './files.ts'
import { DeskPage, launchBrowser } from './openPage.ts'
import { createSimulatorClient } from './simulator.ts'
import { freePlace, startHelpdesk } from './startHelpdesk.ts'
import type { HelpdeskPlace, RunningHelpdesk } from './startHelpdesk.ts'

/** What the tests of a file share: one dev server, one browser, one folder for source files. */
export interface Flow {
  helpdesk: RunningHelpdesk
  place: HelpdeskPlace
  browser: Browser
  /** For the files that are uploaded. */
  folder: string
  simulator: ReturnType<typeof createSimulatorClient>
  /** A page of its own for each test; on failure what it complained of is printed. */
  newPage: () => Promise<DeskPage>
}

/** Starts everything before the tests of the file and ends it after them. */
export function setUpFlow(): Flow {
  const flow = {} as Flow
  let removeFolder = async () => {}
  beforeAll(async () => {
    const { folder, remove } = await makeFolder()
    removeFolder = remove
    flow.folder = folder
    flow.place = await freePlace(path.join(folder, 'data'))
    flow.helpdesk = await startHelpdesk(flow.place)
    flow.simulator = createSimulatorClient(flow.helpdesk.url)
    flow.browser = await launchBrowser()
    flow.newPage = () => newPage(flow)
  })
  afterEach(() => flow.simulator.reset())
  afterAll(async () => {
    await flow.browser?.close()
    await flow.helpdesk?.stop()
    await removeFolder()
  })
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
