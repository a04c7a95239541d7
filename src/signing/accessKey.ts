/** A pair that signs, as a vendor hands it out. */
export interface AccessKey {
  id: string
  secret: string
  /** Of a temporary (STS) pair: goes with every signed request and is signed itself. */
  token?: string | undefined
  /** When a temporary pair ends, in milliseconds since the epoch. */
  expiresAt?: number | undefined
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

/** A fresh pair for development. The id says so; it opens nothing but the simulator it is given to. */
export function createAccessKey(): AccessKey {
  return { id: `DEVONLY${randomText(17)}`, secret: randomText(30) }
}

/** A fresh temporary pair that ends at `expiresAt` (milliseconds since the epoch). */
export function createTemporaryAccessKey(expiresAt: number): AccessKey {
  return { id: `STS.DEVONLY${randomText(13)}`, secret: randomText(30), token: `CAIS${randomText(60)}`, expiresAt }
}

function randomText(length: number): string {
  const bytes = crypto.getRandomValues(new Uint8Array(length))
  return Array.from(bytes, (byte) => alphabet[byte % alphabet.length]).join('')
}
