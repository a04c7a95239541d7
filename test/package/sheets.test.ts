import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { bundle } from 'lightningcss'
import { describe, expect, it } from 'vitest'
import packageJson from '../../package.json' with { type: 'json' }

/** Every published style sheet. */
const sheets = Object.entries(packageJson.exports).flatMap(([name, target]) =>
  typeof target === 'object' && target.default.endsWith('.css') ? [{ name, target }] : [],
)

const source = (built: string) => new URL(built.replace('./dist/', '../../src/styles/'), import.meta.url)

/** What stands at the top of a sheet, its blocks emptied. */
function withoutBlocks(css: string): string {
  let depth = 0
  return css.replace(/[{}]|[^{}]+/g, (piece) => {
    if (piece === '}') depth -= 1
    const kept = depth === 0 ? piece : ''
    if (piece === '{') depth += 1
    return kept
  })
}

describe('published style sheets', () => {
  it.each(sheets)('R73 $name keeps to the layers of the kit, and types its import', ({ target }) => {
    const css = bundle({ filename: fileURLToPath(source(target.default)), minify: true }).code.toString()
    expect(withoutBlocks(css)).toMatch(/^(?:@layer attachkit\.(?:tokens|components)(?:;|{}))+$/)
    expect(css.indexOf('attachkit.components')).toBeGreaterThan(css.indexOf('attachkit.tokens'))
    expect(target.types).toBe(`${target.default}.d.ts`)
  })

  it('R73 have a name for each token set', () => {
    const files = readdirSync(new URL('../../src/styles/themes/', import.meta.url))
    const names = ['./styles.css', ...files.map((file) => `./themes/${file}`)]
    expect(sheets.map(({ name }) => name).toSorted()).toEqual(names.toSorted())
  })
})
