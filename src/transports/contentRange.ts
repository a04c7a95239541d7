/** What a `Content-Range` header says: `bytes 5-9/1200`, or, where nothing could be served, a star in place of the two numbers. */
export interface ContentRange {
  /** First byte of the part; undefined when the range could not be served. */
  start: number | undefined
  /** Bytes of the whole object, where it is known. */
  totalBytes: number | undefined
}

/** Undefined where the header is missing, hidden by CORS or of another form. */
export function parseContentRange(header: string | null): ContentRange | undefined {
  const match = /^bytes (?:(\d+)-\d+|\*)\/(?:(\d+)|\*)$/i.exec(header?.trim() ?? '')
  if (!match) return undefined
  return {
    start: match[1] === undefined ? undefined : Number(match[1]),
    totalBytes: match[2] === undefined ? undefined : Number(match[2]),
  }
}
