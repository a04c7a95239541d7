import type { PauseReason } from './item.ts'
import type { LeftBehindItem } from './leftBehind.ts'
import type { Attachment } from './ports.ts'
import type { Removals } from './removalTypes.ts'

/** Where a form is on its way. */
export type SubmitState =
  | { readonly status: 'idle' }
  /** "Waiting for 1 of 2 files": the form follows by itself once all are done. */
  | {
      readonly status: 'waiting'
      /** Files that are not there yet. */
      readonly unfinished: number
      /** Files that count: neither rejected nor cancelled. */
      readonly files: number
      /** What the files themselves wait for: nothing moves until then. Undefined while they move. */
      readonly hold: PauseReason | undefined
    }
  /** These files would be missing: whoever sends the form decides on retry, remove or send without. */
  | { readonly status: 'blocked'; readonly items: readonly LeftBehindItem[] }
  | { readonly status: 'submitting'; readonly idempotencyKey: string }
  /** `onSubmit` rejected. Files and key are kept for the next try. */
  | { readonly status: 'refused'; readonly error: unknown }
  | { readonly status: 'submitted' }

/** What is sent. */
export interface Submission<Content> {
  /** What `readContent` returned. */
  readonly content: Content
  /** Exactly the files that are shown as attached, each once. */
  readonly attachments: readonly Attachment[]
  /** The same for every try to send the same content with the same files; another once it was sent. */
  readonly idempotencyKey: string
}

export interface SubmitGateOptions<Content = undefined> {
  /** Sends the form. Called once per submission; when it rejects, everything is kept. */
  onSubmit(submission: Submission<Content>): unknown
  /** Read once the files are settled, so that what was written meanwhile goes along. Must be serialisable. */
  readContent?: (() => Content) | undefined
  /** Stored attachments of the form, e.g. a restored draft's: they are sent with those of the session. */
  attachments?: readonly Attachment[] | undefined
  /** Those that were removed are left out, and taken away from the backend once the form was accepted. */
  removals?: Pick<Removals, 'getSnapshot' | 'apply'> | undefined
}

/** Lets a form through once, when every file has settled. `subscribe` and `getSnapshot` fit `useSyncExternalStore`. */
export interface SubmitGate {
  readonly getSnapshot: () => SubmitState
  readonly subscribe: (listener: () => void) => () => void
  /**
   * Sends the form as soon as no file moves any more, unless one was left behind. While a submission is on its way it is
   * that one that is meant. Resolves with how it ended and never rejects.
   */
  readonly submit: () => Promise<SubmitState>
  /** While blocked: queues the failed files again, or one of them, and sends the form when they are done. */
  readonly retry: (id?: string) => void
  /** While blocked: drops the files that hold the form up, or one of them. The form is not sent by that. */
  readonly remove: (id?: string) => void
  /** While blocked: sends the form without the files that are named in the state. */
  readonly submitWithout: () => Promise<SubmitState>
  /** Back to writing: the form no longer follows its files. A request that is under way is not taken back. */
  readonly stopWaiting: () => void
  /** The options for submissions from now on. */
  readonly configure: <Content>(options: SubmitGateOptions<Content>) => void
  /** Stops waiting and hears the session no more. */
  readonly dispose: () => void
}
