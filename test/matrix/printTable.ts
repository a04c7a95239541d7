import type { FaultRow } from './faultRow.ts'
import type { Outcome } from './runRow.ts'

export interface Line {
  row: FaultRow
  outcome: Outcome
}

/** Tries of the row's own stage. */
export function triesOf({ row, outcome }: Line): number {
  const step = row.stage === 'PUT' || row.stage === 'POST' ? 'transfer' : row.stage
  return outcome.tries[step]
}

/** The figures of a run, a row each. */
export function formatTable(lines: readonly Line[]): string {
  const cells = lines.map((line) => {
    const { row, outcome } = line
    const said = outcome.storageCode ?? outcome.status ?? ''
    return [row.vendor, row.stage, row.fault, outcome.code, String(said), `${triesOf(line)}x`, `${outcome.ms} ms`]
  })
  const all = [['vendor', 'stage', 'fault', 'ends in', 'storage said', 'tries', 'time'], ...cells]
  const widths = all[0]!.map((_, column) => Math.max(...all.map((line) => line[column]!.length)))
  return all
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
