import type { AccessKey } from '../signing/accessKey.ts'
import type { ObjectStorage } from './object-store/objectStorage.ts'

/** A server as a function; mounted in Node, in a service worker, or called by a test. */
export type Handler = (request: Request) => Promise<Response>

/** What the fake vendors share: the store they sign for, and its clock. */
export interface VendorContext<Quirks> {
  /** Address of the object store, e.g. `http://localhost:8399`. */
  storeUrl: string
  storage: ObjectStorage
  /** Reaches that store for a vendor's own calls, which no fault hits. */
  callStore: typeof globalThis.fetch
  /** The pair every vendor signs with. */
  accessKey: AccessKey
  region: string
  /** The servers' clock, milliseconds since the epoch. */
  now: () => number
  /** Milliseconds a credential lives, unless the vendor's own life is to be used. */
  credentialLifeMs: (byVendor: number) => number
  /** How this vendor behaves where its documentation leaves room. */
  quirks: () => Quirks
}

/** A request whose body may already be slowed, cut or turned over by the switches. */
export interface VendorCall {
  method: string
  url: URL
  headers: Headers
  body: ReadableStream<Uint8Array<ArrayBuffer>> | null
}

/** One fake vendor. */
export interface VendorApi {
  /** The vendor's name for a call, as faults name it. */
  operationOf(call: Pick<VendorCall, 'method' | 'url'>): string
  /** An error in this vendor's JSON. */
  describeError(code: string, message: string): object
  answer(call: VendorCall): Promise<Response>
}
