import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { launch, type Browser, type ElementHandle, type Page } from 'puppeteer-core'
import { run } from '../support/programs.ts'
import type { Engine, EnginePage, Target } from './enginePage.ts'
import { elementScriptOf, findElement } from './findElement.ts'
import { parseResult, scriptOf } from '../support/pageScript.ts'
import { startScreen } from './startScreen.ts'

/** So that an answer in JSON is a plain document, in which a script may run. */
const preferences = { 'devtools.jsonview.enabled': false }

/** The system's Firefox, or the one at FIREFOX_PATH, by WebDriver BiDi. On a screen: a hidden one has no clipboard for files. */
export async function launchFirefox(): Promise<Engine> {
  const screen = await startScreen()
  const executablePath = process.env['FIREFOX_PATH'] ?? (await run('sh', ['-c', 'command -v firefox-esr'])).trim()
  const home = await mkdtemp(path.join(tmpdir(), 'attachkit-firefox-'))
  const browser = await launch({
    browser: 'firefox',
    executablePath,
    headless: false,
    extraPrefsFirefox: preferences,
    // A call that lasts as long as the slowest row.
    protocolTimeout: 600_000,
    env: { ...process.env, DISPLAY: screen.display, HOME: home },
  })
  return {
    newPage: () => openPage(browser, home),
    async close() {
      await browser.close()
      await screen.stop()
      await rm(home, { recursive: true, force: true })
    },
  }
}

/** In a container of its own and a window of its own: a tab that nobody sees has slower timers. */
async function openPage(browser: Browser, home: string): Promise<EnginePage> {
  const downloadFolder = await mkdtemp(path.join(home, 'downloads-'))
  const context = await browser.createBrowserContext({
    downloadBehavior: { policy: 'allow', downloadPath: downloadFolder },
  })
  const page = await context.newPage({ type: 'window' })
  return createPage(page, downloadFolder, () => context.close())
}

function createPage(page: Page, downloadFolder: string, close: () => Promise<void>): EnginePage {
  const element = async (target: Target): Promise<ElementHandle> => {
    const handle = await page.evaluateHandle(`(${findElement.toString()})(${JSON.stringify(target)})`)
    return handle.asElement() as ElementHandle
  }
  return {
    downloadFolder,
    open: async (url) => void (await page.goto(url)),
    evaluate: async (call, argument) => parseResult(await page.evaluate(scriptOf(call, argument))),
    evaluateOn: async (target, call, argument) =>
      parseResult(await page.evaluate(elementScriptOf(target, call, argument))),
    click: async (target) => (await element(target)).click(),
    type: async (target, text) => (await element(target)).type(text),
    chooseFiles: async (target, paths) => {
      const input = (await element(target)) as ElementHandle<HTMLInputElement>
      await input.uploadFile(...paths)
    },
    setOffline: (offline) => page.setOfflineMode(offline),
    screenshot: () => page.screenshot(),
    close,
  }
}
