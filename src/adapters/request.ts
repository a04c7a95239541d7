import { abortError, UploadError } from '../engine/errors.ts'
import type { Stage } from '../engine/errors.ts'
import { readRetryAfter } from '../engine/retryAfter.ts'
import { refusalError } from './vendorRefusal.ts'
import type { VendorErrors } from './vendorRefusal.ts'

/** Headers for the embedder's own endpoint (a CSRF token, a bearer token); a function is asked before every call. */
export type HeaderSource =
  | Readonly<Record<string, string>>
  | (() => Readonly<Record<string, string>> | Promise<Readonly<Record<string, string>>>)

/** How an adapter reaches the embedder's own endpoint. */
export interface BackendOptions {
  /** Address of the endpoint, absolute or on the page's own origin, e.g. `/api/attachments`. */
  endpoint: string
  /** @default the platform's */
  fetch?: typeof globalThis.fetch | undefined
  headers?: HeaderSource | undefined
  /** Send cookies to another origin, too. @default false: cookies go to the page's own origin only */
  withCredentials?: boolean | undefined
}

export interface BackendCall {
  /** Appended to the endpoint. */
  path: string
  /** @default 'POST' */
  method?: 'GET' | 'POST' | 'DELETE' | undefined
  query?: Readonly<Record<string, string | undefined>> | undefined
  /** Sent as `application/x-www-form-urlencoded`; undefined values are left out. */
  form?: Readonly<Record<string, string | undefined>> | undefined
  /** Sent as `application/json`. */
  json?: unknown
  /** The page is going away; the call must outlive it. */
  keepalive?: boolean | undefined
  stage: Stage
  signal: AbortSignal
}

export interface BackendAnswer {
  /** Undefined for an answer without a body. */
  json: unknown
  /** From the `Date` header, milliseconds since the epoch: the only clock a signed expiry may be compared with. */
  serverNowMs: number | undefined
}

/**
 * Calls the embedder's endpoint and reads JSON. Rejects with `AbortError` once `signal` is aborted, else with an `UploadError`
 * of the call's stage: `network` or `offline`, the vendor's refusal, `unauthorized` for a bare 401,
 * `answer-unreadable` when a success is not JSON.
 */
export async function requestJson(
  options: BackendOptions,
  call: BackendCall,
  errors: VendorErrors,
): Promise<BackendAnswer> {
  if (call.signal.aborted) throw abortError()
  const headers = await ownHeaders(options, call.stage)
  try {
    const response = await sendCall(options, headers, call)
    refuseRedirect(response, call.stage)
    const text = await response.text()
    if (!response.ok) throw refusedResponse(response, text, call.stage, errors)
    return { json: parseJson(text, call.stage), serverNowMs: readDate(response.headers.get('date')) }
  } catch (thrown) {
    throw describeFailure(thrown, call)
  }
}

/** The embedder's headers as they are now. */
export async function resolveHeaders(source: HeaderSource | undefined): Promise<Readonly<Record<string, string>>> {
  return typeof source === 'function' ? await source() : (source ?? {})
}

/** The address of a call: endpoint, path and query, joined without doubling a slash. */
export function callUrl(endpoint: string, path: string, query: BackendCall['query'] = {}): string {
  const search = encodePairs(query).toString()
  return `${endpoint.replace(/\/+$/, '')}/${path}${search && `?${search}`}`
}

async function ownHeaders({ headers }: BackendOptions, stage: Stage): Promise<Readonly<Record<string, string>>> {
  try {
    return await resolveHeaders(headers)
  } catch (cause) {
    throw new UploadError({ code: 'unknown', stage, hint: 'The headers of the endpoint could not be had.', cause })
  }
}

async function sendCall(
  options: BackendOptions,
  headers: Readonly<Record<string, string>>,
  call: BackendCall,
): Promise<Response> {
  const send = options.fetch ?? globalThis.fetch
  return send(callUrl(options.endpoint, call.path, call.query), {
    method: call.method ?? 'POST',
    headers: { accept: 'application/json', ...contentTypeOf(call), ...headers },
    credentials: options.withCredentials ? 'include' : 'same-origin',
    cache: 'no-store',
    // Tokens and cookies are for the endpoint; they must not go on to where a redirect leads.
    redirect: 'manual',
    signal: call.signal,
    ...(call.keepalive ? { keepalive: true } : {}),
    ...bodyOf(call),
  })
}

/** Browsers hide where it leads, and say `opaqueredirect`; servers see the status. */
function refuseRedirect({ status, type }: Response, stage: Stage): void {
  if (type !== 'opaqueredirect' && (status < 300 || status > 399)) return
  const hint = 'The endpoint sent the call on to another address, to a sign-in page perhaps; it was not followed.'
  throw new UploadError({ code: 'answer-unreadable', stage, hint })
}

function contentTypeOf(call: BackendCall): Record<string, string> {
  if (call.json !== undefined) return { 'content-type': 'application/json' }
  if (call.form) return { 'content-type': 'application/x-www-form-urlencoded' }
  return {}
}

function bodyOf(call: BackendCall): { body?: string } {
  if (call.json !== undefined) return { body: JSON.stringify(call.json) }
  if (call.form) return { body: encodePairs(call.form).toString() }
  return {}
}

function encodePairs(pairs: Readonly<Record<string, string | undefined>>): URLSearchParams {
  const encoded = new URLSearchParams()
  for (const [name, value] of Object.entries(pairs)) if (value !== undefined) encoded.append(name, value)
  return encoded
}

function refusedResponse(response: Response, text: string, stage: Stage, errors: VendorErrors): UploadError {
  const body = tryJson(text)
  return refusalError({
    status: response.status,
    refusal: body.ok ? errors.readRefusal(body.value) : undefined,
    codes: errors.codes,
    stage,
    retryAfterMs: readRetryAfter(response.headers.get('retry-after'), response.headers.get('date')),
  })
}

function parseJson(text: string, stage: Stage): unknown {
  if (text.trim() === '') return undefined
  const parsed = tryJson(text)
  if (parsed.ok) return parsed.value
  throw new UploadError({ code: 'answer-unreadable', stage, hint: "The backend's answer is not JSON." })
}

function tryJson(text: string): { ok: true; value: unknown } | { ok: false } {
  try {
    return { ok: true, value: JSON.parse(text) as unknown }
  } catch {
    return { ok: false }
  }
}

function readDate(text: string | null): number | undefined {
  const parsed = text === null ? Number.NaN : Date.parse(text)
  return Number.isNaN(parsed) ? undefined : parsed
}

function describeFailure(thrown: unknown, call: BackendCall): unknown {
  if (call.signal.aborted) return abortError()
  if (thrown instanceof UploadError) return thrown
  const code = globalThis.navigator?.onLine === false ? 'offline' : 'network'
  return new UploadError({ code, stage: call.stage, hint: 'The backend could not be reached.' })
}
