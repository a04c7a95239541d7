import { readFile, writeFile } from 'node:fs/promises'
import { formatReport, type Report } from './report.ts'

const start = '<!-- bench:start -->'
const end = '<!-- bench:end -->'

/** Puts the report between the marks of the README. */
export async function writeReadme(file: string, report: Report): Promise<void> {
  await writeFile(file, placeBetweenMarks(await readFile(file, 'utf8'), formatReport(report)))
}

/** The text with everything between the marks replaced. Throws where a mark is missing. */
export function placeBetweenMarks(text: string, content: string): string {
  const from = text.indexOf(start)
  const to = text.indexOf(end)
  if (from < 0 || to < from) throw new Error(`bench: the README needs the lines ${start} and ${end}`)
  return `${text.slice(0, from + start.length)}\n${content.trim()}\n${text.slice(to)}`
}
