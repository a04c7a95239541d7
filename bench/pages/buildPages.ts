import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { build, type InlineConfig, type Plugin, type Rolldown } from 'vite'
import type { SubjectInfo } from './subjects.ts'

const bench = path.resolve(import.meta.dirname, '..')

/** Builds the page of each subject, as production code, into `{folder}/{subject}/subject.js` and `style.css`. */
export async function buildPages(subjects: readonly SubjectInfo[], folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true })
  for (const subject of subjects) {
    const entry = path.join(folder, 'entries', `${subject.id}.ts`)
    await mkdir(path.dirname(entry), { recursive: true })
    await writeFile(entry, entryOf(subject))
    await build({
      ...shared,
      build: {
        ...shared.build,
        outDir: path.join(folder, subject.id),
        rolldownOptions: { input: { subject: entry }, output: outputNames },
      },
    })
    const css = path.join(folder, subject.id, 'style.css')
    await writeFile(css, '', { flag: 'a' })
  }
}

export interface BundleChunks {
  /** Loaded with the page. */
  initial: string[]
  /** Loaded when it is needed. */
  later: string[]
  css: string[]
}

/** The code a subject brings, minified, without React, and without the bench's own rows. */
export async function bundleSubject(subject: SubjectInfo): Promise<BundleChunks> {
  const result = await build({
    ...shared,
    plugins: [pageOf(subject)],
    build: {
      ...shared.build,
      write: false,
      rolldownOptions: {
        input: { subject: pageEntry },
        external: [/^react($|\/)/, /^react-dom($|\/)/, /peers\/Rows/, /\.\/Rows/],
        output: outputNames,
      },
    },
  })
  const { output } = (Array.isArray(result) ? result[0] : result) as Rolldown.RolldownOutput
  return splitChunks(output)
}

const pageEntry = path.join(bench, 'page.ts')

/** A page that uses the subject, and exports nothing: modules that parts loaded later use too may stay with it. */
function pageOf({ module }: SubjectInfo): Plugin {
  const code = `import { mount } from ${JSON.stringify(path.join(bench, module))}\nglobalThis.mount = mount\n`
  return {
    name: 'page',
    resolveId: (id) => (id === pageEntry ? id : null),
    load: (id) => (id === pageEntry ? code : null),
  }
}

function splitChunks(output: Rolldown.RolldownOutput['output']): BundleChunks {
  const chunks = new Map(output.flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file]] : [])))
  const initial = new Set<string>()
  const take = (name: string) => {
    if (initial.has(name) || !chunks.has(name)) return
    initial.add(name)
    chunks.get(name)!.imports.forEach(take)
  }
  for (const [name, chunk] of chunks) if (chunk.isEntry && name.startsWith('subject')) take(name)
  const codeOf = (wanted: boolean) =>
    [...chunks].filter(([name]) => initial.has(name) === wanted).map(([, chunk]) => chunk.code)
  const css = output.flatMap((file) =>
    file.type === 'asset' && file.fileName.endsWith('.css') ? [String(file.source)] : [],
  )
  return { initial: codeOf(true), later: codeOf(false), css }
}

function entryOf({ module }: SubjectInfo): string {
  const at = (file: string) => JSON.stringify(path.join(bench, file))
  return `import { mount } from ${at(module)}\nimport { drive } from ${at('pages/driver.ts')}\ndrive(mount)\n`
}

const outputNames = {
  entryFileNames: '[name].js',
  chunkFileNames: '[name]-[hash].js',
  assetFileNames: '[name][extname]',
} as const

const shared = {
  configFile: false,
  root: bench,
  logLevel: 'error',
  base: './',
  mode: 'production',
  define: { 'process.env.NODE_ENV': '"production"' },
  resolve: {
    // One React for the peers and the kit, whose own copy lies elsewhere.
    dedupe: ['react', 'react-dom'],
    alias: [
      { find: /^attachkit\/styles\.css$/, replacement: path.join(bench, '../dist/styles.css') },
      { find: /^attachkit\/(.+)$/, replacement: path.join(bench, '../dist/$1/index.js') },
      { find: /^attachkit$/, replacement: path.join(bench, '../dist/index.js') },
    ],
  },
  build: {
    target: 'es2022',
    cssCodeSplit: false,
    emptyOutDir: false,
    chunkSizeWarningLimit: 5000,
    modulePreload: { polyfill: false },
  },
} satisfies InlineConfig
