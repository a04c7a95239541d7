import { describe, expect, it } from 'vitest'
import { cleanName, displayName } from '../../src/engine/displayName.ts'
import { fileMeta } from '../../src/engine/fileMeta.ts'
import { oddNames } from '../support/oddNames.ts'

describe('displayName', () => {
  it.each(oddNames)('R48 shows %j as %j', (name, shown) => {
    expect(displayName(name)).toBe(shown)
  })

  it.each(oddNames)('R48 shows the same after another round, for %j', (name, shown) => {
    expect(displayName(displayName(cleanName(name)))).toBe(shown)
  })

  it.each(['', '\u202E', '\u0000\n', '   '])('shows something for %j, of which nothing is seen', (name) => {
    expect(displayName(name)).toBe('_')
  })
})

describe('cleanName', () => {
  it.each(oddNames)('R49 can be encoded everywhere, made of %j', (name) => {
    expect(() => encodeURIComponent(cleanName(name))).not.toThrow()
  })

  it('R48 goes to the backend, composed, while the file keeps its name', () => {
    const file = new File([], 'u\u0308ber.pdf')
    expect(fileMeta(file, 'A\u0308/u\u0308ber.pdf')).toMatchObject({
      name: '\u00FCber.pdf',
      relativePath: '\u00C4/\u00FCber.pdf',
    })
    expect(file.name).toBe('u\u0308ber.pdf')
  })
})
