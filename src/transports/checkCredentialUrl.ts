import { UploadError } from '../engine/errors.ts'

/**
 * The address a credential leads to, resolved against the page like the browser will; the request itself is opened with the
 * text as received. Refuses with `url-refused` everything but http and https, addresses with a user name, which people
 * mistake for the host, and `//host`, which looks like a path of the page's own. A download may also come from a Blob of the page itself (the memory adapter's do).
 */
export function checkCredentialUrl(url: string, stage: 'transfer' | 'download' = 'transfer'): URL {
  const parsed = tryParse(url)
  const refuse = (hint: string) => new UploadError({ code: 'url-refused', stage, hint })
  if (!parsed) throw refuse('The credential holds something that is not a URL.')
  if (stage === 'download' && isOwnBlob(parsed)) return parsed
  if (parsed.protocol !== 'https:' && parsed.protocol !== 'http:') {
    throw refuse("The credential's URL has a scheme other than http and https.")
  }
  if (!/^\s*https?:\/\//i.test(url) && parsed.origin !== globalThis.location?.origin) {
    throw refuse("The credential's URL names a host without a scheme.")
  }
  if (parsed.username || parsed.password) throw refuse("The credential's URL holds a user name or password.")
  return parsed
}

function tryParse(url: string): URL | undefined {
  try {
    return new URL(url, globalThis.location?.href)
  } catch {
    return undefined
  }
}

/** Only the page itself can make one of its origin. */
function isOwnBlob({ protocol, origin }: URL): boolean {
  return protocol === 'blob:' && origin === globalThis.location?.origin
}
