import type { Verdict } from './bars.ts'
import type { Machine } from './machine.ts'
import type { MeasureSummary } from './summary.ts'
import { formatTable } from './table.ts'

/** A whole run: what `bench/results.json` holds. */
export interface Report {
  machine: Machine
  rounds: number
  seconds: number
  summaries: MeasureSummary[]
  verdicts: readonly Verdict[]
}

/** The tables and the bars, as Markdown. */
export function formatReport({ machine, rounds, summaries, verdicts }: Report): string {
  return [
    `${machine.date}, ${machine.cpu}, ${machine.browser}, Node ${machine.node}; medians of up to ${rounds} rounds, subjects in turn.`,
    `Versions: ${Object.entries(machine.versions)
      .map(([name, version]) => `${name} ${version}`)
      .join(', ')}.`,
    ...summaries.map(formatTable),
    formatVerdicts(verdicts),
  ].join('\n\n')
}

function formatVerdicts(verdicts: readonly Verdict[]): string {
  return verdicts
    .map(({ isMet, limit, text, value }) => `- ${isMet ? 'met' : 'MISSED'}: ${text}: ${value} (bar ${limit})`)
    .join('\n')
}
