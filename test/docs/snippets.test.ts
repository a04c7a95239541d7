import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import packageJson from '../../package.json' with { type: 'json' }

const root = fileURLToPath(new URL('../../', import.meta.url))
const read = (path: string) => readFileSync(`${root}${path}`, 'utf8')
const filesOf = (folder: string) => readdirSync(`${root}${folder}`)

const readme = read('README.md')
const pages = filesOf('stories/docs').filter((name) => name.endsWith('.mdx'))
const snippets = filesOf('stories/docs/snippets')
const codeOf = (snippet: string) => read(`stories/docs/snippets/${snippet}`)

/** Fenced blocks of code that could rot. */
function codeBlocks(markdown: string): string[] {
  return [...markdown.matchAll(/^```(?:tsx?|jsx?)\n(.*?)^```/gms)].map(([, code = '']) => code)
}

/** Whether the lines of an excerpt stand in the snippet in the same order; what lies between may be left out. */
function isPartOf(excerpt: string, snippet: string): boolean {
  const left = linesOf(snippet)
  return linesOf(excerpt).every((line) => {
    const at = left.indexOf(line)
    left.splice(0, at + 1)
    return at >= 0
  })
}

function linesOf(code: string): string[] {
  return code
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** What a module imports from elsewhere than its own folder. */
function importsOf(code: string): string[] {
  return [...code.matchAll(/(?:^import|\bfrom) '([^'.][^']*)'/gm)].map(([, name = '']) => name)
}

function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
}

const published = new Set(Object.keys(packageJson.exports).map((name) => `attachkit${name.slice(1)}`))
const installed = new Set([...Object.keys(packageJson.peerDependencies), ...Object.keys(packageJson.devDependencies)])

describe('what the documentation shows', () => {
  it('every block of the README is a snippet that is compiled and run', () => {
    const known = snippets.map(codeOf)
    const blocks = codeBlocks(readme)
    expect(blocks.length).toBeGreaterThan(1)
    expect(blocks.filter((block) => !known.some((snippet) => isPartOf(block, snippet)))).toEqual([])
  })

  it.each(pages)('%s shows code by including snippets, and has none of its own', (page) => {
    const text = read(`stories/docs/${page}`)
    expect(codeBlocks(text)).toEqual([])
    const included = [...text.matchAll(/from '\.\/snippets\/([^'?]+)/g)].map(([, name]) => name)
    for (const name of included) expect(snippets).toContain(name)
  })

  it.each(snippets)('%s is shown somewhere', (snippet) => {
    const everywhere = pages.map((page) => read(`stories/docs/${page}`)).join('\n')
    expect(everywhere).toContain(`/snippets/${snippet}?raw`)
  })

  it.each(snippets.filter((name) => /tsx?$/.test(name)))('%s imports what an app can import', (snippet) => {
    const strangers = importsOf(codeOf(snippet)).filter(
      (name) => !published.has(name) && !installed.has(packageOf(name)),
    )
    expect(strangers).toEqual([])
  })

  it('R78 the form is tested in thirty lines at most, with no global stubbed', () => {
    const test = codeOf('TicketForm.test.tsx')
    expect(test.trimEnd().split('\n').length).toBeLessThanOrEqual(30)
    expect(test).not.toMatch(/stubGlobal|globalThis|window\.|vi\.mock/)
  })

  it('the first code of the README comes early', () => {
    expect(readme.split('\n').findIndex((line) => line.startsWith('```tsx'))).toBeLessThan(35)
  })
})
