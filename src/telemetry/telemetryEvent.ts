import type { ErrorCode, RejectionCode, Stage } from '../engine/errors.ts'
import type { PauseReason } from '../engine/item.ts'

interface TelemetryBase {
  /** Local to the page: the same in all events of one file, and never made of its name. */
  readonly itemId: string
  /** Milliseconds since the epoch. */
  readonly at: number
}

/** A failure without its words: codes, and the id under which the store or the backend knows the request. */
export interface TelemetryFailure {
  readonly code: ErrorCode
  readonly stage: Stage
  readonly status?: number | undefined
  /** The vendor's or store's own code. */
  readonly storageCode?: string | undefined
  readonly requestId?: string | undefined
}

/** How long the steps of one upload took, all their tries together; absent where the upload did not come that far. */
export interface UploadDurations {
  /** From being added (or queued again) to having a slot. */
  readonly queueWaitMs?: number | undefined
  /** From asking for credentials to having them, their turn among `credentialConcurrency` included. */
  readonly signMs?: number | undefined
  /** From the credential to the first progress of the bytes. Nothing behind a service worker, which hides progress. */
  readonly firstByteMs?: number | undefined
  /** From the credentials to the store's answers. */
  readonly transferMs?: number | undefined
  readonly commitMs?: number | undefined
}

/** The end of an upload, with everything that was measured. `removed`: its row was taken away before it had ended. */
export interface UploadSettled extends TelemetryBase, UploadDurations {
  readonly type: 'settled'
  readonly outcome: 'done' | 'failed' | 'cancelled' | 'removed'
  /** Of a failed one. */
  readonly failure?: TelemetryFailure | undefined
  readonly sizeBytes: number
  readonly contentType: string
  /** Credentials asked for. */
  readonly attempts: number
  /** Tries after a failure that the kit made by itself, of any step. */
  readonly retries: number
  /** Of the last transfer. */
  readonly bytesPerSecond?: number | undefined
  /** From being added (or queued again), pauses included. */
  readonly totalMs: number
}

/**
 * What happened to a file, and how long it took. Holds no name, path, URL, handle, header or token: it may leave the page as it is.
 */
export type TelemetryEvent =
  | (TelemetryBase & { readonly type: 'added'; readonly sizeBytes: number; readonly contentType: string })
  | (TelemetryBase & { readonly type: 'rejected'; readonly codes: readonly RejectionCode[] })
  /** It has a slot. */
  | (TelemetryBase & { readonly type: 'started'; readonly queueWaitMs: number })
  | (TelemetryBase & {
      readonly type: 'signed'
      readonly attempt: number
      readonly signMs: number
      /** How long the credential is good for from `at` on; absent where the vendor does not say. */
      readonly lifeMs?: number | undefined
    })
  | (TelemetryBase & { readonly type: 'firstByte'; readonly firstByteMs: number })
  /** Its bytes stand still. */
  | (TelemetryBase & { readonly type: 'stalled'; readonly sentBytes: number })
  /** The store has the bytes; the commit follows. */
  | (TelemetryBase & {
      readonly type: 'stored'
      readonly transferMs: number
      readonly sizeBytes: number
      readonly bytesPerSecond: number | undefined
    })
  /** A step failed and is tried again; `attempt` is the number of the coming try. */
  | (TelemetryBase & { readonly type: 'retried'; readonly attempt: number; readonly failure: TelemetryFailure })
  | (TelemetryBase & { readonly type: 'paused'; readonly reason: PauseReason })
  /** Queued again: after a pause, or because a person pressed Retry. */
  | (TelemetryBase & { readonly type: 'requeued'; readonly after: 'pause' | 'end' })
  | UploadSettled
