/** Which side a request is for: a vendor's API, or the object store. */
export type Plane = 'api' | 'store'

/** What faults are matched against. */
export interface Exchange {
  plane: Plane
  /** Of the API plane, e.g. `alibaba-ticket`. */
  vendor?: string | undefined
  /** Upper case. */
  method: string
  /** The vendor's or the store's own name for the call: `GetAttachmentUploadUrl`, `PutObject`, `PostObject`, `GetObject`, ... */
  operation: string
  /** Object key or file name, where the call is about one. */
  key?: string | undefined
}

/** Every member that is given must fit. Preflights are met only by `method: 'OPTIONS'` or `operation: 'Preflight'`. */
export interface FaultMatch {
  plane?: Plane | undefined
  vendor?: string | undefined
  method?: string | undefined
  operation?: string | undefined
  /** Part of the key. A form names its key inside its body, so a PostObject has none to match. */
  keyIncludes?: string | undefined
}

/**
 * A moment of an exchange: before the body is read; when that fraction (0 to 1) of the request's body has come in; when the
 * request was carried out (the object is stored) and the answer is due; when that fraction of the answer's body has gone out.
 */
export type FaultPoint = 'start' | { received: number } | 'handled' | { sent: number }

/** `error`: the plane's own error document. `malformed`: that document cut short. `html`: a proxy's page. */
export type FaultBody = 'error' | 'malformed' | 'html' | 'empty' | { contentType: string; text: string }

/** What goes wrong. Plain data. */
export type Fault =
  /** Another answer, in place of (`start`) or after (`handled`) carrying the request out. */
  | {
      type: 'answer'
      status: number
      /** @default 'InternalError' */
      code?: string | undefined
      message?: string | undefined
      /** `Retry-After`, `Location`, ... */
      headers?: Readonly<Record<string, string>> | undefined
      /** @default 'error' */
      body?: FaultBody | undefined
      /** @default 'start' */
      at?: 'start' | 'handled' | undefined
    }
  /** The connection is cut. At `{ sent }` the answer's Content-Length promises more than comes. */
  | { type: 'reset'; at: FaultPoint }
  /** Nothing moves any more, until the client gives up. */
  | { type: 'stall'; at: FaultPoint }
  /** Both bodies crawl. */
  | { type: 'slow'; bytesPerSecond: number }
  /** Waits before anything else. */
  | { type: 'delay'; ms: number }
  /** The answer's body ends early and in good order, without a Content-Length to notice it by. */
  | { type: 'truncate'; at: number }
  /** One bit of the body is turned over on its way. */
  | { type: 'corrupt'; at: { received: number } | { sent: number } }
  /** The store answers without any CORS headers; with `method: 'OPTIONS'` it refuses the preflight. */
  | { type: 'cors-refused' }
  /** The store does not expose these headers, e.g. `['etag']`. */
  | { type: 'hide-headers'; names: readonly string[] }

export interface ScriptedFault {
  /** @default every exchange but preflights */
  match?: FaultMatch | undefined
  /** Lets so many matching exchanges pass first. @default 0 */
  after?: number | undefined
  /** Strikes so many times; null: for ever. @default 1 */
  times?: number | null | undefined
  fault: Fault
}

export function matchesFault(match: FaultMatch, exchange: Exchange): boolean {
  if (isPreflight(exchange) && match.method !== 'OPTIONS' && match.operation !== exchange.operation) return false
  return (
    (match.plane === undefined || match.plane === exchange.plane) &&
    (match.vendor === undefined || match.vendor === exchange.vendor) &&
    (match.method === undefined || match.method === exchange.method) &&
    (match.operation === undefined || match.operation === exchange.operation) &&
    (match.keyIncludes === undefined || (exchange.key ?? '').includes(match.keyIncludes))
  )
}

export function isPreflight(exchange: Exchange): boolean {
  return exchange.method === 'OPTIONS'
}
