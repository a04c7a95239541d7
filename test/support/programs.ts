import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { promisify } from 'node:util'

const execute = promisify(execFile)

/** The system's own programs first: `ceph` is written in the system's Python. Settings of another cluster stay out. */
const { CEPH_ARGS: _args, CEPH_CONF: _conf, CEPH_KEYRING: _keyring, ...inherited } = process.env
const environment = { ...inherited, LC_ALL: 'C', PATH: `/usr/sbin:/usr/bin:/sbin:/bin:${process.env['PATH'] ?? ''}` }

/** Runs a program to its end. Rejects with its name and what it complained of last. */
export async function run(program: string, args: readonly string[], timeoutMs = 60_000): Promise<string> {
  try {
    const options = { env: environment, timeout: timeoutMs, maxBuffer: 64 * 1024 * 1024 }
    return (await execute(program, args, options)).stdout
  } catch (error) {
    throw new Error(`${program} ${args[0] ?? ''} failed: ${complaintOf(error)}`, { cause: error })
  }
}

function complaintOf(error: unknown): string {
  const { stderr, message } = error as { stderr?: string; message?: string }
  return (stderr || message || '').trim().split('\n').slice(-5).join('\n')
}

/** Whether the system has a program. */
export async function isInstalled(program: string): Promise<boolean> {
  return run('sh', ['-c', `command -v ${program}`]).then(
    () => true,
    () => false,
  )
}

/** A program that runs until it is stopped, at the latest when this process ends. */
export interface Daemon {
  /** Undefined while it runs; its last words otherwise. */
  failure(): string | undefined
  stop(): Promise<void>
}

/** @param env what its environment holds besides */
export function start(
  program: string,
  args: readonly string[],
  logFile: string,
  env: Readonly<Record<string, string>> = {},
): Daemon {
  const options = { env: { ...environment, ...env }, stdio: ['ignore' as const, 'pipe' as const, 'pipe' as const] }
  const child: ChildProcess = spawn(program, args, options)
  const log = createWriteStream(logFile)
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.pipe(log, { end: false })
    stream?.on('data', (chunk: Buffer) => (said = `${said}${chunk.toString()}`.slice(-2000)))
  }
  let ended = false
  child.once('error', (error) => {
    ended = true
    said += String(error)
  })
  child.once('exit', () => (ended = true))
  const kill = () => void child.kill('SIGKILL')
  process.once('exit', kill)
  return {
    failure: () => (ended ? `${program} has ended: ${said.trim()}` : undefined),
    async stop() {
      process.off('exit', kill)
      if (ended) return
      const exit = once(child, 'exit')
      kill()
      await exit
    },
  }
}
