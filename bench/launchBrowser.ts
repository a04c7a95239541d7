import { chromium } from 'playwright'
import { launch, type Browser } from 'puppeteer-core'
import { chromiumLaunch } from '../test/support/chromium.mjs'

/** Longer than any measure waits for its page. */
const protocolTimeoutMs = 150_000

/**
 * Chromium that nobody watches, as a person's: a driver that follows each request of a page takes about a quarter of the processor's
 * time that small uploads do, from a machine that has none to spare.
 */
export async function launchBrowser(): Promise<Browser> {
  const { args, env = process.env, executablePath = chromium.executablePath() } = await chromiumLaunch()
  return launch({
    args: args ?? [],
    env,
    executablePath,
    headless: 'shell',
    networkEnabled: false,
    issuesEnabled: false,
    defaultViewport: { width: 1280, height: 720 },
    protocolTimeout: protocolTimeoutMs,
  })
}
