import { abortError, UploadError, type ErrorCode, type UploadErrorInit } from '../engine/errors.ts'
import type { Credential, Receipt, Transport, TransportRequest } from '../engine/ports.ts'
import { wait } from '../engine/retry.ts'

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
  /** The oldest request that was not handed out yet; waits for one to come. None comes where a script plays. */
  readonly nextRequest: () => Promise<ScriptedRequest<C>>
  /** Requests begun so far. */
  readonly count: () => number
  readonly inFlight: () => number
  /** The most requests that were ever open at once. */
  readonly mostInFlight: () => number
}

/**
 * How a request ends. `stored`: well. `lost`: all bytes are there, and the answer never comes. A code, or what an error is made of:
 * it fails with that, before the last byte.
 */
export type TransferOutcome = 'stored' | 'lost' | ErrorCode | Omit<UploadErrorInit, 'stage'>

/** What a transport plays by itself. */
export interface TransferScript {
  /** Fractions of the file that are reported as sent, in order. @default [0.5, 1] */
  steps?: readonly number[] | undefined
  /** Milliseconds before each step and before the end. @default 0 */
  latencyMs?: number | undefined
  /** One for each request, in order; those after the last are stored. @default [] */
  outcomes?: readonly TransferOutcome[] | undefined
}

/**
 * A transport that carries no byte anywhere. With a script it plays by itself; without one the test writes every answer.
 * @example
 * const transport = createScriptedTransport({ outcomes: ['forbidden', 'stored'] })
 * @example
 * const transport = createScriptedTransport()
 * const request = await transport.nextRequest()
 * request.progress(50)
 * request.respond()
 */
export function createScriptedTransport<C extends Credential = Credential>(
  script?: TransferScript,
): ScriptedTransport<C> {
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
      const outcome = script?.outcomes?.[count] ?? 'stored'
      count += 1
      inFlight += 1
      mostInFlight = Math.max(mostInFlight, inFlight)
      try {
        return await (script ? play(request, script, outcome) : ask(request, deliver))
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

/** Hands the request to the test, and waits for its answer. */
function ask<C extends Credential>(
  request: TransportRequest<C>,
  deliver: (request: ScriptedRequest<C>) => void,
): Promise<Receipt> {
  return new Promise((resolve, reject) => {
    if (request.signal.aborted) return reject(abortError())
    request.signal.addEventListener('abort', () => reject(abortError()), { once: true })
    deliver({
      ...request,
      progress: request.onProgress,
      stall: (isStalled) => request.onStall?.(isStalled),
      respond: (receipt) => resolve({ ...stored, ...receipt }),
      fail: (error) => reject(error instanceof Error ? error : transferError(error)),
    })
  })
}

const stored: Receipt = { status: 200, headers: {}, body: '' }

async function play(
  { meta, onProgress, signal }: TransportRequest,
  { steps = [0.5, 1], latencyMs = 0 }: TransferScript,
  outcome: TransferOutcome,
): Promise<Receipt> {
  const arrives = outcome === 'stored' || outcome === 'lost'
  for (const step of steps.filter((fraction) => arrives || fraction < 1)) {
    await wait(latencyMs, signal)
    onProgress(Math.round(meta.size * step))
  }
  await wait(latencyMs, signal)
  if (outcome === 'stored') return stored
  if (outcome === 'lost') throw transferError({ code: 'network', hint: 'The script lost the answer.' })
  throw transferError(typeof outcome === 'string' ? { code: outcome } : outcome)
}

function transferError(init: Omit<UploadErrorInit, 'stage'>): UploadError {
  return new UploadError({ stage: 'transfer', ...init })
}
