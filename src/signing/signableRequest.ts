/** The parts of a request that signatures are made of, all decoded. */
export interface SignableRequest {
  /** Upper case. */
  method: string
  bucket: string
  /** Decoded; empty for the bucket itself. */
  key: string
  /** Decoded, in the URL's order. */
  query: ReadonlyArray<readonly [name: string, value: string]>
  /** Names in any case. */
  headers: Readonly<Record<string, string>>
}

/** The value of the first parameter of that name: where one is given twice, OSS reads the first. */
export function queryValue(query: SignableRequest['query'], name: string): string | undefined {
  return query.find(([candidate]) => candidate === name)?.[1]
}

/** Lower-case names, trimmed values. */
export function normaliseHeaders(headers: SignableRequest['headers']): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value.trim()]))
}

/** Sorts by code unit, as every canonical form does; `localeCompare` would not. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
