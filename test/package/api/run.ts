/**
 * `npm run api -- --check` (part of `npm run check`): fails when the built declarations that embedders can reach are not those of
 * the committed report. `npm run api` accepts the change; its diff is then read with the rest of the commit.
 */
import { execFileSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import packageJson from '../../../package.json' with { type: 'json' }
import { plainDeclarations } from './plainDeclarations.ts'

const root = path.resolve(import.meta.dirname, '../../..')
const report = path.join(import.meta.dirname, 'report.txt')

const built = await readApi()
if (!process.argv.includes('--check')) await writeFile(report, built)
else if ((await readFile(report, 'utf8').catch(() => '')) !== built) await showDifference()

/** Every declaration file that the entries lead to, without comments. */
async function readApi(): Promise<string> {
  const entries = Object.entries(packageJson.exports).flatMap(([name, target]) =>
    typeof target === 'object' ? [{ name, file: path.join(root, target.types) }] : [],
  )
  const files = new Map<string, string>()
  const left = entries.map(({ file }) => file)
  for (let file = left.pop(); file !== undefined; file = left.pop()) {
    if (files.has(file)) continue
    const { text, imports } = plainDeclarations(await readFile(file, 'utf8'))
    files.set(file, text)
    left.push(...imports.map((name) => path.resolve(path.dirname(file ?? root), name)))
  }
  const named = entries.map(({ name, file }) => `${name} ${path.relative(root, file)}`)
  const blocks = [...files].map(([file, text]) => `== ${path.relative(root, file)}\n${text}`)
  return `${[...named.toSorted(), ...blocks.toSorted()].join('\n')}\n`
}

async function showDifference(): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'attachkit-api-'))
  const now = path.join(folder, 'report.txt')
  await writeFile(now, built)
  try {
    execFileSync('git', ['diff', '--no-index', '--unified=1', report, now], { stdio: 'inherit' })
  } catch {
    // It ends with 1 where there is a difference.
  }
  await rm(folder, { recursive: true })
  console.error('api: the public surface is not that of test/package/api/report.txt; `npm run api` accepts it')
  process.exitCode = 1
}
