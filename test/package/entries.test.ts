import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import packageJson from '../../package.json' with { type: 'json' }

const source = (target: string) =>
  new URL(target.replace('./dist/', '../../src/').replace(/\.js$/, '.ts'), import.meta.url)

/** Every published module, by the name that an embedder imports. */
const entries = Object.entries(packageJson.exports).flatMap(([name, target]) =>
  typeof target === 'object' && target.default.endsWith('.js') ? [{ name, url: source(target.default) }] : [],
)

function snapshotOfGlobals(): readonly string[] {
  const prototypes = [Object, Array, String, Promise, Map, Set, Error, EventTarget, Blob, File].map(
    (type) => type.prototype,
  )
  return [globalThis, ...prototypes].flatMap((each) => Object.getOwnPropertyNames(each))
}

describe('entries', () => {
  // First, since a module runs only once.
  it('R77 nothing happens on import: no global is added, no built-in is changed', async () => {
    const before = snapshotOfGlobals()
    for (const { url } of entries) await import(/* @vite-ignore */ url.href)
    expect(snapshotOfGlobals()).toEqual(before)
  })

  it.each(entries)('R38 $name can be imported in Node, where there is no window', async ({ url }) => {
    expect(existsSync(fileURLToPath(url))).toBe(true)
    expect(globalThis).not.toHaveProperty('window')
    const entry: object = await import(/* @vite-ignore */ url.href)
    expect(Object.keys(entry)).not.toEqual([])
  })

  it('each entry is named, none by a wildcard', () => {
    expect(Object.keys(packageJson.exports).filter((name) => name.includes('*'))).toEqual([])
  })
})
