/**
 * `npm run test:examples`: packs the kit and installs it into a project that Vite's own template makes, into one of Next.js, and into
 * each example; type-checks and builds them, and uploads a file in a real browser. `-- vite next` runs some of them, `-- --built`
 * takes what `npm run build` has left in `dist`.
 */
import { rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { chromium, type Browser } from 'playwright'
import { chromiumLaunch } from '../support/chromium.mjs'
import { freePort } from '../support/freePort.ts'
import { endAll, npm, npmInstall, startNpm } from './commands.ts'
import { projects, type Project } from './projects.ts'
import { uploadIn } from './uploadIn.ts'

const root = path.resolve(import.meta.dirname, '../..')
const minuteMs = 60_000

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ options: { built: { type: 'boolean' } }, allowPositionals: true })
  const chosen = chosenProjects(positionals)
  const folder = await mkdtemp(path.join(tmpdir(), 'attachkit-examples-'))
  leaveNothingBehind(folder)
  const tarball = await packKit(folder, values.built === true)
  const browser = await chromium.launch(await chromiumLaunch())
  try {
    await proveAll(chosen, { folder, tarball, browser })
  } finally {
    await browser.close()
  }
}

function chosenProjects(names: readonly string[]): readonly Project[] {
  const unknown = names.filter((name) => !projects.some((project) => project.name === name))
  if (unknown.length > 0) throw new Error(`There is no project ${unknown.join(', ')}.`)
  return projects.filter(({ name }) => names.length === 0 || names.includes(name))
}

async function packKit(folder: string, isBuilt: boolean): Promise<string> {
  const taken = stopwatch()
  if (!isBuilt) await npm(['run', 'build'], { cwd: root, limitMs: 5 * minuteMs })
  const name = await npm(['pack', '--silent', '--pack-destination', folder], { cwd: root, limitMs: minuteMs })
  console.log(`${name.trim()}: ${isBuilt ? 'packed' : 'built and packed'} ${taken()}`)
  return path.join(folder, name.trim())
}

interface Means {
  folder: string
  tarball: string
  browser: Browser
}

/** Each is installed, one after the other, while the one before it is built and used. */
async function proveAll(chosen: readonly Project[], means: Means): Promise<void> {
  let installed = install(chosen[0], means)
  for (const [index, project] of chosen.entries()) {
    const told = await installed
    installed = install(chosen[index + 1], means)
    // Told of when it is its turn.
    installed.catch(() => undefined)
    const { folder, browser } = means
    const cwd = path.join(folder, project.name)
    const built = await timed('type-checked and built', () => npm(['run', 'build'], { cwd, limitMs: 5 * minuteMs }))
    const uploaded = await timed('uploaded', () => serveAndUpload(browser, project, cwd))
    console.log(`${project.name}: ${told}, ${built}, ${uploaded}`)
  }
}

async function install(project: Project | undefined, { folder, tarball }: Means): Promise<string> {
  if (!project) return ''
  const cwd = path.join(folder, project.name)
  return timed('installed', async () => {
    await project.create(cwd, root)
    await npmInstall([tarball, '@tanstack/react-query@5'], { cwd, limitMs: 5 * minuteMs })
  })
}

async function serveAndUpload(browser: Browser, project: Project, cwd: string): Promise<void> {
  const port = await freePort()
  const server = startNpm(['run', ...project.serve(port)], cwd)
  try {
    await uploadIn(browser, project, { url: `http://127.0.0.1:${port}/`, server })
  } catch (error) {
    const lastWords = `Its server's last words:\n${server.lastWords()}`
    throw new Error(`${project.name}: ${error instanceof Error ? error.message : String(error)}\n${lastWords}`, {
      cause: error,
    })
  } finally {
    server.end()
    await server.ended
  }
}

/** However this run ends: no process and no folder of it stays. */
function leaveNothingBehind(folder: string): void {
  process.once('exit', () => {
    endAll()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  })
  process.once('SIGINT', () => process.exit(130))
  process.once('SIGTERM', () => process.exit(143))
}

async function timed(done: string, work: () => Promise<unknown>): Promise<string> {
  const taken = stopwatch()
  await work()
  return `${done} ${taken()}`
}

function stopwatch(): () => string {
  const begun = Date.now()
  return () => `${Math.round((Date.now() - begun) / 1000)} s`
}
