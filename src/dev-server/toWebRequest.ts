import type { IncomingMessage } from 'node:http'

/** Bytes that may wait between the socket and whoever reads the body. */
const bufferedBytes = 512 * 1024

/**
 * A web `Request` over what Node's HTTP server hands out. The body streams with backpressure and errors when the client
 * leaves before its end, so a cut-off upload can never look like a short one. Throws for what is no request at all, such
 * as a `Host` that fits in no URL.
 *
 * @param signal aborted when the client is gone or has its answer; the request carries it and an unread body ends with it.
 */
export function toWebRequest(incoming: IncomingMessage, signal: AbortSignal): Request {
  const method = incoming.method ?? 'GET'
  const hasBody = method !== 'GET' && method !== 'HEAD'
  return new Request(urlOf(incoming), {
    method,
    headers: headersOf(incoming),
    signal,
    ...(hasBody ? { body: bodyOf(incoming, signal), duplex: 'half' } : {}),
  })
}

/** Connect cuts a mount path off `url` and keeps the whole in `originalUrl`. */
function urlOf(incoming: IncomingMessage & { originalUrl?: string | undefined }): string {
  const target = incoming.originalUrl ?? incoming.url ?? '/'
  const host = incoming.headers.host ?? 'localhost'
  return target.startsWith('/') ? `http://${host}${target}` : target
}

function headersOf(incoming: IncomingMessage): Headers {
  const headers = new Headers()
  const raw = incoming.rawHeaders
  for (let index = 0; index + 1 < raw.length; index += 2) headers.append(raw[index] ?? '', raw[index + 1] ?? '')
  return headers
}

function bodyOf(incoming: IncomingMessage, signal: AbortSignal): ReadableStream<Uint8Array> {
  let settled = false
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const settle = (end: () => void) => {
          if (settled) return
          settled = true
          end()
        }
        incoming.pause()
        incoming.on('data', (chunk: Buffer) => {
          if (settled) return
          controller.enqueue(new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength))
          if ((controller.desiredSize ?? 0) <= 0) incoming.pause()
        })
        incoming.on('end', () => settle(() => controller.close()))
        incoming.on('error', (error) => settle(() => controller.error(error)))
        incoming.on('close', () => settle(() => controller.error(new BodyCutOff())))
        signal.addEventListener('abort', () => {
          settle(() => controller.error(new BodyCutOff()))
          incoming.resume()
        })
      },
      pull() {
        incoming.resume()
      },
      cancel() {
        // Whoever refused the body still wants to answer: the rest runs off unread instead of the socket being torn down.
        settled = true
        incoming.resume()
      },
    },
    new ByteLengthQueuingStrategy({ highWaterMark: bufferedBytes }),
  )
}

/** The client closed the connection, or was answered, before the body was complete. */
export class BodyCutOff extends Error {
  override readonly name = 'BodyCutOff'

  constructor() {
    super('The request ended before its body was complete.')
  }
}
