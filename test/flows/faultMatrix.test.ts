import { describeFaultMatrix } from '../matrix/describeFaultMatrix.ts'
import type { MatrixTab } from '../matrix/matrixTab.ts'
import { parseResult, scriptOf } from '../support/pageScript.ts'
import { setUpFlow } from './support/flowSetup.ts'

const flow = setUpFlow()

describeFaultMatrix(flow, openTab)

async function openTab(): Promise<MatrixTab> {
  const context = await flow.browser.newContext()
  const page = await context.newPage()
  return {
    open: async (url) => void (await page.goto(url)),
    evaluate: async (call, argument) => parseResult(await page.evaluate<unknown>(scriptOf(call, argument))),
    setOffline: (offline) => context.setOffline(offline),
    close: () => context.close(),
  }
}
