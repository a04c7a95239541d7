import { isAbortError } from '../engine/errors.ts'
import { checksumFile } from './checksumFile.ts'
import type { HashReply, HashRequest } from './hashMessages.ts'

const running = new Map<number, AbortController>()

/** Runs in a worker: one checksum per request; a request without a file ends the one of that id. */
self.addEventListener('message', ({ data }: MessageEvent<HashRequest>) => {
  if (data.file) void compute(data.id, data.file, data.algorithms)
  else running.get(data.id)?.abort()
})

async function compute(id: number, file: Blob, algorithms: NonNullable<HashRequest['algorithms']>) {
  const controller = new AbortController()
  running.set(id, controller)
  try {
    reply({ id, checksums: await checksumFile(file, algorithms, controller.signal) })
  } catch (thrown) {
    reply({ id, failure: isAbortError(thrown) ? 'aborted' : 'unreadable' })
  } finally {
    running.delete(id)
  }
}

function reply(message: HashReply) {
  self.postMessage(message)
}
