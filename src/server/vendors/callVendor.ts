import { isRecord } from './isRecord.ts'
import { VendorFailure } from './vendorFailure.ts'

/** How a handler reaches its vendor. */
export interface VendorReach {
  /** @default the platform's */
  fetch?: typeof globalThis.fetch | undefined
  /** Milliseconds that an answer without bytes may take. @default 15000 */
  timeoutMs?: number | undefined
}

export interface VendorCall {
  vendor: string
  operation: string
  url: string
  method: 'GET' | 'POST' | 'DELETE'
  headers: Record<string, string>
  body?: string | ReadableStream<Uint8Array<ArrayBuffer>> | undefined
  /** The page has gone. */
  signal?: AbortSignal | undefined
}

/** What came back. */
export interface VendorReply {
  status: number
  json: Readonly<Record<string, unknown>>
  /** The vendor's `Date`: pages measure the life of what was signed by it. */
  date: string | null
}

/**
 * Sends a call, and hands over an answer of any status. Redirects are not followed: keys are for this vendor alone.
 * @throws VendorFailure `vendor-unreachable`, `vendor-timeout`
 */
export async function sendToVendor(call: VendorCall, fetch = globalThis.fetch): Promise<Response> {
  const { vendor, operation, url, method, headers, body, signal } = call
  // `duplex` is what a streamed body needs; the DOM's types do not know it.
  const streamed = typeof body === 'object' ? { duplex: 'half' } : {}
  const init = { method, headers, redirect: 'manual' as const, ...(body === undefined ? {} : { body }), ...streamed }
  try {
    return await fetch(url, { ...init, ...(signal ? { signal } : {}) })
  } catch (cause) {
    // What was thrown may quote the request, so it goes no further.
    const isTimeout = cause instanceof Error && cause.name === 'TimeoutError'
    const code = isTimeout ? 'vendor-timeout' : 'vendor-unreachable'
    const sentence = isTimeout ? 'The vendor did not answer in time.' : 'The vendor could not be reached.'
    throw new VendorFailure({ vendor, operation, code, status: isTimeout ? 504 : 503, sentence })
  }
}

/** A call that is answered with JSON. @throws VendorFailure also `answer-unreadable` */
export async function askVendor(
  call: VendorCall,
  { fetch, timeoutMs = 15_000 }: VendorReach = {},
): Promise<VendorReply> {
  const timeout = AbortSignal.timeout(timeoutMs)
  const signal = call.signal ? AbortSignal.any([call.signal, timeout]) : timeout
  return readReply(await sendToVendor({ ...call, signal }, fetch), call)
}

/** @throws VendorFailure `answer-unreadable` */
export async function readReply(
  response: Response,
  { vendor, operation }: Pick<VendorCall, 'vendor' | 'operation'>,
): Promise<VendorReply> {
  const json = await readJson(response)
  if (json) return { status: response.status, json, date: response.headers.get('date') }
  const sentence = `The answer, HTTP ${response.status}, is not the vendor's JSON: does the endpoint's address fit?`
  throw new VendorFailure({ vendor, operation, code: 'answer-unreadable', status: 502, sentence })
}

async function readJson(response: Response): Promise<Readonly<Record<string, unknown>> | undefined> {
  try {
    const parsed: unknown = JSON.parse(await response.text())
    return isRecord(parsed) ? parsed : undefined
  } catch {
    return undefined
  }
}
