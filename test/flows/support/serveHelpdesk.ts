import path from 'node:path'
import { afterAll, afterEach, beforeAll } from 'vitest'
import { makeFolder } from './files.ts'
import { createSimulatorClient } from './simulator.ts'
import { freePlace, startHelpdesk, type HelpdeskPlace, type RunningHelpdesk } from './startHelpdesk.ts'

/** What the tests of a file share, whichever browser they use: one dev server and one folder for source files. */
export interface ServedHelpdesk {
  helpdesk: RunningHelpdesk
  place: HelpdeskPlace
  /** For the files that are uploaded. */
  folder: string
  simulator: ReturnType<typeof createSimulatorClient>
}

/** Starts the server before the tests of the file, resets it after each, and ends it after them all. */
export function serveHelpdesk(): ServedHelpdesk {
  const served = {} as ServedHelpdesk
  let removeFolder = async () => {}
  beforeAll(async () => {
    const { folder, remove } = await makeFolder()
    removeFolder = remove
    served.folder = folder
    served.place = await freePlace(path.join(folder, 'data'))
    served.helpdesk = await startHelpdesk(served.place)
    served.simulator = createSimulatorClient(served.helpdesk.url)
  })
  afterEach(() => served.simulator.reset())
  afterAll(async () => {
    await served.helpdesk?.stop()
    await removeFolder()
  })
  return served
}
