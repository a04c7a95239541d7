const encoder = new TextEncoder()

/** UTF-8 bytes of `text`. */
export function utf8(text: string): Uint8Array<ArrayBuffer> {
  return encoder.encode(text)
}

/** Lower-case hex. */
export function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Standard base64 with padding. */
export function toBase64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
}

/** Bytes of standard base64; undefined when `text` is none. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
  } catch {
    return undefined
  }
}

/**
 * Percent-encodes all but the unreserved characters of RFC 3986. `encodeURIComponent` leaves `!'()*` alone, which the
 * canonical requests of OSS V4 and SigV4 do not. A lone surrogate, which it would throw for, becomes U+FFFD.
 */
export function percentEncode(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\uFFFD')).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}

/** `percentEncode` for an object key: slashes stay. */
export function percentEncodePath(path: string): string {
  return path.split('/').map(percentEncode).join('/')
}

/** A query string of decoded pairs, in their order; an empty value is written as the bare name. */
export function formatQuery(query: ReadonlyArray<readonly [name: string, value: string]>): string {
  return query
    .map(([name, value]) => (value === '' ? percentEncode(name) : `${percentEncode(name)}=${percentEncode(value)}`))
    .join('&')
}
