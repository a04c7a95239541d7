/** A vendor's JSON. `Date` tells the vendor's clock, as real servers do. */
export function jsonAnswer(body: unknown, status: number, nowMs: number): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json;charset=utf-8', date: new Date(nowMs).toUTCString() },
  })
}

/** As Alibaba Cloud writes request ids. */
export function requestId(): string {
  return crypto.randomUUID().toUpperCase()
}

/** The last folder of a URL: the operation of an RPC-style API, whatever prefix it is mounted under. */
export function lastSegment(url: string): string {
  return decodeURIComponent(new URL(url).pathname.split('/').filter(Boolean).at(-1) ?? '')
}

/** `.png` of a file's name: short, lower case, ASCII; empty when there is none. */
export function extensionOf(fileName: string): string {
  return /\.[a-z0-9]{1,10}$/i.exec(fileName)?.[0].toLowerCase() ?? ''
}
