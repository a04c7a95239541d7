/**
 * `npm run size`: what the built package costs a page, against the bars of R77. `-- --readme` writes the table into the README,
 * `-- --modules "a ticket form"` lists what a subject loads at first.
 */
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { transform } from 'lightningcss'
import { gzipBytes, listFirstModules, measure } from './bundle.ts'
import { findBreaches, formatTable, kB, placeInReadme, readFigures, type Row } from './report.ts'
import { stylesBytes, subjects } from './subjects.ts'

const root = path.resolve(import.meta.dirname, '../../..')
const readme = path.join(root, 'README.md')

const { values } = parseArgs({ options: { readme: { type: 'boolean' }, modules: { type: 'string' } } })
if (values.modules === undefined) await check()
else await showModules(values.modules)

async function check(): Promise<void> {
  const rows: Row[] = []
  for (const subject of subjects) rows.push({ ...subject, ...(await measure(root, subject.code)) })
  rows.push({ name: 'styles', bars: { firstBytes: stylesBytes, laterBytes: 0 }, ...(await measureStyles()) })
  console.log(formatTable(rows))

  const text = await readFile(readme, 'utf8')
  if (values.readme) await writeFile(readme, placeInReadme(text, formatTable(rows)))
  const faults = findBreaches(rows, values.readme ? undefined : readFigures(text))
  for (const fault of faults) console.error(`size: ${fault}`)
  if (faults.length > 0) process.exitCode = 1
}

async function measureStyles() {
  const filename = path.join(root, 'dist/styles.css')
  const { code } = transform({ filename, code: await readFile(filename), minify: true })
  return { firstBytes: gzipBytes(code), laterBytes: 0 }
}

async function showModules(name: string): Promise<void> {
  const subject = subjects.find((each) => each.name.startsWith(name))
  if (!subject) throw new Error(`size: no subject begins with ${name}`)
  const modules = await listFirstModules(root, subject.code)
  for (const { id, bytes } of modules) console.log(`${kB(bytes).padStart(8)}  ${id}`)
}
