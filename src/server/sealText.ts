import { fromBase64, toBase64, utf8 } from '../signing/encoding.ts'

/** Hands out a text that its holder can give back and neither read nor change. */
export interface TextSealer {
  /** @param label what the text belongs to: it is opened under the same label alone */
  seal: (text: string, label: string) => Promise<string>
  /** Undefined for what was not sealed here under that label. */
  open: (sealed: string, label: string) => Promise<string | undefined>
}

const ivBytes = 12

/** AES-GCM under a key made of a secret: servers that share the secret open each other's, and nothing has to be kept. */
export function createTextSealer(secret: string): TextSealer {
  let made: Promise<CryptoKey> | undefined
  const key = () => (made ??= keyOf(secret))
  return {
    async seal(text, label) {
      const iv = crypto.getRandomValues(new Uint8Array(ivBytes))
      const algorithm = { name: 'AES-GCM', iv, additionalData: utf8(label) }
      const sealed = new Uint8Array(await crypto.subtle.encrypt(algorithm, await key(), utf8(text)))
      return toBase64(Uint8Array.of(...iv, ...sealed))
    },
    async open(sealed, label) {
      const bytes = fromBase64(sealed)
      if (!bytes || bytes.length <= ivBytes) return undefined
      const algorithm = { name: 'AES-GCM', iv: bytes.slice(0, ivBytes), additionalData: utf8(label) }
      try {
        const text = await crypto.subtle.decrypt(algorithm, await key(), bytes.slice(ivBytes))
        return new TextDecoder().decode(text)
      } catch {
        return undefined
      }
    },
  }
}

async function keyOf(secret: string): Promise<CryptoKey> {
  const digest = await crypto.subtle.digest('SHA-256', utf8(`attachkit sealed text\n${secret}`))
  return crypto.subtle.importKey('raw', digest, 'AES-GCM', false, ['encrypt', 'decrypt'])
}
