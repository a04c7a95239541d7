/** Where in a file's journey something happened. */
export type Stage = 'validate' | 'credentials' | 'transfer' | 'commit' | 'list' | 'download'

/** Why a file was not taken. Rejections are data: the file stays visible with these codes. */
export type RejectionCode =
  | 'file-invalid-type'
  | 'file-too-large'
  | 'file-too-small'
  | 'file-empty'
  | 'file-is-directory'
  | 'file-invalid-name'
  | 'too-many-files'
  | 'total-too-large'
  | 'duplicate'
  | 'batch-rejected'

/** Why a step failed. Codes are for programs; the sentence for people is looked up in `Messages` by code. */
export type ErrorCode =
  /** No answer came (status 0) and nothing more is known. */
  | 'network'
  | 'offline'
  /** No answer, and the checks point at the store's CORS rules. */
  | 'cors-refused'
  | 'csp-blocked'
  | 'mixed-content'
  /** The server said it waited too long (408, RequestTimeout). */
  | 'timeout'
  /** Bytes stopped moving before all were sent. */
  | 'stalled'
  /** All bytes were sent and the answer did not come in time. */
  | 'answer-overdue'
  /** The embedder's own session ended (401 from the backend). Pauses the queue. */
  | 'unauthorized'
  | 'forbidden'
  | 'credential-expired'
  /** The store refuses the key or token itself: a new credential may help. */
  | 'credential-refused'
  | 'signature-mismatch'
  | 'clock-skewed'
  | 'policy-violated'
  | 'file-too-large'
  | 'file-too-small'
  | 'file-invalid-type'
  | 'file-invalid-name'
  /** The file was edited, moved or deleted after it was picked. */
  | 'file-changed'
  /** What the browser gave as a file is a folder. */
  | 'file-is-directory'
  | 'integrity-mismatch'
  | 'object-exists'
  | 'quota-exceeded'
  | 'rate-limited'
  | 'server-error'
  | 'unavailable'
  | 'not-found'
  /** The store answered in a way that says it is set up wrongly (bucket, endpoint, method, region). */
  | 'store-misconfigured'
  /** Stored, but the store's callback failed (OSS 203): only the commit is missing. */
  | 'stored-not-registered'
  | 'etag-not-exposed'
  /** A credential asks for a header that browsers do not send. */
  | 'header-forbidden'
  /** A credential's URL is not http or https, or not a URL. */
  | 'url-refused'
  /** The backend's answer does not fit its schema; `hint` names the field. */
  | 'answer-unreadable'
  /** The vendor refused for a reason of its own; `storageCode` has its code. */
  | 'vendor-refused'
  | 'download-truncated'
  | 'still-scanning'
  | 'infected'
  | 'unknown'

/** What an `UploadError` is made of. `message` is for developers; people read `Messages` by `code`. */
export interface UploadErrorInit {
  code: ErrorCode
  stage: Stage
  /** @default the code's own, see `isRetryableCode` */
  retryable?: boolean | undefined
  /** HTTP status, when there was one. */
  status?: number | undefined
  /** The vendor's or store's own code, e.g. `SignatureDoesNotMatch`, `GOM.00007256`. */
  storageCode?: string | undefined
  requestId?: string | undefined
  /** One sentence for a developer: what to look at. Never holds a URL's query, a signature or a token. */
  hint?: string | undefined
  /** The limit the answer names, in bytes (EntityTooLarge's MaxSizeAllowed, a policy's range). */
  limitBytes?: number | undefined
  /** From `Retry-After`, in milliseconds. */
  retryAfterMs?: number | undefined
  cause?: unknown
}

const retryableCodes: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'network',
  'offline',
  'timeout',
  'stalled',
  'answer-overdue',
  'rate-limited',
  'server-error',
  'unavailable',
  'integrity-mismatch',
  'download-truncated',
])

/** Whether trying the same step again, unchanged, may help. */
export function isRetryableCode(code: ErrorCode): boolean {
  return retryableCodes.has(code)
}

/** The one error class of the kit: every failure of every stage. Cancelling is an `AbortError` instead. */
export class UploadError extends Error {
  override readonly name = 'UploadError'
  declare readonly code: ErrorCode
  declare readonly stage: Stage
  declare readonly retryable: boolean
  declare readonly status: number | undefined
  declare readonly storageCode: string | undefined
  declare readonly requestId: string | undefined
  declare readonly hint: string | undefined
  declare readonly limitBytes: number | undefined
  declare readonly retryAfterMs: number | undefined

  constructor({ cause, ...init }: UploadErrorInit) {
    super(init.hint ?? `${init.stage} failed: ${init.code}`, cause === undefined ? undefined : { cause })
    Object.assign(this, init, { retryable: init.retryable ?? isRetryableCode(init.code) })
  }
}

export function isAbortError(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError'
}

/** The error of a cancelled step; `DOMException` exists in browsers and in Node. */
export function abortError(): DOMException {
  return new DOMException('The upload was cancelled.', 'AbortError')
}

/** Turns whatever was thrown into an `UploadError` of that stage; an `UploadError` passes as it is. */
export function toUploadError(thrown: unknown, stage: Stage): UploadError {
  if (thrown instanceof UploadError) return thrown
  return new UploadError({ code: 'unknown', stage, hint: describeThrown(thrown), cause: thrown })
}

function describeThrown(thrown: unknown): string {
  return thrown instanceof Error ? `${thrown.name} was thrown` : 'something that is not an Error was thrown'
}
