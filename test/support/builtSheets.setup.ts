import { fileURLToPath } from 'node:url'
import { bundle } from 'lightningcss'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** The style sheets as a build for older browsers leaves them, by file of `src/styles`. */
    builtSheets: Readonly<Record<string, string>>
  }
}

const files = ['styles.css', 'themes/slate.css', 'themes/clay.css', 'themes/signal.css']

/** Chrome 111 has no `light-dark()`; it is in the default targets of Vite. */
const targets = { chrome: 111 << 16 }

function build(file: string): string {
  const filename = fileURLToPath(new URL(`../../src/styles/${file}`, import.meta.url))
  return bundle({ filename, targets, minify: true }).code.toString()
}

/** Compiles the style sheets as an embedder's build does; tests read them with `inject('builtSheets')`. */
export default function setup(project: TestProject): void {
  project.provide('builtSheets', Object.fromEntries(files.map((file) => [file, build(file)])))
}
