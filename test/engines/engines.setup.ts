import { installPackages } from '../support/installPackages.ts'

/** Browsers that come from Debian's packages, unlike Chromium, which npm brings. */
export default function installEngines(): Promise<void> {
  const firefox = process.env['FIREFOX_PATH'] ? {} : { 'firefox-esr': 'firefox-esr' }
  return installPackages({
    neededBy: 'The engine tests',
    product: 'Firefox and WebKitGTK',
    packageOf: { ...firefox, WebKitWebDriver: 'webkit2gtk-driver', Xvfb: 'xvfb' },
  })
}
