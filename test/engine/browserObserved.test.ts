import { describe, expect, it } from 'vitest'
import { resolveContentType } from '../../src/engine/contentType.ts'
import { findUnsendableHeader } from '../../src/engine/forbiddenHeaders.ts'
import { matchesAccept } from '../../src/engine/matchesAccept.ts'
import observed from '../vectors/browser-observed.json' with { type: 'json' }

/** What three engines report for the same file. */
const files = Object.entries(observed.fileTypeByExtension).map(([name, byEngine]) => ({
  name,
  reported: [...new Set(Object.values(byEngine))],
}))

const extensionOf = (name: string) => /\.\w+$/.exec(name)?.[0]

describe('the type of a file, as three engines report it', () => {
  it.each(files)('R14 $name has a content type, resolved once', ({ name, reported }) => {
    for (const type of reported) {
      const contentType = resolveContentType(name, type)
      expect(contentType).toMatch(/^[a-z]+\/[\w.+-]+$/)
      expect(resolveContentType(name, contentType)).toBe(contentType)
    }
  })

  it.each(files.filter(({ name }) => extensionOf(name)))('R32 $name fits its extension in every engine', (file) => {
    for (const type of file.reported) {
      const contentType = resolveContentType(file.name, type)
      expect(matchesAccept({ name: file.name, contentType }, [extensionOf(file.name)!])).toBe(true)
    }
  })

  it.each(files.filter(({ reported }) => reported.length > 1))(
    'R32 $name fits a rule written after any engine, in every other',
    ({ name, reported }) => {
      for (const rule of reported.filter((type) => type !== '')) {
        const refusedBy = reported.filter(
          (type) => !matchesAccept({ name, contentType: resolveContentType(name, type) }, [rule]),
        )
        expect([rule, refusedBy]).toEqual([rule, []])
      }
    },
  )
})

describe('header values that engines send in different bytes', () => {
  it('R13 are refused before anything is sent', () => {
    const { 'xhr-latin1-header': latin1 } = observed.headerByteString
    expect(latin1.chromium.sent).not.toBe(latin1.webkit.sent)
    const sentByChromium = Buffer.from(latin1.chromium.sent, 'hex').toString('latin1')
    expect(findUnsendableHeader({ 'x-oss-meta-name': sentByChromium })).toContain('x-oss-meta-name')
    expect(findUnsendableHeader({ 'x-oss-meta-name': '名.txt' })).toContain('x-oss-meta-name')
  })

  it('R13 every header that all engines sent may be handed out', () => {
    const { chromium } = observed.preflight['xhr-forbidden']
    const names = chromium[0]!.headers!.split(',')
    expect(names).toContain('authorization')
    expect(findUnsendableHeader(Object.fromEntries(names.map((name) => [name, 'x'])))).toBeUndefined()
  })

  it('R13 a header that only some engines send is refused', () => {
    const [chromium, firefox] = [
      observed.preflight['xhr-forbidden'].chromium,
      observed.preflight['xhr-forbidden'].firefox,
    ]
    const sentBy = (all: typeof chromium) => new Set(all[0]!.headers!.split(','))
    const disputed = [...sentBy(firefox)].filter((name) => !sentBy(chromium).has(name))
    expect(disputed).toEqual(['user-agent'])
    expect(findUnsendableHeader({ 'User-Agent': 'x' })).toContain('User-Agent')
  })
})
