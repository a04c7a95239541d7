import { checkHeaders } from '../engine/checkHeaders.ts'
import type { OpenDownload } from '../engine/downloadPorts.ts'
import { abortError } from '../engine/errors.ts'
import { checkCredentialUrl } from './checkCredentialUrl.ts'
import { diagnoseNetworkFailure } from './diagnoseNetworkFailure.ts'
import { startPatience, type Patience } from './patience.ts'
import { defaultStallLimits } from './stallTimers.ts'
import { watchPolicyViolations } from './watchPolicyViolations.ts'

export interface CallOptions {
  /** Milliseconds without a new byte, or without an answer, after which a download counts as stalled. @default 60000 */
  stalledAfterMs?: number | undefined
  /** Takes the report on a request that got no answer, see `UploadOptions`. */
  onDiagnosis?: ((report: string) => void) | undefined
}

/** A request under way, with the means to end it. */
export interface Call {
  response: Response
  patience: Patience
  close: () => void
}

/**
 * One GET with exactly the credential's headers, and a Range where a part is wanted. Resolves with whatever was answered; rejects
 * with an `UploadError` of stage `download` when nothing was, with `AbortError` once `signal` is aborted.
 */
export async function callStore(
  { credential, signal }: Omit<OpenDownload, 'offset'>,
  range: string | undefined,
  { stalledAfterMs = defaultStallLimits.stalledAfterMs, onDiagnosis }: CallOptions,
): Promise<Call> {
  const { url } = credential
  checkCredentialUrl(url, 'download')
  checkHeaders(credential.headers, 'download')
  if (signal.aborted) throw abortError()
  const headers = { ...credential.headers, ...(range === undefined ? {} : { Range: range }) }
  const ending = new AbortController()
  const patience = startPatience(signal, ending, stalledAfterMs)
  const violations = watchPolicyViolations()
  const close = () => {
    patience.stop()
    ending.abort()
  }
  try {
    const response = await fetch(url, {
      headers,
      signal: patience.signal,
      credentials: credential.withCredentials ? 'include' : 'same-origin',
      cache: 'no-store',
      // Signed headers are for the host they name; they must not follow a redirect.
      redirect: Object.keys(credential.headers).length > 0 ? 'error' : 'follow',
    })
    patience.renew()
    return { response, patience, close }
  } catch (thrown) {
    close()
    if (patience.signal.aborted && patience.explain(thrown) !== thrown) throw patience.explain(thrown)
    // A fetch fails before any body is read, so nothing was sent but a preflight.
    const failure = {
      method: 'GET',
      url,
      headers,
      sentBytes: 0,
      blockedByPolicy: violations.blocks(url),
      stage: 'download',
    } as const
    throw await diagnoseNetworkFailure(failure, signal, onDiagnosis)
  } finally {
    violations.stop()
  }
}
