/** However long a store asks to wait, a row in a list must come to an end. */
const longestMs = 15 * 60_000

/** Milliseconds from `Retry-After`: seconds, or a date counted from the server's own `Date` where it can be read. */
export function readRetryAfter(headers: Readonly<Record<string, string>>, nowMs = Date.now()): number | undefined {
  const value = headers['retry-after']?.trim()
  if (!value) return undefined
  if (/^\d{1,10}$/.test(value)) return Math.min(Number(value) * 1000, longestMs)
  const at = Date.parse(value)
  if (Number.isNaN(at)) return undefined
  const serverNow = Date.parse(headers.date ?? '')
  return Math.min(Math.max(at - (Number.isNaN(serverNow) ? nowMs : serverNow), 0), longestMs)
}
