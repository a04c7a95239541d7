import { existsSync } from 'node:fs'
import { installPackages } from '../support/installPackages.ts'

/** Browsers that come from Debian's packages, unlike Chromium, which npm brings. Without them nothing is run, and nothing passes. */
export default function installEngines(): Promise<void> {
  const firefox = process.env['FIREFOX_PATH']
  if (firefox && !existsSync(firefox)) {
    throw new Error(`FIREFOX_PATH names ${firefox}, and nothing is there. Name a Firefox, or unset it for Debian's.`)
  }
  return installPackages({
    neededBy: 'The engine tests',
    product: 'Firefox and WebKitGTK',
    packageOf: {
      ...(firefox ? {} : { 'firefox-esr': 'firefox-esr' }),
      WebKitWebDriver: 'webkit2gtk-driver',
      Xvfb: 'xvfb',
    },
  })
}
