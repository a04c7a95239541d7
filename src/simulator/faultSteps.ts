import type { Bytes, ChunkStep } from './bodyStream.ts'
import { ConnectionReset } from './connectionReset.ts'
import type { Wait } from './wait.ts'

/** Lets `bytesPerSecond` pass. */
export function paceStep(bytesPerSecond: number, wait: Wait, signal: AbortSignal): ChunkStep {
  return {
    async onChunk(chunk) {
      await wait((chunk.length / bytesPerSecond) * 1000, signal)
      return chunk
    },
    onEnd: async () => {},
  }
}

/** Does something once `fraction` of `totalBytes` has passed, else at the end; without a total, at the first chunk. */
export function triggerStep(
  fraction: number,
  totalBytes: number | undefined,
  trigger: (chunk: Bytes | undefined) => Promise<Bytes | null>,
): ChunkStep {
  let passedBytes = 0
  let isDone = false
  return {
    async onChunk(chunk) {
      passedBytes += chunk.length
      if (isDone || passedBytes < fraction * (totalBytes ?? 0)) return chunk
      isDone = true
      return trigger(chunk)
    },
    async onEnd() {
      if (!isDone) await trigger(undefined)
    },
  }
}

export async function resetNow(): Promise<never> {
  throw new ConnectionReset()
}

/** Never resolves; rejects when the client has gone. */
export function stallUntilAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const onAbort = () => reject(new ConnectionReset('The client gave up a stalled request.'))
    if (signal.aborted) onAbort()
    else signal.addEventListener('abort', onAbort, { once: true })
  })
}

/** Turns over the lowest bit of the last byte, on a copy. */
export async function corruptChunk(chunk: Bytes | undefined): Promise<Bytes | null> {
  if (!chunk || chunk.length === 0) return chunk ?? null
  const copy = chunk.slice()
  copy[copy.length - 1]! ^= 1
  return copy
}

/** Sends on the part of a body that comes before `limitBytes` and ends it there. */
export function truncateStep(limitBytes: number): ChunkStep {
  let leftBytes = limitBytes
  return {
    async onChunk(chunk) {
      if (leftBytes <= 0) return null
      const kept = chunk.subarray(0, leftBytes)
      leftBytes -= kept.length
      return kept
    },
    onEnd: async () => {},
  }
}
