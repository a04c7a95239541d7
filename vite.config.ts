import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin'
import { playwright } from '@vitest/browser-playwright'
import { bundle } from 'lightningcss'
import { msw } from 'msw/vite'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'
import packageJson from './package.json' with { type: 'json' }
import { chromiumLaunch } from './test/support/chromium.mjs'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** The published entries, as package.json's `exports` and `bin` name them: `dist/x.js` is made of `src/x.ts`. */
const entries = Object.fromEntries(
  [...Object.values(packageJson.exports), ...Object.values(packageJson.bin)]
    .map((target) => (typeof target === 'object' ? target.default : target))
    .filter((file) => file.endsWith('.js'))
    .map((file) => file.replace(/^\.\/dist\/|\.js$/g, ''))
    .map((name) => [name, here(`src/${name}.ts`)]),
)

/** The package by its own name, as docs and embedders import it; only what `exports` names resolves. */
const ownName = Object.entries(packageJson.exports).flatMap(([name, target]) =>
  typeof target === 'object'
    ? [{ find: new RegExp(`^attachkit${name.slice(1)}$`), replacement: here(sourceOf(target.default)) }]
    : [],
)

function sourceOf(built: string): string {
  return built.endsWith('.css')
    ? built.replace('./dist/', 'src/styles/')
    : built.replace('./dist/', 'src/').replace(/js$/, 'ts')
}

/** What an embedder installs beside the kit is never copied into it. */
const external = [
  /^node:/,
  ...[...Object.keys(packageJson.dependencies), ...Object.keys(packageJson.peerDependencies)].map(
    (name) => new RegExp(`^${name}($|/)`),
  ),
]

const browserDependencies = [
  'react',
  'react-dom',
  'react-dom/client',
  'react/jsx-runtime',
  'react/jsx-dev-runtime',
  '@tanstack/react-query',
  '@tanstack/react-virtual',
  'react-dropzone',
  'hash-wasm',
  'idb-keyval',
  'react-hook-form',
  '@tanstack/react-form',
]

/** Run in a browser, in jsdom and in happy-dom alike: what an embedder's own tests stand on. */
const everywhereTests = ['test/testing/**/*.test.tsx', 'stories/docs/snippets/*.test.tsx']

/** On an origin of their own: a service worker takes over whatever page opens next, and hides its upload progress. */
const serviceWorkerTests = ['test/testing/**/*.browser.test.ts', 'test/docs/**/*.browser.test.tsx']

async function chromium() {
  return {
    enabled: true as const,
    headless: true,
    screenshotFailures: false,
    provider: playwright({ launchOptions: await chromiumLaunch() }),
    instances: [{ browser: 'chromium' as const }],
  }
}

/** Known before the first test asks: a dependency that is found on the way makes Vite reload the page under the test. */
const renderers = { include: ['react-dom/client', 'react-dom/server'] }

/** Resolves a package of React to its release 18.3, whoever imports it. */
function reactAs(name: 'react' | 'react-dom') {
  return { find: new RegExp(`^${name}(?=/|$)`), replacement: `${name}18` }
}

const library = {
  target: 'es2022',
  sourcemap: true,
  minify: false,
  copyPublicDir: false,
  lib: { entry: { ...entries, 'integrity/hashWorker': here('src/integrity/hashWorker.ts') }, formats: ['es' as const] },
  rolldownOptions: {
    external,
    output: { entryFileNames: '[name].js', preserveModules: true, preserveModulesRoot: 'src' },
  },
}

/**
 * Keeps the worker a module of its own, named as bundlers of embedders find it: `new URL('./hashWorker.js',
 * import.meta.url)`. Vite would inline it into an asset that only Vite itself can address.
 */
function hashWorker(): Plugin {
  const stand = '__hashWorkerUrl__'
  return {
    name: 'attachkit:hash-worker',
    enforce: 'pre',
    transform(code, id) {
      if (!id.endsWith('integrity/createHasher.ts')) return null
      return { code: code.replace("new URL('./hashWorker.ts', import.meta.url)", stand), map: null }
    },
    renderChunk(code) {
      if (!code.includes(stand)) return null
      return { code: code.replace(stand, "new URL('./hashWorker.js', import.meta.url)"), map: null }
    },
  }
}

/** The style sheets that package.json names, each of `src/styles`. */
const sheets = Object.values(packageJson.exports)
  .flatMap((target) => (typeof target === 'object' ? [target.default] : []))
  .filter((file) => file.endsWith('.css'))
  .map((file) => file.replace(/^\.\/dist\//, ''))

/** Each style sheet with its imports in one file, and the empty types that a side-effect import of it needs. */
function stylesheets(): Plugin {
  return {
    name: 'attachkit:stylesheets',
    generateBundle() {
      for (const fileName of sheets) {
        const { code } = bundle({ filename: here(`src/styles/${fileName}`), minify: true })
        this.emitFile({ type: 'asset', fileName, source: code })
        this.emitFile({ type: 'asset', fileName: `${fileName}.d.ts`, source: 'export {}\n' })
      }
    },
  }
}

const golden = Object.values(packageJson.exports)
  .filter((target) => typeof target === 'string')
  .map((file) => file.replace(/^\.\/dist\//, ''))
  .filter((file) => file.startsWith('testing/golden/'))

/** The data that is published as it stands. */
function goldenFiles(): Plugin {
  return {
    name: 'attachkit:golden-files',
    generateBundle() {
      for (const fileName of golden)
        this.emitFile({ type: 'asset', fileName, source: readFileSync(here(`src/${fileName}`)) })
    },
  }
}

const helpdeskStore = process.env['ATTACHKIT_STORE'] ?? ''

/** Loaded for the helpdesk page alone, and by Node itself: no test run has to bundle a server that it does not start. */
async function devServer(): Promise<Plugin> {
  const { attachkitDevServer } = await import(new URL('src/dev-server/index.ts', import.meta.url).href)
  return attachkitDevServer()
}

export default defineConfig(async ({ mode }) => ({
  cacheDir: here('node_modules/.cache/vite'),
  plugins: [
    react(),
    ...(mode === 'lib' ? [stylesheets(), hashWorker(), goldenFiles()] : [msw({ mode: 'worker-only' })]),
    ...(mode === 'helpdesk' ? [await devServer()] : []),
  ],
  // Found in the middle of a browser run they would reload the page, with a second React beside the first.
  optimizeDeps: { include: browserDependencies },
  resolve: { alias: ownName },
  // Which systems the helpdesk page offers: those that the development server has.
  ...(mode === 'helpdesk' ? { define: { 'import.meta.env.VITE_ATTACHKIT_STORE': JSON.stringify(helpdeskStore) } } : {}),
  ...(mode === 'lib' ? { base: './', build: library } : {}),
  test: {
    // No bar of speed: a guard for what hangs, with room for a machine that is busy.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    coverage: { provider: 'v8' as const, include: ['src/**/*.{ts,tsx}'] },
    projects: [
      {
        extends: true as const,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['test/**/*.test.ts', 'stories/docs/snippets/*.test.ts'],
          exclude: ['test/**/*.browser.test.ts', 'test/flows/**', 'test/stores/**', 'test/engines/**'],
          setupFiles: ['./test/support/unitSetup.ts'],
        },
      },
      {
        extends: true as const,
        test: {
          name: 'browser',
          include: ['test/**/*.test.tsx', 'test/**/*.browser.test.ts', ...everywhereTests],
          exclude: serviceWorkerTests,
          provide: { react: packageJson.devDependencies.react },
          setupFiles: ['./test/support/browserSetup.ts', './test/support/idlePage.ts'],
          globalSetup: ['./test/support/recordingServer.setup.ts', './test/support/builtSheets.setup.ts'],
          browser: await chromium(),
        },
        optimizeDeps: renderers,
      },
      ...(['jsdom', 'happy-dom'] as const).map((environment) => ({
        extends: true as const,
        test: {
          name: environment,
          environment,
          include: everywhereTests,
          setupFiles: ['./test/support/browserSetup.ts'],
        },
      })),
      {
        extends: true as const,
        test: { name: 'service-worker', include: serviceWorkerTests, browser: await chromium() },
      },
      {
        extends: true as const,
        // The same tests and sources on the other React that the package supports.
        cacheDir: here('node_modules/.cache/vite-react18'),
        resolve: { alias: [reactAs('react'), reactAs('react-dom')] },
        optimizeDeps: renderers,
        test: {
          name: 'browser-react18',
          include: ['test/react/**/*.test.tsx', 'test/components/**/*.test.tsx'],
          // <Activity> came with React 19.
          exclude: ['test/react/activity.test.tsx'],
          provide: { react: '18.3.1' },
          setupFiles: ['./test/support/browserSetup.ts', './test/support/idlePage.ts'],
          globalSetup: ['./test/support/recordingServer.setup.ts', './test/support/builtSheets.setup.ts'],
          browser: await chromium(),
        },
      },
      {
        extends: true as const,
        optimizeDeps: renderers,
        // Bars of time: told by a machine that does nothing else.
        test: {
          name: 'bench',
          include: ['test/bench/**/*.bench.tsx'],
          setupFiles: ['./test/support/browserSetup.ts', './test/support/idlePage.ts'],
          browser: await chromium(),
        },
      },
      {
        extends: true as const,
        optimizeDeps: renderers,
        test: {
          name: 'screenshots',
          include: ['test/screenshots/**/*.shots.tsx'],
          setupFiles: ['./test/support/browserSetup.ts', './test/support/idlePage.ts'],
          browser: await chromium(),
        },
      },
      {
        extends: true as const,
        plugins: [storybookTest({ configDir: here('.storybook') })],
        optimizeDeps: { include: ['axe-core'] },
        test: {
          name: 'storybook',
          setupFiles: ['./test/support/storybookSetup.ts', './test/support/idlePage.ts'],
          browser: await chromium(),
        },
      },
      {
        extends: true as const,
        test: {
          name: 'stores',
          // One after another: a test kills the gateway that the others upload to.
          fileParallelism: false,
          include: ['test/stores/**/*.test.ts'],
          exclude: ['test/stores/pages/**'],
          globalSetup: ['./test/stores/stores.setup.ts'],
          browser: await chromium(),
        },
      },
      {
        extends: true as const,
        // Starts a Ceph of its own, and the page as a person does.
        test: {
          name: 'store-pages',
          environment: 'node',
          include: ['test/stores/pages/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true as const,
        test: {
          name: 'engines',
          environment: 'node',
          include: ['test/engines/**/*.test.ts'],
          globalSetup: ['./test/engines/engines.setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
      {
        extends: true as const,
        test: {
          name: 'flows',
          environment: 'node',
          include: ['test/flows/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
}))
