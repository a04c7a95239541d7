import type { RejectionCode, UploadError } from './errors.ts'
import type { MultipartUpload } from './multipartPorts.ts'
import type { Attachment, FileMeta, StoredUpload } from './ports.ts'

/** An upload in parts, and the file it is of. */
export interface BegunMultipart extends MultipartUpload {
  /** See `fileFingerprint`. */
  fingerprint?: string | undefined
}

export type PauseReason = 'user' | 'offline' | 'auth'

/** A reason a file was not taken, with the numbers its sentence needs. */
export interface Rejection {
  code: RejectionCode
  /** Bytes, for the size codes; a count for `too-many-files`. */
  limit?: number | undefined
  /** The vendor's words, for `file-invalid-name`. */
  detail?: string | undefined
  /** Of a duplicate where the session takes none: `admit` does nothing. @default false */
  isFinal?: boolean | undefined
}

/** A retry that is being waited for; rides on the status it interrupts. */
export interface PendingRetry {
  /** The number of the coming try: 2 is the first retry. Stays on the item until the bytes pass where they were. */
  attempt: number
  /** How many tries there will be at the most. */
  maxAttempts: number
  /** When, in milliseconds of the session's clock. */
  at: number
  error: UploadError
}

interface ItemBase {
  /** Local; never made of name and size: two equal files are two items. */
  readonly id: string
  readonly file: File
  readonly meta: FileMeta
  readonly retry?: PendingRetry | undefined
  /** Highest number of bytes ever sent: what is shown never falls, also while a retry catches up. */
  readonly sentBytes: number
  /** Of the latest credential: named when asking again, and discarded when the item ends unattached. */
  readonly handle?: string | undefined
  /** An upload in parts that has begun: it goes on where it stopped. */
  readonly multipart?: BegunMultipart | undefined
  /** What the first bytes say the file is, where that contradicts its name and the session was asked to look. */
  readonly mismatch?: string | undefined
  /** Present once the bytes are stored: a retry then sends none again. */
  readonly stored?: StoredUpload | undefined
}

export interface QueuedItem extends ItemBase {
  readonly status: 'queued'
}
export interface PreparingItem extends ItemBase {
  readonly status: 'preparing'
  readonly attempt: number
}
export interface UploadingItem extends ItemBase {
  readonly status: 'uploading'
  readonly attempt: number
  readonly handle: string
  /** No byte has moved for a while; the attempt goes on. */
  readonly isStalled?: boolean | undefined
}
export interface CommittingItem extends ItemBase {
  readonly status: 'committing'
  readonly stored: StoredUpload
}
export interface DoneItem extends ItemBase {
  readonly status: 'done'
  readonly attachment: Attachment
}
export interface FailedItem extends ItemBase {
  readonly status: 'failed'
  readonly error: UploadError
}
export interface CancelledItem extends ItemBase {
  readonly status: 'cancelled'
}
export interface PausedItem extends ItemBase {
  readonly status: 'paused'
  readonly reason: PauseReason
}
export interface RejectedItem extends ItemBase {
  readonly status: 'rejected'
  readonly reasons: readonly Rejection[]
}

/** A file in the session. `status` is also `data-status` in the DOM. */
export type Item =
  | QueuedItem
  | PreparingItem
  | UploadingItem
  | CommittingItem
  | DoneItem
  | FailedItem
  | CancelledItem
  | PausedItem
  | RejectedItem
export type ItemStatus = Item['status']

/** Facts the steps report. Past tense: they have happened. */
export type ItemEvent =
  | { type: 'credentialRequested'; attempt: number }
  /** `lifeMs`: how long it is good for from here on, `Infinity` where the vendor does not say. */
  | { type: 'credentialIssued'; handle: string; lifeMs: number }
  | { type: 'multipartBegun'; upload: BegunMultipart }
  /** It was begun by a page that went away, for the same file. */
  | { type: 'multipartFound'; upload: BegunMultipart }
  /** The store knows it no more, or made something else of it. */
  | { type: 'multipartLost' }
  | { type: 'bytesSent'; sentBytes: number }
  | { type: 'stalled'; isStalled: boolean }
  | { type: 'bytesStored'; stored: StoredUpload }
  | { type: 'committed'; attachment: Attachment }
  | { type: 'attemptFailed'; retry: PendingRetry }
  | { type: 'failed'; error: UploadError }
  | { type: 'paused'; reason: PauseReason }
  | { type: 'cancelled' }
  | { type: 'requeued' }
  /** What was written for the item so far will not be used: it starts from its beginning, if ever. */
  | { type: 'givenUp' }
  /** A person wants the file although it is a duplicate. */
  | { type: 'admitted' }
  | { type: 'renamed'; name: string }
  | { type: 'mismatchFound'; kind: string }
