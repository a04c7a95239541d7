import { abortError, UploadError } from '../engine/errors.ts'
import { readAnswerHeaders } from './readAnswerHeaders.ts'
import { isProgressSwallowed, startStallTimers, type StallLimits } from './stallTimers.ts'
import { listenToUpload, trackProgress } from './uploadProgress.ts'

export interface XhrRequest {
  method: 'PUT' | 'POST'
  /** Opened as received. */
  url: string
  /** Exactly these are set. */
  headers: Readonly<Record<string, string>>
  body: Blob | FormData | Uint8Array<ArrayBuffer>
  /** Bytes of the file in the body: what progress is counted in. */
  fileBytes: number
  withCredentials: boolean
  signal: AbortSignal
  /** Bytes of the file sent so far: only grows, never passes `fileBytes`. May not be called at all. */
  onProgress: (sentBytes: number) => void
  /** See `TransportRequest.onStall`. */
  onStall?: ((isStalled: boolean) => void) | undefined
  /** `false`: nothing listens to the upload, see `FormPostOptions.reportsProgress`. */
  reportsProgress: boolean
  limits: StallLimits
}

/** Whatever the server answered, good or bad. */
export interface XhrAnswer {
  status: number
  /** Lower-case names; only what CORS lets the page read. */
  headers: Readonly<Record<string, string>>
  body: string
  /** Where the answer came from, other than `url` after a redirect. Empty where the browser does not tell. */
  finalUrl: string
}

/** No answer came: the browser says status 0 and hides the reason. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer'
  /** Bytes of the file that left before the connection ended; undefined where nothing told. */
  readonly sentBytes: number | undefined
  constructor(sentBytes: number | undefined) {
    super('no answer came')
    this.sentBytes = sentBytes
  }
}

/** No store answers an upload with more; what does is not a store. */
const maxAnswerBytes = 4 * 1024 * 1024

/**
 * One attempt on an XMLHttpRequest of its own: the only browser API that tells how much of a body was sent. Always settles.
 * Resolves with any answer; rejects with `AbortError` only when `signal` was aborted, with `NoAnswer` for every other end
 * without one (an `abort` event included: Safari fires it for its own dropped connections), and with an `UploadError` for
 * `stalled`, `answer-overdue` and a request that cannot be made.
 */
export function xhrRequest(request: XhrRequest): Promise<XhrAnswer> {
  return new Promise((resolve, reject) => {
    if (request.signal.aborted) return reject(abortError())
    const xhr = new XMLHttpRequest()
    let isSettled = false
    const progress = trackProgress(request.fileBytes, request.onProgress)
    const seesProgress = request.reportsProgress && !isProgressSwallowed()
    const seesBytes = seesProgress && request.fileBytes > 0
    const settle = (finish: () => void) => {
      if (isSettled) return
      isSettled = true
      request.signal.removeEventListener('abort', onAbort)
      timers.stop()
      finish()
    }
    const fail = (error: Error) => {
      settle(() => reject(error))
      xhr.abort()
    }
    const timers = startStallTimers(request.limits, {
      fileBytes: request.fileBytes,
      seesProgress,
      onStall: (isStalled) => request.onStall?.(isStalled),
      onOverdue: (code) => fail(new UploadError({ code, stage: 'transfer', hint: overdueHints[code] })),
    })
    const onAbort = () => fail(abortError())
    const onLost = () => settle(() => reject(new NoAnswer(seesBytes ? progress.sentBytes() : undefined)))

    request.signal.addEventListener('abort', onAbort)
    // The answer is what counts: engines skip upload.load for empty bodies, and service workers swallow it.
    xhr.addEventListener('load', () => settle(() => resolve(readAnswer(xhr))))
    for (const lost of ['error', 'abort', 'timeout', 'loadend']) xhr.addEventListener(lost, onLost)
    xhr.addEventListener('progress', (event) => event.loaded > maxAnswerBytes && fail(answerTooLong()))
    if (request.reportsProgress) listenToUpload(xhr.upload, progress, timers, () => isSettled)

    try {
      open(xhr, request)
    } catch (thrown) {
      settle(() => reject(requestRefused(thrown)))
    }
  })
}

const overdueHints = {
  stalled: 'No byte moved for too long, so the attempt was given up.',
  'answer-overdue': 'All bytes were sent and no answer came in time.',
} as const

function open(xhr: XMLHttpRequest, { method, url, headers, body, withCredentials }: XhrRequest): void {
  xhr.open(method, url)
  xhr.withCredentials = withCredentials
  for (const [name, value] of Object.entries(headers)) xhr.setRequestHeader(name, value)
  xhr.send(body)
}

function readAnswer(xhr: XMLHttpRequest): XhrAnswer {
  return {
    status: xhr.status,
    headers: readAnswerHeaders(xhr.getAllResponseHeaders()),
    body: xhr.responseText,
    finalUrl: xhr.responseURL,
  }
}

function answerTooLong(): UploadError {
  return new UploadError({ code: 'answer-unreadable', stage: 'transfer', hint: 'The answer is too long for a store.' })
}

function requestRefused(thrown: unknown): UploadError {
  return new UploadError({
    code: 'url-refused',
    stage: 'transfer',
    hint: `The browser refuses to make this request (${thrown instanceof Error ? thrown.name : 'unknown error'}).`,
  })
}
