import { gzipSync } from 'node:zlib'
import { build, type Plugin, type Rolldown } from 'vite'

/** Bytes, minified and compressed. */
export interface Load {
  /** What a page loads before anything is done on it. */
  firstBytes: number
  /** What it may load afterwards. */
  laterBytes: number
}

/** The packages that an embedder has already. */
const peers = [/^react($|\/)/, /^react-dom($|\/)/, '@tanstack/react-query']

const entry = 'page.js'

/** Vite's own 0.7 kB for parts that are loaded later: the embedder's, whatever the parts are. */
const withoutPreloader: Plugin = {
  name: 'without-preloader',
  enforce: 'pre',
  load: (id) => (id.includes('vite/preload-helper') ? 'export const __vitePreload = (load) => load()' : null),
}

/** Bundles a page's module as an embedder's production build does, from the package as it is published. */
async function bundle(root: string, code: string): Promise<readonly Rolldown.OutputChunk[]> {
  const built = await build({
    root,
    configFile: false,
    envFile: false,
    logLevel: 'silent',
    plugins: [
      {
        name: 'page',
        resolveId: (id) => (id === entry ? `${root}/${entry}` : null),
        load: (id) => (id === `${root}/${entry}` ? code : null),
      },
      withoutPreloader,
    ],
    build: {
      write: false,
      copyPublicDir: false,
      target: 'es2022',
      rolldownOptions: {
        input: entry,
        external: peers,
      },
    },
  })
  if (!('output' in built)) throw new Error('size: not one bundle')
  return built.output.filter((file) => file.type === 'chunk')
}

export async function measure(root: string, code: string): Promise<Load> {
  const chunks = await bundle(root, code)
  const first = loadedWith(chunks)
  return {
    firstBytes: sum(chunks.filter(({ fileName }) => first.has(fileName))),
    laterBytes: sum(chunks.filter(({ fileName }) => !first.has(fileName))),
  }
}

/** The modules that are loaded at first, largest first, each as if compressed alone: good for comparing, not for adding up. */
export async function listFirstModules(root: string, code: string): Promise<readonly { id: string; bytes: number }[]> {
  const chunks = await bundle(root, code)
  const first = loadedWith(chunks)
  return chunks
    .filter(({ fileName }) => first.has(fileName))
    .flatMap(({ modules }) => Object.entries(modules))
    .map(([id, module]) => ({ id: id.replace(`${root}/`, ''), bytes: gzipBytes(module.code ?? '') }))
    .sort((one, other) => other.bytes - one.bytes)
}

/** The entry's chunk and all that it imports as it starts. */
function loadedWith(chunks: readonly Rolldown.OutputChunk[]): ReadonlySet<string> {
  const found = new Set<string>()
  const walk = (chunk: Rolldown.OutputChunk | undefined) => {
    if (!chunk || found.has(chunk.fileName)) return
    found.add(chunk.fileName)
    for (const name of chunk.imports) walk(chunks.find(({ fileName }) => fileName === name))
  }
  walk(chunks.find(({ isEntry }) => isEntry))
  return found
}

function sum(chunks: readonly Rolldown.OutputChunk[]): number {
  return chunks.reduce((bytes, { code }) => bytes + gzipBytes(code), 0)
}

export function gzipBytes(text: string | Uint8Array): number {
  return gzipSync(text, { level: 9 }).length
}
