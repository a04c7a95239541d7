/**
 * Finds a Chromium that needs neither root nor a download: CHROME_PATH, else the one npm brought (linux x64), else
 * Playwright's own, else the system's.
 */
import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { createBrotliDecompress } from 'node:zlib'

const quiet = [
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--font-render-hinting=none',
]

/** Launch options for Playwright's `chromium.launch`. */
export async function chromiumLaunch() {
  const args = process.getuid?.() === 0 ? [...quiet, '--no-sandbox'] : quiet
  if (process.env.CHROME_PATH) return { executablePath: process.env.CHROME_PATH, args }
  const bundled = await bundledChromium()
  if (bundled) return { ...bundled, args: [...args, '--no-zygote'] }
  const { chromium } = await import('playwright')
  if (existsSync(chromium.executablePath())) return { args }
  const executablePath = onPath(['chromium', 'chromium-browser', 'google-chrome'])
  if (executablePath) return { executablePath, args }
  throw new Error(
    'No Chromium: run `npx playwright install chromium`, or install Chromium or Chrome and set CHROME_PATH.',
  )
}

function onPath(names) {
  const folders = (process.env.PATH ?? '').split(path.delimiter)
  return names.flatMap((name) => folders.map((folder) => path.join(folder, name))).find((file) => existsSync(file))
}

async function bundledChromium() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  const source = bundledPackage()
  if (!source) return undefined
  const { version } = JSON.parse(readFileSync(path.join(source, 'package.json'), 'utf8'))
  const home = fileURLToPath(new URL(`../../node_modules/.cache/chromium/${version}`, import.meta.url))
  const executablePath = path.join(home, 'chromium')
  if (!existsSync(executablePath)) await unpack(source, home)
  const lacksLibraries = execFileSync('ldd', [executablePath], { encoding: 'utf8' }).includes('not found')
  return lacksLibraries
    ? { executablePath, env: { ...process.env, LD_LIBRARY_PATH: path.join(home, 'lib') } }
    : { executablePath }
}

function bundledPackage() {
  try {
    return fileURLToPath(new URL('..', import.meta.resolve('@sparticuz/chromium')))
  } catch {
    return undefined
  }
}

/** Unpacks beside the goal and renames, so that two runs at once cannot see half a browser. */
async function unpack(source, home) {
  const draft = `${home}.${process.pid}`
  mkdirSync(draft, { recursive: true })
  const inflate = (from, to) =>
    pipeline(
      createReadStream(path.join(source, 'bin', from)),
      createBrotliDecompress(),
      createWriteStream(path.join(draft, to)),
    )
  await inflate('chromium.br', 'chromium')
  for (const archive of ['swiftshader', 'al2023']) {
    await inflate(`${archive}.tar.br`, 'part.tar')
    execFileSync('tar', ['xf', path.join(draft, 'part.tar'), '-C', draft])
  }
  rmSync(path.join(draft, 'part.tar'))
  chmodSync(path.join(draft, 'chromium'), 0o755)
  try {
    renameSync(draft, home)
  } catch {
    rmSync(draft, { recursive: true, force: true })
  }
}
