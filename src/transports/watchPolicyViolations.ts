/** What the page's Content-Security-Policy blocked while something was watched. */
export interface PolicyViolations {
  /** Whether a request to that URL's origin was blocked. */
  blocks: (url: string) => boolean
  stop: () => void
}

/** A blocked request looks like a network failure; the browser tells the reason only by an event on the document. */
export function watchPolicyViolations(): PolicyViolations {
  const blocked = new Set<string>()
  const target = globalThis.document as Document | undefined
  const listener = (event: SecurityPolicyViolationEvent) => {
    if (event.disposition !== 'report') blocked.add(originOf(event.blockedURI))
  }
  target?.addEventListener('securitypolicyviolation', listener)
  return {
    blocks: (url) => blocked.has(originOf(url)),
    stop: () => target?.removeEventListener('securitypolicyviolation', listener),
  }
}

function originOf(url: string): string {
  try {
    return new URL(url, globalThis.location?.href).origin
  } catch {
    return url
  }
}
