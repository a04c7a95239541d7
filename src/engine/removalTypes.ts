import type { UploadError } from './errors.ts'
import type { Attachment, BackendAdapter } from './ports.ts'
import type { RetryPolicy } from './retry.ts'

/** A stored attachment that a person removed. */
export type Removal = { readonly attachment: Attachment } & (
  | { readonly status: 'pending' }
  | { readonly status: 'removing' }
  | { readonly status: 'removed' }
  /** The backend still has it; `apply` tries again. */
  | { readonly status: 'failed'; readonly error: UploadError }
)

/** Removals by the attachment's handle; one that nobody removed is not in it. */
export type RemovalsState = ReadonlyMap<string, Removal>

/** What removing needs of an adapter. */
export type Remover = Pick<BackendAdapter, 'capabilities' | 'removeAttachment'>

export interface RemovalsOptions {
  adapter: Remover
  /** Once for each removal that failed for good. */
  onFail?: ((attachment: Attachment, error: UploadError) => void) | undefined
  retry?: Partial<RetryPolicy> | undefined
  /** Milliseconds the backend may take for one removal. @default 30000 */
  deadlineMs?: number | undefined
}

/**
 * Removals that wait for their form: until `apply` the backend hears nothing, so an abandoned form changes nothing.
 * `subscribe` and `getSnapshot` fit `useSyncExternalStore`.
 */
export interface Removals {
  readonly getSnapshot: () => RemovalsState
  readonly subscribe: (listener: () => void) => () => void
  readonly remove: (attachment: Attachment) => void
  /** Takes a removal back; one that the backend has carried out stays. */
  readonly undo: (handle: string) => void
  /**
   * The form was accepted: asks the backend to remove what is pending or failed before. Resolves when all have ended, and
   * never rejects: what failed stays in the state with its error. An adapter that cannot remove is not asked; the form went
   * out without the attachment, and that is all there is to do.
   */
  readonly apply: () => Promise<RemovalsState>
  readonly configure: (options: Pick<RemovalsOptions, 'adapter' | 'onFail'>) => void
  /** Forgets what is pending and tells nobody any more; removals under way go on. */
  readonly dispose: () => void
}
