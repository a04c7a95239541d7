/** `npm run bench`: this kit, a bare XMLHttpRequest loop and the peers, side by side in one browser on one server. */
import { fork, spawnSync, type ChildProcess } from 'node:child_process'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { launchBrowser } from './launchBrowser.ts'
import { measures as allMeasures } from './measures/index.ts'
import type { BenchContext } from './measures/openSubject.ts'
import { help, readOptions, type BenchOptions } from './options.ts'
import { buildPages } from './pages/buildPages.ts'
import { subjectOf, subjects as allSubjects } from './pages/subjects.ts'
import { judge } from './report/bars.ts'
import { describeMachine } from './report/machine.ts'
import { formatReport, type Report } from './report/report.ts'
import { writeReadme } from './report/readme.ts'
import { runMeasure } from './runMeasure.ts'

const bench = import.meta.dirname
const root = path.resolve(bench, '..')
const results = path.join(bench, 'results.json')
const folders = { pages: path.join(bench, '.pages'), files: path.join(bench, '.files') }

const options = readOptions(process.argv.slice(2))
if (options === 'help') console.log(help)
else await runBench(options)

async function runBench({ keep, only, readme, rounds, skipBuild, subjects: wanted }: BenchOptions): Promise<void> {
  const subjects = wanted.length === 0 ? allSubjects : wanted.map(subjectOf)
  const measures = allMeasures.filter(({ id }) => only.length === 0 || only.some((name) => id.startsWith(name)))
  if (measures.length === 0) throw new Error(`bench: no measure begins with ${only.join(' or ')}`)
  const startedAt = Date.now()
  installPeers()
  if (!skipBuild) runNpm(root, ['run', '--silent', 'build'], 'building the kit')
  say('building the pages')
  await buildPages(subjects, folders.pages)
  await mkdir(folders.files, { recursive: true })

  const { server, pageUrl } = await startServer()
  const context: BenchContext = { browser: await launchBrowser(), pageUrl, filesFolder: folders.files }
  // `HeadlessChrome/153.0.1.2`
  const browserVersion = (await context.browser.version()).split('/')[1] ?? 'unknown'
  const restart = async () => {
    await context.browser.close()
    context.browser = await launchBrowser()
  }
  const summaries: Report['summaries'] = []
  try {
    for (const measure of measures)
      summaries.push(await runMeasure(measure, { context, restart, subjects, rounds, say }))
  } finally {
    await context.browser.close()
    if (server.connected) server.disconnect()
  }
  const all = keep ? inOrder([...(await lastSummaries()), ...summaries]) : summaries
  const shown = allSubjects.filter(({ id }) => all.some(({ rows }) => rows.some((row) => row.id === id)))
  const machine = await describeMachine(root, bench, browserVersion, shown)
  const report: Report = { machine, rounds, summaries: all, verdicts: judge(all), seconds: secondsSince(startedAt) }
  await writeFile(results, `${JSON.stringify(report, null, 2)}\n`)
  console.log(`\n${formatReport(report)}`)
  if (readme) await writeReadme(path.join(root, 'README.md'), report)
  say(`took ${report.seconds} s; figures in bench/results.json`)
}

async function lastSummaries(): Promise<Report['summaries']> {
  return (JSON.parse(await readFile(results, 'utf8')) as Report).summaries
}

/** One of each measure, the later one. Ratios are within a measure, so that they never cross runs. */
function inOrder(summaries: Report['summaries']): Report['summaries'] {
  return allMeasures.flatMap(({ id }) => summaries.filter((summary) => summary.id === id).slice(-1))
}

/** Only where the lock says something else than what lies there. */
function installPeers(): void {
  const asLocked = spawnSync('npm', ['ls', '--all', '--silent'], { cwd: bench, stdio: 'ignore' }).status === 0
  if (!asLocked) runNpm(bench, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], 'installing the peers')
}

function runNpm(cwd: string, args: readonly string[], what: string): void {
  say(what)
  const { status } = spawnSync('npm', args, { cwd, stdio: ['ignore', 'ignore', 'inherit'] })
  if (status !== 0) throw new Error(`bench: ${what} failed`)
}

async function startServer(): Promise<{ server: ChildProcess; pageUrl: string }> {
  const server = fork(path.join(bench, 'server/serve.ts'), [folders.pages])
  const { pageUrl } = await new Promise<{ pageUrl: string }>((resolve, reject) => {
    server.once('message', (message) => resolve(message as { pageUrl: string }))
    server.once('exit', () => reject(new Error('bench: the server ended before it began')))
  })
  return { server, pageUrl }
}

function say(text: string): void {
  console.error(`[bench ${new Date().toISOString().slice(11, 19)}] ${text}`)
}

function secondsSince(moment: number): number {
  return Math.round((Date.now() - moment) / 1000)
}
