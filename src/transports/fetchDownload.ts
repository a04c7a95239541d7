import type { DownloadStream, DownloadTransport, OpenDownload } from '../engine/downloadPorts.ts'
import { abortError, UploadError } from '../engine/errors.ts'
import { checkCredentialUrl } from './checkCredentialUrl.ts'
import { checkHeaders } from './checkHeaders.ts'
import { parseContentDisposition, safeFilename } from './contentDisposition.ts'
import { parseContentRange } from './contentRange.ts'
import { diagnoseNetworkFailure } from './diagnoseNetworkFailure.ts'
import { readDownloadRefusal } from './readDownloadRefusal.ts'
import { readBody } from './readBody.ts'
import { defaultStallLimits } from './stallTimers.ts'
import { watchPolicyViolations } from './watchPolicyViolations.ts'

export interface FetchDownloadOptions {
  /** Milliseconds without a new byte, or without an answer, after which a download counts as stalled. @default 60000 */
  stalledAfterMs?: number | undefined
  /** Takes the report on a request that got no answer, see `UploadOptions`. */
  onDiagnosis?: ((report: string) => void) | undefined
}

/** Downloads on `fetch`: streams the body, with exactly the credential's headers and a Range where a part is wanted. */
export function createFetchDownloadTransport(options: FetchDownloadOptions = {}): DownloadTransport {
  return {
    async open(request) {
      const range = request.offset > 0 ? `bytes=${request.offset}-` : undefined
      const call = await callStore(request, range, options)
      try {
        return await readStream(call, request)
      } catch (thrown) {
        call.close()
        throw thrown
      }
    },
    async probe(request) {
      const call = await callStore(request, 'bytes=0-0', options)
      try {
        // An empty object has no first byte; that it says so means that it is there.
        if (call.response.status !== 416) await refuseBadAnswer(call.response, request)
      } finally {
        call.close()
      }
    },
  }
}

/** A request under way, with the means to end it. */
interface Call {
  response: Response
  patience: Patience
  close: () => void
}

/** Aborts when the caller does or when nothing moves for too long. */
interface Patience {
  signal: AbortSignal
  /** Something moved. */
  renew: () => void
  /** What an abort of `signal` means. */
  explain: (thrown: unknown) => unknown
  stop: () => void
}

async function callStore(
  { credential, signal }: Omit<OpenDownload, 'offset'>,
  range: string | undefined,
  { stalledAfterMs = defaultStallLimits.stalledAfterMs, onDiagnosis }: FetchDownloadOptions,
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

function startPatience(caller: AbortSignal, ending: AbortController, ms: number): Patience {
  let timer: ReturnType<typeof setTimeout> | undefined
  let stalled = false
  const renew = () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      stalled = true
      ending.abort()
    }, ms)
  }
  const follow = () => ending.abort()
  caller.addEventListener('abort', follow)
  renew()
  return {
    signal: ending.signal,
    renew,
    explain: (thrown) => {
      if (caller.aborted) return abortError()
      return stalled
        ? new UploadError({ code: 'stalled', stage: 'download', hint: 'No byte arrived for too long.' })
        : thrown
    },
    stop: () => {
      clearTimeout(timer)
      caller.removeEventListener('abort', follow)
    },
  }
}

async function readStream(call: Call, request: OpenDownload): Promise<DownloadStream> {
  const { response } = call
  const { headers } = response
  const range = parseContentRange(headers.get('content-range'))
  const validator = headers.get('etag') ?? headers.get('last-modified') ?? undefined
  // Everything had arrived before; only the end of the connection was lost.
  if (response.status === 416 && request.offset > 0 && (range?.totalBytes ?? request.offset) === request.offset) {
    call.close()
    return { offset: request.offset, totalBytes: request.offset, filename: undefined, validator, body: nothing() }
  }
  await refuseBadAnswer(response, request)
  const isPart = response.status === 206
  const offset = isPart ? (range?.start ?? request.offset) : 0
  const disposition = headers.get('content-disposition')
  return {
    offset,
    totalBytes: range?.totalBytes ?? totalOf(headers, offset),
    filename: disposition === null ? undefined : safeFilename(parseContentDisposition(disposition).filename ?? ''),
    validator,
    body: chunksOf(call),
  }
}

async function refuseBadAnswer(
  response: Response,
  { attachment, credential }: Omit<OpenDownload, 'offset'>,
): Promise<void> {
  const refusal = await readDownloadRefusal(response, attachment, credential)
  if (refusal) throw refusal
}

/** Content-Length counts the bytes on the wire: with an encoding they are not the file's. */
function totalOf(headers: Headers, offset: number): number | undefined {
  const length = headers.get('content-length')
  if (length === null || headers.has('content-encoding')) return undefined
  return offset + Number(length)
}

async function* chunksOf({ response, patience, close }: Call): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  try {
    for await (const chunk of readBody(response)) {
      patience.renew()
      yield chunk
    }
  } catch (thrown) {
    const explained = patience.explain(thrown)
    // An AbortError that we did not cause is the browser's own way of losing a connection.
    throw explained === thrown ? brokenOff(thrown) : explained
  } finally {
    close()
  }
}

function brokenOff(cause: unknown): UploadError {
  const code = globalThis.navigator?.onLine === false ? 'offline' : 'network'
  return new UploadError({ code, stage: 'download', hint: 'The connection broke while the file came in.', cause })
}

async function* nothing(): AsyncGenerator<Uint8Array<ArrayBuffer>> {}
