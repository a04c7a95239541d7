import { abortError, UploadError, type UploadErrorInit } from '../engine/errors.ts'
import type { Credential, Receipt, Transport, TransportRequest } from '../engine/ports.ts'

/** A request that waits for the test to answer it. */
export interface ScriptedRequest<C extends Credential = Credential> extends TransportRequest<C> {
  /** Reports bytes of the file as sent. */
  readonly progress: (sentBytes: number) => void
  /** Says that the bytes stand still, or, with `false`, move again. */
  readonly stall: (isStalled: boolean) => void
  /** Ends in success. @default a 200 with an empty body */
  readonly respond: (receipt?: Partial<Receipt>) => void
  /** Ends in failure; an init without `stage` is one of the transfer. */
  readonly fail: (error: Omit<UploadErrorInit, 'stage'> | Error) => void
}

export interface ScriptedTransport<C extends Credential = Credential> extends Transport<C> {
  /** The oldest request that was not handed out yet; waits for one to come. */
  readonly nextRequest: () => Promise<ScriptedRequest<C>>
  /** Requests begun so far. */
  readonly count: () => number
  readonly inFlight: () => number
  /** The most requests that were ever open at once. */
  readonly mostInFlight: () => number
}

/** A transport whose every answer a test writes: `const request = await transport.nextRequest(); request.progress(50)`. */
export function createScriptedTransport<C extends Credential = Credential>(): ScriptedTransport<C> {
  const unread: ScriptedRequest<C>[] = []
  const readers: Array<(request: ScriptedRequest<C>) => void> = []
  let count = 0
  let inFlight = 0
  let mostInFlight = 0

  function deliver(request: ScriptedRequest<C>) {
    const reader = readers.shift()
    if (reader) reader(request)
    else unread.push(request)
  }

  return {
    async send(request) {
      count += 1
      inFlight += 1
      mostInFlight = Math.max(mostInFlight, inFlight)
      try {
        return await new Promise<Receipt>((resolve, reject) => {
          if (request.signal.aborted) return reject(abortError())
          request.signal.addEventListener('abort', () => reject(abortError()), { once: true })
          deliver({
            ...request,
            progress: request.onProgress,
            stall: (isStalled) => request.onStall?.(isStalled),
            respond: (receipt) => resolve({ status: 200, headers: {}, body: '', ...receipt }),
            fail: (error) => reject(error instanceof Error ? error : new UploadError({ stage: 'transfer', ...error })),
          })
        })
      } finally {
        inFlight -= 1
      }
    },
    nextRequest() {
      const request = unread.shift()
      return request ? Promise.resolve(request) : new Promise((resolve) => readers.push(resolve))
    },
    count: () => count,
    inFlight: () => inFlight,
    mostInFlight: () => mostInFlight,
  }
}
