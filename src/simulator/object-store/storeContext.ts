import type { Verifier } from '../../signing/verdict.ts'
import type { ByteStream } from '../bodyStream.ts'
import type { Switches } from '../switches.ts'
import type { ObjectAddress } from './address.ts'
import type { ObjectStorage } from './objectStorage.ts'

/** How the client signed, and so how it is answered. A form tells it only once its fields are read. */
export interface Tongue {
  isS3: boolean
}

/** One request to the store, read as far as all operations need it. */
export interface StoreContext {
  request: Request
  url: URL
  address: ObjectAddress
  /** Lower-case names, with `host`. */
  headers: Readonly<Record<string, string>>
  body: ByteStream | null
  tongue: Tongue
  storage: ObjectStorage
  switches: Switches
  /** Keys, region and the store's own clock. */
  verifier: Verifier
  /** Milliseconds since the epoch, by the store's clock. */
  now: number
  /** Refuse a PUT that says no length. */
  requiresContentLength: boolean
  /** Calls an application server for a callback. */
  callOut: (request: Request) => Promise<Response>
}
