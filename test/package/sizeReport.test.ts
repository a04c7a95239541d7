import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { findBreaches, formatTable, placeInReadme, readFigures, type Row } from './size/report.ts'
import { subjects } from './size/subjects.ts'

const bars = { firstBytes: 8000, laterBytes: 24_000 }
const hooks: Row = { name: 'hooks', bars, firstBytes: 7806, laterBytes: 20_174 }

describe('size report', () => {
  it('R77 passes what is below its bars', () => {
    expect(findBreaches([hooks], undefined)).toEqual([])
  })

  it('R77 names the subject, what it loads, and the bar that it passes', () => {
    const large: Row = { ...hooks, firstBytes: 8100, laterBytes: 24_100 }
    expect(findBreaches([large], undefined)).toEqual([
      'hooks loads 8.1 kB at first, above its bar of 8.0 kB',
      'hooks loads 24.1 kB later, above its bar of 24.0 kB',
    ])
  })

  it('notices a README that promises too little, and says how to mend it', () => {
    const readme = placeInReadme('<!-- size:start -->\n<!-- size:end -->', formatTable([hooks]))
    expect(findBreaches([hooks], readFigures(readme))).toEqual([])
    const grown: Row = { ...hooks, bars: { ...bars, firstBytes: 10_000 }, firstBytes: 9000 }
    expect(findBreaches([grown], readFigures(readme))).toEqual([
      'the README says 7.8 kB of hooks: npm run size -- --readme',
    ])
  })

  it('R77 README has a figure for all but adapters that are newer', async () => {
    const lasting = subjects.map(({ name }) => name).filter((name) => !name.startsWith('adapter '))
    const figures = readFigures(await readFile(new URL('../../README.md', import.meta.url), 'utf8'))
    expect([...figures.keys()]).toEqual(expect.arrayContaining([...lasting, 'styles']))
  })
})
