import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright'
import { build } from 'vite'

/** A module and all it imports as one script, built as an embedder's production build would be. */
export async function bundlePage(entry: URL): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    // The test run's own NODE_ENV would ask for the development runtime.
    oxc: { jsx: { runtime: 'automatic', development: false } },
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      minify: false,
      lib: { entry: fileURLToPath(entry), formats: ['iife'], name: 'attachkitPage' },
    },
  })
  const outputs = [built].flat()
  for (const output of outputs) if ('output' in output) return output.output[0].code
  throw new Error('Vite built nothing.')
}

/**
 * Opens a page that runs nothing but `script`, on the origin of `url`. The document is one that the server itself answers
 * with: preflights and connections are then the browser's own (a document that Playwright makes up may not call a loopback
 * address), and no development client reloads the page when its server restarts.
 */
export async function openBundledPage(page: Page, url: string, script: string): Promise<void> {
  await page.goto(`${url}/api/simulator/switches`)
  // Playwright's own listeners come with its first wait: they are there before the page counts its own.
  await page.waitForFunction(() => true)
  const broken = new Promise<never>((_, reject) => page.once('pageerror', reject))
  broken.catch(() => {})
  await Promise.race([page.addScriptTag({ content: script }).then(() => page.evaluate('0')), broken])
}
