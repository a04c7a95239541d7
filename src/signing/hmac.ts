import { toHex, utf8 } from './encoding.ts'

type Hash = 'SHA-1' | 'SHA-256'

async function hmac(hash: Hash, key: Uint8Array<ArrayBuffer>, text: string): Promise<Uint8Array<ArrayBuffer>> {
  const imported = await crypto.subtle.importKey('raw', key, { name: 'HMAC', hash }, false, ['sign'])
  return new Uint8Array(await crypto.subtle.sign('HMAC', imported, utf8(text)))
}

export function hmacSha1(secret: string, text: string): Promise<Uint8Array<ArrayBuffer>> {
  return hmac('SHA-1', utf8(secret), text)
}

export function hmacSha256(key: Uint8Array<ArrayBuffer>, text: string): Promise<Uint8Array<ArrayBuffer>> {
  return hmac('SHA-256', key, text)
}

/** Lower-case hex SHA-256 of the UTF-8 text. */
export async function sha256Hex(text: string): Promise<string> {
  return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', utf8(text))))
}
