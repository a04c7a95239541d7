/** A URL's parts, decoded, with the query in a stable order. */
export function readUrl(url: string): { origin: string; path: string; query: Array<[string, string]> } {
  const { origin, pathname, searchParams } = new URL(url)
  const query = [...searchParams].toSorted(([a], [b]) => (a < b ? -1 : 1))
  return { origin, path: decodeURIComponent(pathname), query }
}
