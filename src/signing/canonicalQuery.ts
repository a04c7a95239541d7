import { percentEncode } from './encoding.ts'
import { byCodeUnit, type SignableRequest } from './signableRequest.ts'

/** Encoded `name=value` pairs sorted by name, then by value, as SigV4 and the schemes made after it want them. */
export function canonicalQuery(query: SignableRequest['query']): string {
  return query
    .map(([name, value]) => [percentEncode(name), percentEncode(value)] as const)
    .toSorted(([a, x], [b, y]) => byCodeUnit(a, b) || byCodeUnit(x, y))
    .map(([name, value]) => `${name}=${value}`)
    .join('&')
}
