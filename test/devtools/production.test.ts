import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { expect, it } from 'vitest'

const entry = fileURLToPath(new URL('../../src/devtools/index.ts', import.meta.url))

/** All scripts of a bundle, as an embedder's build makes it. */
async function bundled(nodeEnv: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': JSON.stringify(nodeEnv) },
    build: {
      write: false,
      minify: true,
      rolldownOptions: { external: /^react/ },
      lib: { entry, formats: ['es'], fileName: 'devtools' },
    },
  })
  const outputs = [built].flat().flatMap((each) => ('output' in each ? each.output : []))
  return outputs.map((output) => (output.type === 'chunk' ? output.code : '')).join('\n')
}

it('R77 is not part of a production build', async () => {
  expect(await bundled('development')).toContain('Copy diagnostics')
  const code = await bundled('production')
  expect(code).not.toContain('Copy diagnostics')
  expect(code.length).toBeLessThan(500)
})
