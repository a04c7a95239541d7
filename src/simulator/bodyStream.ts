export type Bytes = Uint8Array<ArrayBuffer>
export type ByteStream = ReadableStream<Bytes>

/** What happens to the chunks of a body on their way; faults and bandwidth are made of these. */
export interface ChunkStep {
  /** Returns what goes on; null ends the body here. Throwing breaks it. */
  onChunk(chunk: Bytes): Promise<Bytes | null>
  /** After the last chunk. */
  onEnd(): Promise<void>
}

/** `source` with every chunk sent through the steps. Cancelling cancels the source. */
export function withSteps(source: ByteStream, steps: readonly ChunkStep[]): ByteStream {
  if (steps.length === 0) return source
  const reader = source.getReader()
  const read = readThrough(reader, steps)
  return new ReadableStream<Bytes>(
    {
      async pull(controller) {
        const chunk = await read()
        if (chunk) return controller.enqueue(chunk)
        controller.close()
        await reader.cancel()
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  )
}

/** A request's body that can still be read to its end after whoever was reading it has given up. */
export interface DrainableBody {
  stream: ByteStream
  /** Reads what is left, and forgets it. */
  drain(): Promise<void>
}

/**
 * Cancelling the stream does not reach `source`: an HTTP server would take that for "destroy the connection", and the answer
 * could not be sent.
 */
export function createDrainableBody(source: ByteStream, steps: readonly ChunkStep[]): DrainableBody {
  const read = readThrough(source.getReader(), steps)
  const stream = new ReadableStream<Bytes>(
    {
      async pull(controller) {
        const chunk = await read()
        if (chunk) controller.enqueue(chunk)
        else controller.close()
      },
    },
    { highWaterMark: 0 },
  )
  return {
    stream,
    async drain() {
      while (await read()) continue
    },
  }
}

/** Reads chunk by chunk; undefined from the end on. */
function readThrough(
  reader: ReadableStreamDefaultReader<Bytes>,
  steps: readonly ChunkStep[],
): () => Promise<Bytes | undefined> {
  let ended = false
  return async () => {
    if (ended) return undefined
    const { done, value } = await reader.read()
    if (!done) {
      const chunk = await runSteps(steps, value)
      if (chunk) return chunk
    }
    ended = true
    if (done) for (const step of steps) await step.onEnd()
    return undefined
  }
}

async function runSteps(steps: readonly ChunkStep[], chunk: Bytes): Promise<Bytes | null> {
  let current: Bytes | null = chunk
  for (const step of steps) if (current) current = await step.onChunk(current)
  return current
}
