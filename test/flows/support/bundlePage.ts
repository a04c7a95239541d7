import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright'
import { build } from 'vite'

/** A module and all it imports as one script, built as an embedder's production build would be. */
export async function bundlePage(entry: URL): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: { write: false, minify: false, lib: { entry: fileURLToPath(entry), formats: ['iife'], name: 'attachkitPage' } },
  })
  const outputs = [built].flat()
  for (const output of outputs) if ('output' in output) return output.output[0].code
  throw new Error('Vite built nothing.')
}

/**
 * Opens a page that runs nothing but `script`, on the origin of `url`. Nothing is intercepted afterwards: preflights and
 * connections are the browser's own, and no development client reloads the page when its server restarts.
 */
export async function openBundledPage(page: Page, url: string, script: string): Promise<void> {
  const address = `${url}/bundled-page`
  const body = `<!doctype html><meta charset="utf-8"><title>attachkit</title><body></body><script>${script.replaceAll('</script', '<\\/script')}</script>`
  await page.route(address, (route) => route.fulfill({ contentType: 'text/html', body }))
  await page.goto(address)
  await page.unroute(address)
}
