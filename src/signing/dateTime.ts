/** `yyyymmddTHHMMSSZ`, as V4 signatures write a moment given in milliseconds since the epoch. */
export function formatBasicDateTime(atMs: number): string {
  return new Date(atMs)
    .toISOString()
    .replace(/\.\d{3}/, '')
    .replace(/[-:]/g, '')
}

/** Milliseconds since the epoch; undefined unless `text` is a real `yyyymmddTHHMMSSZ`. */
export function parseBasicDateTime(text: string): number | undefined {
  const match = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text)
  if (!match) return undefined
  const [, year, month, day, hours, minutes, seconds] = match
  const atMs = Date.parse(`${year}-${month}-${day}T${hours}:${minutes}:${seconds}Z`)
  return Number.isNaN(atMs) ? undefined : atMs
}

/** `Wed, 28 Dec 2022 10:27:41 GMT`, as V1 headers write it. */
export function formatHttpDate(atMs: number): string {
  return new Date(atMs).toUTCString()
}

/** Milliseconds since the epoch; undefined unless `text` is an RFC 1123 date in GMT with a two-digit day. */
export function parseHttpDate(text: string): number | undefined {
  if (!/^[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/.test(text)) return undefined
  const atMs = Date.parse(text)
  return Number.isNaN(atMs) ? undefined : atMs
}
