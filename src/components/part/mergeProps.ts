/** Props of an element of which nothing more is known. */
export type AnyProps = Record<string, unknown>

type Handler = (event: unknown) => void

/**
 * The part's own props and the caller's. Both handlers of an event run, the caller's first: after `preventDefault()` the
 * part's does not. Classes and styles are joined, for all else the caller's value wins.
 */
export function mergeProps(own: AnyProps, given: AnyProps): AnyProps {
  const merged: AnyProps = { ...own }
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined) continue
    merged[name] = mergeProp(name, own[name], value)
  }
  return merged
}

function mergeProp(name: string, own: unknown, given: unknown): unknown {
  if (name === 'className') return [own, given].filter(Boolean).join(' ')
  if (name === 'style') return { ...(own as object | undefined), ...(given as object) }
  if (/^on[A-Z]/.test(name) && isHandler(own) && isHandler(given)) return chain(given, own)
  return given
}

function chain(first: Handler, then: Handler): Handler {
  return (event) => {
    first(event)
    if (!isPrevented(event)) then(event)
  }
}

function isHandler(value: unknown): value is Handler {
  return typeof value === 'function'
}

function isPrevented(event: unknown): boolean {
  return typeof event === 'object' && event !== null && 'defaultPrevented' in event && event.defaultPrevented === true
}
