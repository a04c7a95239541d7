import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'

export interface RunningHelpdesk {
  /** Address of the page. */
  url: string
  storeUrl: string
  /** Everything it has printed so far. */
  output: () => string
  /** Kills it as a crash would; what is stored stays. */
  stop: () => Promise<void>
}

export interface HelpdeskPlace {
  port: number
  storePort: number
  dataDir: string
}

/** Two ports that nobody listens on. */
export async function freePlace(dataDir: string): Promise<HelpdeskPlace> {
  const servers = [createServer(), createServer()]
  const ports = await Promise.all(
    servers.map(async (server) => {
      server.listen(0, '127.0.0.1')
      await once(server, 'listening')
      return (server.address() as AddressInfo).port
    }),
  )
  for (const server of servers) server.close()
  const [port = 0, storePort = 0] = ports
  return { port, storePort, dataDir }
}

/** Another store than the embedded one, as `npm start -- --store s3` takes it. */
export interface OtherStore {
  flags: readonly string[]
  env: Readonly<Record<string, string>>
}

/** Starts the page as a user does, with `npm start`, and waits until it has printed its addresses. */
export async function startHelpdesk(
  { port, storePort, dataDir }: HelpdeskPlace,
  { flags, env }: OtherStore = { flags: [], env: {} },
): Promise<RunningHelpdesk> {
  const place = { ATTACHKIT_STORE_PORT: String(storePort), ATTACHKIT_DATA_DIR: dataDir }
  const { child, output } = runNpmStart(port, { ...env, ...place }, flags)
  const exited = once(child, 'exit')
  const ready = new Promise<void>((resolve) => {
    child.stdout?.on('data', () => /Data:/.test(output()) && resolve())
  })
  await Promise.race([
    ready,
    exited.then(() => {
      throw new Error(`npm start ended early:\n${output()}`)
    }),
  ])
  return {
    url: `http://localhost:${port}`,
    storeUrl: `http://127.0.0.1:${storePort}`,
    output,
    async stop() {
      killGroup(child)
      await exited
    },
  }
}

/** Starts it and waits for its end, for starts that must fail. */
export async function failToStart(
  port: number,
  env: Record<string, string>,
  flags: readonly string[] = [],
): Promise<{ code: number; output: string }> {
  const { child, output } = runNpmStart(port, env, flags)
  const [code] = await once(child, 'exit')
  return { code, output: output() }
}

/** In a process group of its own: npm, its shell and Vite end together. */
function runNpmStart(port: number, env: Record<string, string>, flags: readonly string[]) {
  const child = spawn('npm', ['start', '--', ...flags, '--port', String(port), '--strictPort'], {
    env: { ...process.env, ...env, NO_COLOR: '1', FORCE_COLOR: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  let printed = ''
  const collect = (chunk: Buffer) => {
    printed += chunk.toString()
  }
  child.stdout.on('data', collect)
  child.stderr.on('data', collect)
  return { child, output: () => printed }
}

function killGroup(child: ChildProcess): void {
  if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL')
}
