/** Reads what `getAllResponseHeaders` gives: lower-case names, values of repeated headers joined by a comma. */
export function readAnswerHeaders(raw: string): Record<string, string> {
  // Without a prototype, so that a header named __proto__ stays a header.
  const headers = Object.create(null) as Record<string, string>
  for (const line of raw.split(/\r?\n/)) {
    const colon = line.indexOf(':')
    if (colon <= 0) continue
    const name = line.slice(0, colon).trim().toLowerCase()
    const value = line.slice(colon + 1).trim()
    headers[name] = headers[name] === undefined ? value : `${headers[name]}, ${value}`
  }
  return headers
}
