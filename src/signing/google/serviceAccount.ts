import { fromBase64, toHex, utf8 } from '../encoding.ts'

/** A service account, as the JSON file of its key names things. */
export interface GoogleServiceAccount {
  client_email: string
  /** PEM, PKCS#8. */
  private_key: string
}

/** Signs texts: lower-case hex of RSASSA-PKCS1-v1_5 over SHA-256. */
export type RsaSigner = (text: string) => Promise<string>

/** @throws TypeError when the key is no PKCS#8 in PEM */
export async function createRsaSigner({ private_key: pem }: GoogleServiceAccount): Promise<RsaSigner> {
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }
  const key = await crypto.subtle.importKey('pkcs8', readPem(pem), algorithm, false, ['sign']).catch(() => {
    // What was thrown may quote the key.
    throw unusable()
  })
  return async (text) => toHex(new Uint8Array(await crypto.subtle.sign(algorithm, key, utf8(text))))
}

function readPem(pem: string): Uint8Array<ArrayBuffer> {
  // Environments often keep the line ends of the JSON as two characters.
  const lines = pem.replaceAll('\\n', '\n').split('\n')
  const bytes = fromBase64(lines.filter((line) => !line.startsWith('-----')).join(''))
  if (!bytes?.length) throw unusable()
  return bytes
}

function unusable(): TypeError {
  return new TypeError('The private_key of the service account is no PKCS#8 key in PEM.')
}
