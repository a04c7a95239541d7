/**
 * Header names a page may not set; browsers drop them without a word, so the store would get another request than the
 * signed one. `user-agent` is not forbidden by the standard, but Chromium ignores it.
 * Source: https://fetch.spec.whatwg.org/#forbidden-request-header
 */
const forbiddenNames: ReadonlySet<string> = new Set([
  'accept-charset',
  'accept-encoding',
  'access-control-request-headers',
  'access-control-request-method',
  'access-control-request-private-network',
  'connection',
  'content-length',
  'cookie',
  'cookie2',
  'date',
  'dnt',
  'expect',
  'host',
  'keep-alive',
  'origin',
  'referer',
  'set-cookie',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'user-agent',
  'via',
])

const token = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/
const plainAscii = /^[\x20-\x7e\t]*$/

/** Whether browsers refuse, or silently drop, a header of that name. */
export function isForbiddenHeader(name: string): boolean {
  const lower = name.toLowerCase()
  return forbiddenNames.has(lower) || lower.startsWith('proxy-') || lower.startsWith('sec-')
}

/**
 * The first header that a browser would drop, refuse or send in other bytes than handed out, as a sentence for a developer
 * with the way out; undefined when all can be sent. Values are never quoted: they may be signatures.
 */
export function findUnsendableHeader(headers: Readonly<Record<string, string>>): string | undefined {
  for (const [name, value] of Object.entries(headers)) {
    const reason = unsendableReason(name, value)
    if (reason) return reason
  }
  return undefined
}

function unsendableReason(name: string, value: string): string | undefined {
  if (!token.test(name)) return 'A header of the credential has a name that is not a token; remove it from the answer.'
  if (isForbiddenHeader(name)) {
    return `The credential asks for the header ${name}, which browsers do not let a page set; sign without it (for a date use x-oss-date or x-amz-date).`
  }
  // Engines disagree on the bytes of non-ASCII values, and line ends would break the header.
  if (!plainAscii.test(value)) {
    return `The value of the header ${name} holds characters outside printable ASCII; percent-encode it before signing.`
  }
  return undefined
}
