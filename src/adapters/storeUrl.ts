import { UploadError } from '../engine/errors.ts'
import type { Stage } from '../engine/errors.ts'

/**
 * Checks a URL from a backend before anything is sent to it, and returns it as received but for line wraps. Refuses with
 * `url-refused` what is not http or https, and with `store-misconfigured` a host that browsers cannot reach.
 */
export function checkStoreUrl(received: string, field: string, stage: Stage): string {
  const url = unwrapUrl(received)
  const parsed = /^https?:\/\/[^\s]+$/i.test(url) ? tryUrl(url) : undefined
  if (!parsed) throw refuse('url-refused', `${field} is not an http or https URL.`, stage)
  if (parsed.username || parsed.password) throw refuse('url-refused', `${field} holds a user name or password.`, stage)
  if (isInternalHost(parsed.hostname)) {
    throw refuse('store-misconfigured', `${field} names a host that only the vendor's own network can reach.`, stage)
  }
  return url
}

/** A host, or a part of one, that an address is put together from: a slash or an `@` in it would name another host. */
export function checkHost(host: string, field: string, stage: Stage): string {
  if (/^[\w.-]+(?::\d{1,5})?$/.test(host)) return host
  throw refuse('url-refused', `${field} is not the name of a host.`, stage)
}

/**
 * The vendor's own samples wrap the line after the host, as a line feed or, in tables, a space. A signed URL can hold no raw
 * whitespace, so taking it out is safe; Chromium would otherwise ask for a host named `...com%20`.
 */
export function unwrapUrl(received: string): string {
  return received
    .trim()
    .replace(/[\t\r\n]+/g, '')
    .replace(/^(https?:\/\/[^/?#\s]+)\s+(?=[/?#])/i, '$1')
}

/** OSS endpoints of the form `...-internal.aliyuncs.com` exist only inside Alibaba's network. */
export function isInternalHost(host: string): boolean {
  return /-internal\.aliyuncs\.com$/i.test(host)
}

function tryUrl(text: string): URL | undefined {
  try {
    return new URL(text)
  } catch {
    return undefined
  }
}

function refuse(code: 'url-refused' | 'store-misconfigured', hint: string, stage: Stage): UploadError {
  return new UploadError({ code, stage, hint })
}
