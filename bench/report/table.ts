import type { Figure } from '../measures/measure.ts'
import type { MeasureSummary, SummaryCell } from './summary.ts'

/** A measure as a Markdown table: medians, their spread, and how many times the floor. */
export function formatTable({ about, figures, rows, title }: MeasureSummary): string {
  const head = ['', ...figures.map(({ label }) => label)]
  const body = rows.map(({ cells, name, problem }) =>
    problem === undefined || Object.values(cells).some(({ median }) => Number.isFinite(median))
      ? [name, ...figures.map((figure) => formatCell(figure, cells[figure.id]!))]
      : [name, problem, ...figures.slice(1).map(() => '')],
  )
  return `**${title}**: ${about}.\n\n${alignRows([head, ...body])}\n`
}

export function formatCell({ unit }: Figure, { median, ratio, spread }: SummaryCell): string {
  if (!Number.isFinite(median)) return '–'
  const around = spread >= 0.005 ? ` ±${Math.round(spread * 100)} %` : ''
  const times = Number.isFinite(ratio) ? ` (${ratio.toFixed(2)} ×)` : ''
  return `${formatValue(median, unit)}${around}${times}`
}

function formatValue(value: number, unit: Figure['unit']): string {
  if (unit === 'ms') return value >= 1000 ? `${(value / 1000).toFixed(2)} s` : `${Math.round(value)} ms`
  const number = unit === 'count' ? String(Math.round(value)) : value.toFixed(1)
  return unit === 'count' ? number : `${number}${unit === '/s' ? '' : ' '}${unit}`
}

/** Names to the left, figures to the right. */
function pad(text: string, width: number, column: number): string {
  return column === 0 ? text.padEnd(width) : text.padStart(width)
}

function alignRows([head, ...body]: string[][]): string {
  const widths = head!.map((_, column) => Math.max(3, ...[head!, ...body].map((row) => row[column]!.length)))
  const line = (row: string[]) => `| ${row.map((text, column) => pad(text, widths[column]!, column)).join(' | ')} |`
  const rule = `| ${widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`
  return [line(head!), rule, ...body.map(line)].join('\n')
}
