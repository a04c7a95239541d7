import type { IncomingMessage, ServerResponse } from 'node:http'
import { ConnectionReset } from '../simulator/connectionReset.ts'
import { sendWebResponse } from './sendWebResponse.ts'
import { toWebRequest } from './toWebRequest.ts'

/** What the simulator is made of: one request in, one response out. */
export type WebHandler = (request: Request) => Promise<Response>

/** Takes Node's pair of request and response; always settles, never rejects. */
export type NodeListener = (incoming: IncomingMessage, outgoing: ServerResponse) => Promise<void>

export interface NodeListenerOptions {
  /** Told of errors that are the handler's fault. @default nobody */
  onError?: ((error: unknown) => void) | undefined
  /**
   * What happens to a body that the handler answered without reading to its end. `drain`: it runs off unread. `cut`: the
   * connection is closed under it, as stores do; some browsers then never see the answer.
   * @default 'drain'
   */
  unreadBody?: 'drain' | 'cut' | undefined
}

/**
 * Mounts a web handler in Node's HTTP server, or in anything that passes on its requests (Vite, Connect).
 * A thrown `ConnectionReset` cuts the connection, any other error goes to `onError` and answers 500 in plain words.
 */
export function createNodeListener(
  handler: WebHandler,
  { onError = () => {}, unreadBody = 'drain' }: NodeListenerOptions = {},
): NodeListener {
  return async (incoming, outgoing) => {
    const client = new AbortController()
    outgoing.once('close', () => client.abort())
    noticeDeparture(incoming, outgoing)
    if (unreadBody === 'cut') outgoing.once('finish', () => incoming.complete || incoming.socket.destroySoon())
    try {
      const request = readRequest(incoming, client.signal)
      if (!request) return answerInWords(outgoing, 400, 'This is not a request the server can read.')
      await sendWebResponse(await handler(request), outgoing, request.method)
    } catch (error) {
      endBadly(error, incoming, outgoing, onError)
    }
  }
}

/** Milliseconds between two looks at a connection that nobody reads from. */
const lookEveryMs = 500

/**
 * A socket that is not read from, because the body's reader is slow or stalls, does not tell that the client has gone. Writing to
 * it does: an informational answer, which clients skip, until the real one begins.
 */
function noticeDeparture(incoming: IncomingMessage, outgoing: ServerResponse): void {
  const timer = setInterval(() => {
    if (incoming.isPaused() && !outgoing.headersSent) outgoing.writeProcessing()
  }, lookEveryMs)
  timer.unref()
  outgoing.once('close', () => clearInterval(timer))
}

function readRequest(incoming: IncomingMessage, signal: AbortSignal): Request | undefined {
  try {
    return toWebRequest(incoming, signal)
  } catch {
    return undefined
  }
}

function endBadly(
  error: unknown,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  onError: (error: unknown) => void,
): void {
  // The client left first; whatever broke because of that is no news.
  if (outgoing.destroyed) return
  const isReset = error instanceof ConnectionReset
  if (!isReset) onError(error)
  // Half an answer cannot be taken back: it breaks off, but not before what was written is on its way.
  if (outgoing.headersSent) return incoming.socket.destroySoon()
  if (isReset) return void incoming.socket.resetAndDestroy()
  answerInWords(outgoing, 500, 'The development server failed on this request.')
}

function answerInWords(outgoing: ServerResponse, status: number, sentence: string): void {
  outgoing.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' })
  outgoing.end(`${sentence}\n`)
}
