import { rm } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const root = fileURLToPath(new URL('../../../', import.meta.url))

/** Builds what is published into a folder of its own, from which the package's dependencies can be found. */
export async function buildPackage(
  name: string,
): Promise<{ file: (target: string) => string; remove: () => Promise<void> }> {
  const outDir = path.join(root, 'node_modules/.cache', name)
  const before = process.env['NODE_ENV']
  await build({ root, mode: 'lib', logLevel: 'error', build: { outDir, emptyOutDir: true } })
  process.env['NODE_ENV'] = before
  return {
    file: (target) => path.join(outDir, target.replace('./dist/', '')),
    remove: () => rm(outDir, { recursive: true, force: true }),
  }
}
