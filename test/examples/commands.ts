import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'

/** Commands on their way, each the leader of a process group of its own: what npm starts ends with it. */
const running = new Set<ChildProcess>()
const spoken = 4000

export interface NpmOptions {
  /** The folder it runs in. */
  cwd: string
  /** After which it is ended, with all that it started. */
  limitMs: number
}

/**
 * Runs npm to its end, and gives what it printed.
 * @throws Error that says which command failed or took too long, in which project, and its last words.
 */
export async function npm(args: readonly string[], { cwd, limitMs }: NpmOptions): Promise<string> {
  const command = startNpm(args, cwd)
  const timer = setTimeout(() => command.end(), limitMs)
  const code = await command.ended
  clearTimeout(timer)
  if (code === 0) return command.printed()
  const fate = command.wasEnded() ? `took longer than ${limitMs / 1000} s and was ended` : `failed (${code})`
  throw new Error(`npm ${args.join(' ')} ${fate} in ${path.basename(cwd)}. Its last words:\n${command.lastWords()}`)
}

/** Installs; once more where the network failed it, and nothing else did. */
export async function npmInstall(packages: readonly string[], options: NpmOptions): Promise<void> {
  const args = ['install', ...packages, '--no-audit', '--no-fund', '--prefer-offline', '--fetch-retries=4']
  await npm(args, options).catch((error: unknown) => {
    if (!isNetworkFault(String(error))) throw error
    console.warn(`${path.basename(options.cwd)}: the network failed npm, which tries once more`)
    return npm(args, options)
  })
}

/** Whether npm's last words tell of a network that failed it: codes of the system, and answers that a registry takes back. */
export function isNetworkFault(words: string): boolean {
  return /npm (?:error|ERR!) (?:code|errno) (?:ECONN\w+|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EPIPE|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|EIDLETIMEOUT|E429|E5\d\d)\b/.test(
    words,
  )
}

/** A command that runs until it is ended. */
export interface Command {
  /** Its exit code, null where a signal ended it; told once whatever it started has ended, too. */
  ended: Promise<number | null>
  /** Ends it and whatever it started. */
  end: () => void
  wasEnded: () => boolean
  printed: () => string
  lastWords: () => string
}

export function startNpm(args: readonly string[], cwd: string): Command {
  const child = spawn('npm', args, { cwd, env: cleanEnvironment(), stdio: ['ignore', 'pipe', 'pipe'], detached: true })
  running.add(child)
  let printed = ''
  let words = ''
  let wasEnded = false
  child.stdout.setEncoding('utf8').on('data', (text: string) => (printed += text))
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (words = (words + text).slice(-spoken)))
  const ended = once(child, 'close').then(([code]) => {
    running.delete(child)
    return code as number | null
  })
  return {
    ended,
    end: () => {
      wasEnded = true
      endGroup(child)
    },
    wasEnded: () => wasEnded,
    printed: () => printed,
    lastWords: () => words.trim(),
  }
}

/** For whoever ends this run early. */
export function endAll(): void {
  for (const child of running) endGroup(child)
}

function endGroup({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL')
  } catch {
    // It has ended by itself.
  }
}

/**
 * The projects are nobody's workspaces, and what they lack must be missing: nothing of the npm that runs this script, and no program
 * of the kit's own but its Node.
 */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(npm_(?!config_)|npm_config_local_prefix$|INIT_CWD$|NODE_ENV$)/.test(name),
  )
  const folders = (process.env['PATH'] ?? '').split(path.delimiter).filter((folder) => !/node_modules/.test(folder))
  return {
    ...Object.fromEntries(inherited),
    PATH: [path.dirname(process.execPath), ...folders].join(path.delimiter),
    CI: '1',
    NEXT_TELEMETRY_DISABLED: '1',
  }
}
