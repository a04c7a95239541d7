import { makeFiles } from './makeFiles.ts'
import type { MountSubject } from './subject.ts'
import { watchQuiet } from './watchQuiet.ts'

export interface Settled {
  /** From the pick to the last file's end. */
  ms: number
  done: number
  failed: string[]
}

/** What the harness calls in the page. */
export interface PageDriver {
  mount: (concurrency: number) => void
  unmount: () => void
  /** Makes files and puts them aside; the pick itself is not to pay for it. */
  prepare: (count: number, bytes: number, prefix: string) => void
  /** Picks what was prepared, as a person does in the file dialog. */
  pick: () => void
  /** Expects files that the harness picks itself, from the disk. */
  expectFiles: (count: number) => void
  /** Resolves once every picked file is done or failed, or the patience is over. */
  settled: (patienceMs: number) => Promise<Settled>
  /** Picks what was prepared and resolves when the page has come to rest. */
  intake: (patienceMs: number) => Promise<{ ms: number; longestTaskMs: number; rested: boolean }>
}

/** Puts the driver where the harness finds it. */
export function drive(mountSubject: MountSubject): void {
  const root = document.querySelector<HTMLElement>('#root')!
  let unmount: (() => void) | undefined
  let prepared: FileList | undefined
  let round = startRound(0)

  const pick = () => {
    const input = fileInput()
    round = startRound(prepared!.length)
    input.files = prepared!
    prepared = undefined
    input.dispatchEvent(new Event('change', { bubbles: true }))
  }

  const driver: PageDriver = {
    mount(concurrency) {
      unmount = mountSubject(root, {
        concurrency,
        onDone: (name) => round.end(name, true),
        onFail: (name) => round.end(name, false),
      })
    },
    unmount() {
      unmount?.()
      unmount = undefined
      root.replaceChildren()
    },
    prepare: (count, bytes, prefix) => void (prepared = makeFiles(count, bytes, prefix)),
    pick,
    expectFiles: (count) => void (round = startRound(count)),
    settled: (patienceMs) => round.settled(patienceMs),
    async intake(patienceMs) {
      const quiet = watchQuiet(root)
      // In a task of its own, as a pick is.
      await new Promise((resolve) => setTimeout(resolve))
      const startedAt = performance.now()
      pick()
      const rest = await quiet.rest(patienceMs)
      return { ms: rest.at - startedAt, longestTaskMs: rest.longestTaskMs, rested: rest.rested }
    },
  }
  Object.assign(window, { bench: driver })
}

/** The subject's own picker: for files, not for folders or the camera. */
function fileInput(): HTMLInputElement {
  const input = document.querySelector<HTMLInputElement>('input[type=file]:not([webkitdirectory]):not([capture])')
  if (!input) throw new Error('the subject shows no file input')
  return input
}

function startRound(count: number) {
  const startedAt = performance.now()
  const done = new Set<string>()
  const failed = new Set<string>()
  let tell: (() => void) | undefined
  let endedAt = startedAt
  return {
    end(name: string, isDone: boolean) {
      const [to, from] = isDone ? [done, failed] : [failed, done]
      from.delete(name)
      to.add(name)
      endedAt = performance.now()
      if (done.size + failed.size >= count) tell?.()
    },
    async settled(patienceMs: number): Promise<Settled> {
      if (done.size + failed.size < count) {
        await Promise.race([new Promise<void>((resolve) => (tell = resolve)), wait(patienceMs)])
      }
      return { ms: endedAt - startedAt, done: done.size, failed: [...failed] }
    },
  }
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
