/**
 * `npm run test:examples`: packs the kit and installs it into a project that Vite's own template makes, into one of Next.js, and into
 * each example; type-checks and builds them, and uploads a file in a real browser. `-- vite next` runs some of them.
 */
import { execFileSync, spawn } from 'node:child_process'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chromium, type Browser } from 'playwright'
import { chromiumLaunch } from '../support/chromium.mjs'
import { freePort } from '../support/freePort.ts'
import { projects, type Project } from './projects.ts'

const root = path.resolve(import.meta.dirname, '../..')
const wanted = process.argv.slice(2)
const chosen = projects.filter(({ name }) => wanted.length === 0 || wanted.includes(name))

const folder = await mkdtemp(path.join(tmpdir(), 'attachkit-examples-'))
const browser = await chromium.launch(await chromiumLaunch())
try {
  npm(root, 'run', 'build')
  const tarball = path.join(folder, npm(root, 'pack', '--silent', '--pack-destination', folder).trim())
  for (const project of chosen) await proveProject(project, tarball)
} finally {
  await browser.close()
  await rm(folder, { recursive: true, force: true })
}

async function proveProject(project: Project, tarball: string): Promise<void> {
  const begun = Date.now()
  const home = path.join(folder, project.name)
  await mkdir(path.dirname(home), { recursive: true })
  await project.create(home, root)
  npm(home, 'install', tarball, '@tanstack/react-query@5', '--no-audit', '--no-fund', '--prefer-offline')
  npm(home, 'run', 'build')
  const port = await freePort()
  const server = spawn('npm', ['run', ...project.serve(port)], { cwd: home, stdio: 'ignore', detached: true })
  try {
    await uploadIn(browser, project, `http://127.0.0.1:${port}/`)
  } finally {
    if (server.pid !== undefined) process.kill(-server.pid)
  }
  console.log(
    `${project.name}: installed, type-checked, built, uploaded (${Math.round((Date.now() - begun) / 1000)} s)`,
  )
}

async function uploadIn(running: Browser, { finish, servedText }: Project, url: string): Promise<void> {
  const html = await untilServed(url)
  if (servedText && !html.includes(servedText)) throw new Error(`${url} was not rendered by the server`)
  const page = await running.newPage()
  const complaints: string[] = []
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(url)
  await page.locator('input[type=file]').setInputFiles({
    name: 'report.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('It prints nothing.'),
  })
  await page.locator('[data-part="item"][data-status="done"]').waitFor()
  if (complaints.length > 0) throw new Error(`the browser complained: ${complaints.join('\n')}`)
  await finish?.(page)
  await page.close()
}

async function untilServed(url: string): Promise<string> {
  for (let tries = 0; tries < 300; tries += 1) {
    const answer = await fetch(url).catch(() => undefined)
    if (answer?.ok) return answer.text()
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error(`${url} was not served within a minute`)
}

/** Output is shown where a command fails. */
function npm(cwd: string, ...args: readonly string[]): string {
  try {
    return execFileSync('npm', args, { cwd, encoding: 'utf8', stdio: 'pipe', env: cleanEnvironment() })
  } catch (thrown) {
    if (thrown instanceof Error && 'stdout' in thrown && 'stderr' in thrown) console.error(thrown.stdout, thrown.stderr)
    throw new Error(`npm ${args.join(' ')} failed in ${path.basename(cwd)}`, { cause: thrown })
  }
}

/** Without what the npm that runs this script has set: the projects are nobody's workspaces. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^npm_(package|lifecycle|execpath|command)/.test(name)),
  )
}
