import type { Load } from './bundle.ts'

export interface Row extends Load {
  name: string
  bars: Load
}

const start = '<!-- size:start -->'
const end = '<!-- size:end -->'

/** What the README may say too little before it counts as wrong. */
const toleranceBytes = 1000

export function formatTable(rows: readonly Row[]): string {
  return [
    '| min+gzip | at first | bar | later, as needed |',
    '|---|---:|---:|---:|',
    ...rows.map(
      ({ name, bars, firstBytes, laterBytes }) =>
        `| ${name} | ${kB(firstBytes)} | ${kB(bars.firstBytes)} | ${laterBytes === 0 ? '' : kB(laterBytes)} |`,
    ),
  ].join('\n')
}

/** One sentence for each bar that is passed, and for each figure of the README that has become too small. */
export function findBreaches(rows: readonly Row[], figures: ReadonlyMap<string, number> | undefined): string[] {
  return rows.flatMap(({ name, bars, firstBytes, laterBytes }) => {
    const faults: string[] = []
    if (firstBytes > bars.firstBytes) {
      faults.push(`${name} loads ${kB(firstBytes)} at first, above its bar of ${kB(bars.firstBytes)}`)
    }
    if (laterBytes > bars.laterBytes) {
      faults.push(`${name} loads ${kB(laterBytes)} later, above its bar of ${kB(bars.laterBytes)}`)
    }
    const said = figures?.get(name)
    if (said !== undefined && firstBytes > said + toleranceBytes) {
      faults.push(`the README says ${kB(said)} of ${name}: npm run size -- --readme`)
    }
    return faults
  })
}

/** Bytes loaded at first, as the README's table has them, by subject. */
export function readFigures(readme: string): ReadonlyMap<string, number> {
  const lines = between(readme).text.split('\n')
  return new Map(
    lines.flatMap((line) => {
      const [, name, first] = /^\| (.+?) \| ([\d.]+) kB \|/.exec(line) ?? []
      return name && first ? [[name, Number(first) * 1000] as const] : []
    }),
  )
}

export function placeInReadme(readme: string, table: string): string {
  const { before, after } = between(readme)
  return `${before}\n${table}\n${after}`
}

function between(readme: string) {
  const from = readme.indexOf(start)
  const to = readme.indexOf(end)
  if (from < 0 || to < from) throw new Error(`size: the README needs the lines ${start} and ${end}`)
  return { before: readme.slice(0, from + start.length), text: readme.slice(from, to), after: readme.slice(to) }
}

export function kB(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`
}
