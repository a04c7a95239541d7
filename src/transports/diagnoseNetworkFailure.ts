import { abortError, UploadError, type ErrorCode, type Stage } from '../engine/errors.ts'
import { ossCorsRule, s3CorsRule } from './corsRule.ts'
import { isDevelopment } from './isDevelopment.ts'

/** A request that ended without an answer. */
export interface NetworkFailure {
  method: string
  url: string
  headers: Readonly<Record<string, string>>
  /** Bytes of the body that had left; undefined where nothing told. */
  sentBytes: number | undefined
  /** The page's Content-Security-Policy blocked it. */
  blockedByPolicy: boolean
  /** @default 'transfer' */
  stage?: Stage | undefined
}

type Finding = Extract<ErrorCode, 'network' | 'offline' | 'cors-refused' | 'csp-blocked' | 'mixed-content'>

const hints: Readonly<Record<Finding, string>> = {
  offline: 'The browser is offline.',
  'csp-blocked': "The page's Content-Security-Policy blocks the store's host; add it to connect-src.",
  'mixed-content': 'The page is served over https and the credential names an http address, which browsers block.',
  'cors-refused':
    "The store can be reached, but the browser may not talk to it: its CORS rules lack this page's origin, the method or a header, or it refuses the request without CORS headers (an expired or wrong signature).",
  network:
    'The connection ended without an answer: it broke, the host is not reachable or blocked by an extension, or the store answered without CORS headers.',
}

/**
 * Why no answer came, as far as a page can tell: browsers hide it, so this is inference. `cors-refused` needs that no byte had
 * left (a preflight is asked first) and that the host answers a request that needs no leave; it stays retryable, since a
 * store that hides an expired signature looks the same and a new credential may do.
 */
export async function diagnoseNetworkFailure(
  failure: NetworkFailure,
  signal: AbortSignal,
  onDiagnosis?: (report: string) => void,
): Promise<UploadError> {
  const code = await find(failure, signal)
  if (signal.aborted) throw abortError()
  const report = onDiagnosis ?? (isDevelopment() ? warn : undefined)
  if (code !== 'offline') report?.(describeFinding(code, failure))
  return new UploadError({
    code,
    stage: failure.stage ?? 'transfer',
    hint: hints[code],
    ...(code === 'cors-refused' ? { retryable: true } : {}),
  })
}

async function find(failure: NetworkFailure, signal: AbortSignal): Promise<Finding> {
  if (globalThis.navigator?.onLine === false) return 'offline'
  if (failure.blockedByPolicy) return 'csp-blocked'
  const target = new URL(failure.url, globalThis.location?.href)
  if (isMixedContent(target)) return 'mixed-content'
  if (failure.sentBytes !== 0 || target.origin === globalThis.location?.origin) return 'network'
  return (await answersAtAll(target.origin, signal)) ? 'cors-refused' : 'network'
}

/** Browsers trust plain http to the machine itself. */
function isMixedContent(target: URL): boolean {
  const isLoopback = /^(localhost|.*\.localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(target.hostname)
  return globalThis.location?.protocol === 'https:' && target.protocol === 'http:' && !isLoopback
}

const probeMs = 5000

/** A no-cors request needs no leave and tells nothing, but whether somebody answered. It carries no credential. */
async function answersAtAll(origin: string, signal: AbortSignal): Promise<boolean> {
  try {
    await fetch(`${origin}/`, {
      method: 'HEAD',
      mode: 'no-cors',
      cache: 'no-store',
      credentials: 'omit',
      signal: AbortSignal.any([signal, AbortSignal.timeout(probeMs)]),
    })
    return true
  } catch {
    return false
  }
}

/** The report for developers: finding, what was checked, rules to paste. Names the host and header names, never a query or a value. */
function describeFinding(code: Finding, failure: NetworkFailure): string {
  const target = new URL(failure.url, globalThis.location?.href)
  const origin = globalThis.location?.origin ?? 'null'
  const summary = `attachkit: ${failure.method} to ${target.host} got no answer (${code}). ${hints[code]}`
  if (code === 'csp-blocked') return `${summary}\n\nconnect-src ${target.origin}`
  if (code === 'mixed-content') return summary
  const need = { origin, method: failure.method, headers: Object.keys(failure.headers) }
  return [
    summary,
    `Checked: online yes; Content-Security-Policy no block; mixed content no; bytes sent ${failure.sentBytes ?? 'unknown'}.`,
    `If it is the bucket's CORS rules, it needs origin ${origin}, method ${need.method}, headers ${need.headers.join(', ') || '(none)'}:`,
    `S3:\n${s3CorsRule(need)}`,
    `OSS:\n${ossCorsRule(need)}`,
  ].join('\n\n')
}

function warn(report: string): void {
  // eslint-disable-next-line no-console -- development builds only; this is where developers look for it
  console.warn(report)
}
