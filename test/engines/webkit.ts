import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { freePort } from '../support/freePort.ts'
import { run, start, type Daemon } from '../support/programs.ts'
import type { Engine, EnginePage, Target } from './enginePage.ts'
import { elementScriptOf, findElement } from './findElement.ts'
import { parseResult, scriptOf } from '../support/pageScript.ts'
import { pretendOffline } from './pretendOffline.ts'
import { startScreen } from './startScreen.ts'
import { isDriverReady, startSession, type ElementReference, type WebDriverSession } from './webDriver.ts'

/** WebKitGTK's MiniBrowser by its own driver: each page has a driver, and with it a browser, of its own. */
export async function launchWebKit(): Promise<Engine> {
  const screen = await startScreen()
  const binary = await findMiniBrowser()
  const pages = new Set<EnginePage>()
  return {
    async newPage() {
      const page = await openBrowser(binary, screen.display)
      pages.add(page)
      return page
    },
    async close() {
      for (const page of pages) await page.close()
      await screen.stop()
    },
  }
}

/** Debian keeps it with the library, on nobody's path. */
async function findMiniBrowser(): Promise<string> {
  const files = await run('sh', ['-c', 'dpkg -L libwebkit2gtk-4.1-0'])
  const binary = files.split('\n').find((file) => file.endsWith('/MiniBrowser'))
  if (!binary) throw new Error('The package libwebkit2gtk-4.1-0 holds no MiniBrowser.')
  return binary
}

async function openBrowser(binary: string, display: string): Promise<EnginePage> {
  const home = await mkdtemp(path.join(tmpdir(), 'attachkit-webkit-'))
  const downloadFolder = path.join(home, 'downloads')
  const environment = await furnish(home, downloadFolder, display)
  const port = await freePort()
  const driverUrl = `http://127.0.0.1:${port}`
  const log = path.join(home, 'driver.log')
  const driver = start('WebKitWebDriver', [`--port=${port}`, '--host=127.0.0.1'], log, environment)
  await untilReady(driverUrl, driver)
  const session = await startSession(driverUrl, {
    'webkitgtk:browserOptions': { binary, args: ['--automation'] },
  })
  let isOpen = true
  const close = async () => {
    if (!isOpen) return
    isOpen = false
    await session.end()
    await driver.stop()
    // The browser's own processes end a little after it, and write caches until then.
    await rm(home, { recursive: true, force: true, maxRetries: 20 })
  }
  return createPage(session, downloadFolder, close)
}

/** A home of its own: nothing of whoever runs the tests is read, and downloads have a folder. */
async function furnish(home: string, downloadFolder: string, display: string): Promise<Record<string, string>> {
  await mkdir(downloadFolder)
  await writeFile(path.join(home, 'user-dirs.dirs'), `XDG_DOWNLOAD_DIR="${downloadFolder}"\n`)
  const folders = {
    XDG_CONFIG_HOME: home,
    XDG_DATA_HOME: path.join(home, 'data'),
    XDG_CACHE_HOME: path.join(home, 'cache'),
  }
  return { DISPLAY: display, HOME: home, LC_ALL: 'C.UTF-8', ...folders }
}

async function untilReady(driverUrl: string, driver: Daemon): Promise<void> {
  const giveUpAt = Date.now() + 60_000
  while (!(await isDriverReady(driverUrl))) {
    const failure = driver.failure()
    if (failure) throw new Error(failure)
    if (Date.now() > giveUpAt) throw new Error('WebKitWebDriver did not answer within a minute.')
    await delay(50)
  }
}

function createPage(session: WebDriverSession, downloadFolder: string, close: () => Promise<void>): EnginePage {
  const evaluate: EnginePage['evaluate'] = async (call, argument) =>
    parseResult(await session.run(`return ${scriptOf(call, argument)}`))
  const element = async (target: Target) => {
    const reference = await session.run<ElementReference>(
      `return (${findElement.toString()})(${JSON.stringify(target)})`,
    )
    return `/element/${Object.values(reference)[0]}`
  }
  const typeInto = async (target: Target, text: string) =>
    session.command<void>('POST', `${await element(target)}/value`, { text })
  return {
    downloadFolder,
    open: (url) => session.command('POST', '/url', { url }),
    evaluate,
    evaluateOn: async (target, call, argument) =>
      parseResult(await session.run(`return ${elementScriptOf(target, call, argument)}`)),
    click: async (target) => session.command('POST', `${await element(target)}/click`),
    type: typeInto,
    chooseFiles: (target, paths) => typeInto(target, paths.join('\n')),
    setOffline: (offline) => evaluate(pretendOffline, offline),
    screenshot: async () => Buffer.from(await session.command<string>('GET', '/screenshot'), 'base64'),
    close,
  }
}
