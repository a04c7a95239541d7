/** A copy of a JSON value with the member at a dotted path replaced, or left out for undefined. Numbers name list entries. */
export function withPath(value: unknown, path: string, replacement: unknown): unknown {
  const [name = '', ...rest] = path.split('.')
  const copy: Record<string, unknown> | unknown[] = Array.isArray(value) ? [...value] : { ...(value as object) }
  const members = copy as Record<string, unknown>
  members[name] = rest.length === 0 ? replacement : withPath(members[name], rest.join('.'), replacement)
  return copy
}
