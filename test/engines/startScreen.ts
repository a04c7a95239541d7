import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Readable } from 'node:stream'

/** A screen without a monitor, for browsers that draw on one only. */
export interface Screen {
  /** For the environment variable DISPLAY. */
  display: string
  stop(): Promise<void>
}

/** Xvfb on a display that it chooses itself, so that two runs need not agree on one. */
export async function startScreen(): Promise<Screen> {
  const args = ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp']
  const child = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] })
  const exited = once(child, 'exit')
  const kill = () => void child.kill('SIGKILL')
  process.once('exit', kill)
  const told = once(child.stdio[3] as Readable, 'data')
  const failed = exited.then(() => {
    throw new Error('Xvfb ended before it had a display.')
  })
  const [number] = await Promise.race([told, failed])
  failed.catch(() => {})
  return {
    display: `:${String(number).trim()}`,
    async stop() {
      process.off('exit', kill)
      kill()
      await exited
    },
  }
}
