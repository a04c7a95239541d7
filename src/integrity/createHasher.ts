import { abortError } from '../engine/errors.ts'
import { unreadableFile } from '../engine/unreadableFile.ts'
import type { Checksums, Hasher } from '../engine/ports.ts'
import type { HashReply, HashRequest } from './hashMessages.ts'

export interface HasherOptions {
  /** Starts the worker; a page whose CSP has no `worker-src 'self'` can serve the file elsewhere. @default this package's */
  createWorker?: (() => Worker) | undefined
}

/** Checksums in a worker that is started with the first file and kept. The page never reads the bytes itself. */
export function createHasher({ createWorker = startWorker }: HasherOptions = {}): Hasher {
  const waiting = new Map<number, (reply: HashReply) => void>()
  let worker: Worker | undefined
  let count = 0

  function workerOf(): Worker {
    if (worker) return worker
    worker = createWorker()
    worker.addEventListener('message', ({ data }: MessageEvent<HashReply>) => settle(data.id, data))
    worker.addEventListener('error', () => {
      worker = undefined
      for (const id of waiting.keys()) settle(id, { id, failure: 'unreadable' })
    })
    return worker
  }

  function settle(id: number, reply: HashReply) {
    waiting.get(id)?.(reply)
    waiting.delete(id)
  }

  return {
    compute(file, algorithms, signal) {
      return new Promise<Checksums>((resolve, reject) => {
        if (signal.aborted) return reject(abortError())
        const id = (count += 1)
        const onAbort = () => {
          workerOf().postMessage({ id } satisfies HashRequest)
          settle(id, { id, failure: 'aborted' })
        }
        signal.addEventListener('abort', onAbort, { once: true })
        waiting.set(id, ({ checksums, failure }) => {
          signal.removeEventListener('abort', onAbort)
          if (checksums) resolve(checksums)
          else reject(failure === 'aborted' ? abortError() : unreadableFile(file, 'validate'))
        })
        workerOf().postMessage({ id, file, algorithms } satisfies HashRequest)
      })
    },
  }
}

function startWorker(): Worker {
  return new Worker(new URL('./hashWorker.ts', import.meta.url), { type: 'module', name: 'attachkit-hash' })
}
