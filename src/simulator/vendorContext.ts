import type { AccessKey } from '../signing/accessKey.ts'
import type { ObjectStorage } from './object-store/objectStorage.ts'

/** A server as a function; mounted in Node, in a service worker, or called by a test. */
export type Handler = (request: Request) => Promise<Response>

/** What the fake vendors share: the store they sign for, and its clock. */
export interface VendorContext<Quirks> {
  /** Address of the object store, e.g. `http://localhost:8399`. */
  storeUrl: string
  storage: ObjectStorage
  /** The pair every vendor signs with. */
  accessKey: AccessKey
  region: string
  /** Milliseconds since the epoch. */
  now: () => number
  /** Milliseconds a credential lives. */
  credentialLifeMs: () => number
  /** How this vendor behaves where its documentation leaves room. */
  quirks: () => Quirks
}
