import type { Expiry } from '../engine/ports.ts'

/**
 * When a signed URL ends, read from the URL itself: `Expires` (OSS V1, S3 V2; UNIX seconds), a signing date and seconds of life
 * (OSS V4 `x-oss-date` + `x-oss-expires`, S3 and GCS V4 likewise), or `se` of Azure's SAS. Undefined when the URL does not tell.
 */
export function readUrlExpiry(url: string, serverNowMs: number | undefined): Expiry | undefined {
  const query = new Map([...new URL(url).searchParams].map(([name, value]) => [name.toLowerCase(), value]))
  return (
    readAbsolute(query.get('expires'), serverNowMs) ??
    readDated(query, 'x-oss', serverNowMs) ??
    readDated(query, 'x-amz', serverNowMs) ??
    readDated(query, 'x-goog', serverNowMs) ??
    readSas(query, serverNowMs)
  )
}

function readAbsolute(seconds: string | undefined, serverNowMs: number | undefined): Expiry | undefined {
  if (seconds === undefined || !/^\d{1,12}$/.test(seconds)) return undefined
  return { atMs: Number(seconds) * 1000, serverNowMs }
}

/** A dated signature tells its own time of signing, which stands in for a server clock that was not sent. */
function readDated(
  query: ReadonlyMap<string, string>,
  prefix: string,
  serverNowMs: number | undefined,
): Expiry | undefined {
  const signedAtMs = readCompactDate(query.get(`${prefix}-date`))
  const seconds = query.get(`${prefix}-expires`)
  if (signedAtMs === undefined || seconds === undefined || !/^\d{1,7}$/.test(seconds)) return undefined
  return { atMs: signedAtMs + Number(seconds) * 1000, serverNowMs: serverNowMs ?? signedAtMs }
}

/** `se` alone may be anything; a SAS has a version and a signature. An ISO 8601 time in UTC, down to the day at the least. */
function readSas(query: ReadonlyMap<string, string>, serverNowMs: number | undefined): Expiry | undefined {
  const ends = query.get('se') ?? ''
  if (!query.has('sv') || !query.has('sig') || !/^\d{4}-\d\d-\d\d(T[\d:.]+Z)?$/.test(ends)) return undefined
  const atMs = Date.parse(ends)
  return Number.isNaN(atMs) ? undefined : { atMs, serverNowMs }
}

/** `20240115T083000Z` */
function readCompactDate(text: string | undefined): number | undefined {
  const match = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z$/.exec(text ?? '')
  if (!match) return undefined
  const parsed = Date.parse(`${match[1]}-${match[2]}-${match[3]}T${match[4]}:${match[5]}:${match[6]}Z`)
  return Number.isNaN(parsed) ? undefined : parsed
}
