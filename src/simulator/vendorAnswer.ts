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

/** `.png` of a file's name: short, lower case, ASCII; empty when there is none. */
export function extensionOf(fileName: string): string {
  return /\.[a-z0-9]{1,10}$/i.exec(fileName)?.[0].toLowerCase() ?? ''
}
