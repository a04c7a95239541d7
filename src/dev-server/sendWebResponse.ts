import { once } from 'node:events'
import type { ServerResponse } from 'node:http'

/**
 * Writes a web `Response` to Node's, no faster than the client reads. A client that leaves cancels the body's stream; a body
 * that errors rejects, with the headers perhaps sent already.
 */
export async function sendWebResponse(response: Response, outgoing: ServerResponse, method: string): Promise<void> {
  if (outgoing.destroyed) return response.body?.cancel()
  outgoing.writeHead(response.status, response.statusText || undefined, headersOf(response))
  if (!response.body || method === 'HEAD') {
    await response.body?.cancel()
    outgoing.end()
    return
  }
  await pump(response.body, outgoing)
}

async function pump(body: ReadableStream<Uint8Array>, outgoing: ServerResponse): Promise<void> {
  const reader = body.getReader()
  const onClose = () => void reader.cancel().catch(() => undefined)
  outgoing.once('close', onClose)
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      if (!outgoing.write(value)) await drained(outgoing)
    }
  } finally {
    outgoing.off('close', onClose)
  }
  outgoing.end()
}

async function drained(outgoing: ServerResponse): Promise<void> {
  if (outgoing.destroyed) return
  const waiting = new AbortController()
  const { signal } = waiting
  await Promise.race([once(outgoing, 'drain', { signal }), once(outgoing, 'close', { signal })]).finally(() =>
    waiting.abort(),
  )
}

/** `Set-Cookie` may come several times, every other header is one line. */
function headersOf(response: Response): Record<string, string | string[]> {
  const headers: Record<string, string | string[]> = {}
  for (const [name, value] of response.headers) if (name !== 'set-cookie') headers[name] = value
  const cookies = response.headers.getSetCookie()
  return cookies.length === 0 ? headers : { ...headers, 'set-cookie': cookies }
}
