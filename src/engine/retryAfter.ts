/** However long a server asks to wait, a row in a list must come to an end. */
const longestMs = 15 * 60_000

/**
 * Milliseconds from `Retry-After`, at most a quarter of an hour. A date counts only from the server's own `Date`: the page's
 * clock is often wrong. Undefined for what cannot be read.
 * Source: RFC 9110, 10.2.3
 *
 * @param retryAfter value of that header
 * @param date value of the same answer's `Date`, where CORS lets the page read it
 */
export function readRetryAfter(
  retryAfter: string | null | undefined,
  date: string | null | undefined,
): number | undefined {
  const value = retryAfter?.trim() ?? ''
  if (/^\d+$/.test(value)) return Math.min(Number(value) * 1000, longestMs)
  // V8 takes almost anything for a date, "-1" included; an HTTP date begins with the name of its day.
  if (!/^[a-z]{3}/i.test(value)) return undefined
  const waitMs = Date.parse(value) - Date.parse(date ?? '')
  return Number.isNaN(waitMs) ? undefined : Math.min(Math.max(waitMs, 0), longestMs)
}
