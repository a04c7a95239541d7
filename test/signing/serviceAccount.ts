import { generateKeyPairSync, verify } from 'node:crypto'
import type { GoogleServiceAccount } from '../../src/signing/google/serviceAccount.ts'

export interface TestServiceAccount {
  account: GoogleServiceAccount
  /** Whether the account signed that text. */
  verify: (text: string, hexSignature: string) => boolean
}

let made: TestServiceAccount | undefined

/** An account with a key pair of this run. */
export function createServiceAccount(): TestServiceAccount {
  made ??= generate()
  return made
}

function generate(): TestServiceAccount {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const private_key = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  return {
    account: { client_email: 'desk@example-project.iam.gserviceaccount.com', private_key },
    verify: (text, hexSignature) => verify('sha256', Buffer.from(text), publicKey, Buffer.from(hexSignature, 'hex')),
  }
}
