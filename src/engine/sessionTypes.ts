import type { UploadError } from './errors.ts'
import type { Item, ItemEvent, PauseReason } from './item.ts'
import type {
  Attachment,
  BackendAdapter,
  ChecksumAlgorithm,
  Connectivity,
  CredentialKind,
  Hasher,
  Transports,
} from './ports.ts'
import type { RetryPolicy } from './retry.ts'
import type { FileRules } from './rules.ts'
import type { Deadlines } from './uploadFile.ts'
import type { InterruptedUpload, UploadJournal } from './uploadJournal.ts'

/** An immutable picture of the session. Items keep their reference until they change. */
export interface SessionState {
  /** In the order they were added. */
  readonly ids: readonly string[]
  readonly items: ReadonlyMap<string, Item>
  /** Why the whole queue waits, or undefined while it runs. */
  readonly hold: PauseReason | undefined
  /** The adapter's and the embedder's rules, merged: what intake hints and the `accept` attribute show. */
  readonly rules: FileRules
  /** Large files that an earlier page sent in part: add the same file, and it goes on where it stopped. Oldest first. */
  readonly interrupted: readonly InterruptedUpload[]
}

/** What `add` may be given besides a bare File. */
export interface AddOptions {
  /** Paths inside a dropped folder, by file. */
  relativePath?: (file: File) => string | undefined
  /** Whether the browser says that a file is in truth a folder: it is rejected. */
  isDirectory?: (file: File) => boolean
}

export interface SessionCallbacks {
  /** After files were added; rejected ones are among them, each visible with its reasons. */
  onAdd?: ((items: readonly Item[]) => void) | undefined
  /** Once for each item that was not taken. */
  onReject?: ((item: Item & { status: 'rejected' }) => void) | undefined
  /** After commit: the only success there is. */
  onDone?: ((item: Item & { status: 'done' }, attachment: Attachment) => void) | undefined
  onFail?: ((item: Item & { status: 'failed' }, error: UploadError) => void) | undefined
  /** With `sniff: 'warn'`: the bytes are of another kind than the name says. */
  onMismatch?: ((item: Item, kind: string) => void) | undefined
  onCancel?: ((item: Item & { status: 'cancelled' }) => void) | undefined
  /** The embedder's session ended: sign in again, then call `resume()`. Once per pause. */
  onAuthRequired?: (() => void) | undefined
}

export interface SessionOptions<K extends CredentialKind = CredentialKind> {
  adapter: BackendAdapter<K>
  transports: Transports<K>
  /** Merged with the adapter's: the stricter wins. */
  rules?: FileRules | undefined
  /** Transfers at once. @default 3 */
  concurrency?: number | undefined
  /** Credential calls at once. @default 2 */
  credentialConcurrency?: number | undefined
  /**
   * Credentials that may be asked for before their file's slot is free, at most as many as there are slots, or 3: for many files of
   * up to 1 MiB, whose bytes move faster than a backend signs. One whose life is half over by then is asked for anew. An adapter that signs in groups
   * (`batch`) has a group of them asked for without it.
   * @default 0
   */
  credentialsAhead?: number | undefined
  retry?: Partial<RetryPolicy> | undefined
  /** Patience with the backend. @default 30 s for a credential, 60 s for a commit */
  deadlines?: Partial<Deadlines> | undefined
  /** `false`: files wait until `start()`. @default true */
  autoUpload?: boolean | undefined
  /**
   * Looks at each file's first bytes before it is sent: `warn` marks an item whose bytes contradict its name and tells
   * `onMismatch`, `reject` fails it as `file-invalid-type`. ZIP families and text never contradict. @default 'off'
   */
  sniff?: 'off' | 'warn' | 'reject' | undefined
  /** @default 'accept-first-n': the files beyond a limit are rejected, visibly; `reject-batch` takes none of the drop. */
  overflow?: 'accept-first-n' | 'reject-batch' | undefined
  /**
   * A file that equals one in the list by name, size, date and folder. `ask`: it is rejected, visibly, and `admit` takes it
   * after all; `reject`: it is rejected for good. @default 'ask'
   */
  duplicates?: 'allow' | 'ask' | 'reject' | undefined
  /** Stored attachments that count towards the limits. */
  existing?: readonly Attachment[] | undefined
  callbacks?: SessionCallbacks | undefined
  /** Checksums to compute while a file waits, offered to the adapter and compared with what storage answers. @default none */
  integrity?: { algorithms: readonly ChecksumAlgorithm[]; hasher: Hasher } | undefined
  /** Lets large files go on after a reload or a crash, see `attachkit/journal`. @default they begin anew */
  journal?: UploadJournal | undefined
  /** @default always online */
  connectivity?: Connectivity | undefined
  /**
   * Milliseconds between two publications, over all items: each makes the page render. What a person does, and the end of the
   * last file, are published at once, and what comes of it after half of that time.
   * @default 200
   */
  progressIntervalMs?: number | undefined
}

/** Options that may change while the session lives; the others are fixed when it is created. */
export type LiveSessionOptions = Pick<
  SessionOptions,
  'rules' | 'concurrency' | 'existing' | 'callbacks' | 'autoUpload' | 'overflow' | 'duplicates'
> & { adapter?: BackendAdapter | undefined }

/** One fact, and the item before and after it; `before` is absent for a file that was added, `after` for one removed. */
export type ItemChange =
  | { event: { type: 'added' }; before: undefined; after: Item }
  | { event: ItemEvent; before: Item; after: Item }
  | { event: { type: 'removed' }; before: Item; after: undefined }

/** The store that owns items, queue and adapter. Framework-free; `subscribe` and `getSnapshot` fit `useSyncExternalStore`. */
export interface Session {
  /**
   * Begins to load the code that uploads, which a page with an empty form does without. The hooks call it when the browser is
   * idle; the first file that is added does so in any case.
   */
  readonly warm: () => void
  readonly getSnapshot: () => SessionState
  readonly subscribe: (listener: () => void) => () => void
  /**
   * Tells every fact as it happens, none left out and none held back, names and receipts included: for measuring and for
   * developer tools. Returns the function that stops it.
   */
  readonly observe: (observer: (change: ItemChange) => void) => () => void
  /** Takes files: every one becomes an item, accepted or rejected. Returns the new items' ids. */
  readonly add: (files: readonly File[], options?: AddOptions) => readonly string[]
  /** Starts what waits because of `autoUpload: false`; without ids, all of it. */
  readonly start: (ids?: readonly string[]) => void
  /** Queues a failed or cancelled item again; stored bytes are not sent again. */
  readonly retry: (id: string) => void
  readonly retryAll: () => void
  /** Takes a file that was rejected as a duplicate only, unless `duplicates` is `reject`. */
  readonly admit: (id: string) => void
  /** Gives a waiting, failed or done item another name; the extension stays. */
  readonly rename: (id: string, name: string) => void
  /**
   * Reads the journal, so that `interrupted` shows what earlier pages left in the middle. Once; the hooks call it. Never
   * rejects; without a journal it does nothing.
   */
  readonly restore: () => Promise<void>
  /** Gives up an interrupted upload, by its `uploadId`: its parts are freed. */
  readonly discardInterrupted: (uploadId: string) => void
  /** Stops an item; it stays in the list as `cancelled`. */
  readonly cancel: (id: string) => void
  /** Stops the item, reports its object to `discardUpload` if one was written, and drops the row. */
  readonly remove: (id: string) => void
  /** Holds the queue; running items go back to waiting. */
  readonly pause: () => void
  /** Lets a held queue go on, whatever held it. */
  readonly resume: () => void
  /** Forgets items, without ids all of them, and keeps what is attached: call it after the form was submitted. */
  readonly clear: (ids?: readonly string[]) => void
  /** Cancels everything, discards what was stored and forgets all items. */
  readonly reset: () => void
  /**
   * The page goes away for good, or for a while: stops what runs and reports every object that would be left unattached,
   * in requests that outlive the page. What a journal has is left as it is: a later page goes on with it.
   */
  readonly leave: () => void
  /** The page is back after all: what `leave` stopped is sent from its beginning, or goes on where a journal has it. */
  readonly comeBack: () => void
  /** Resolves when nothing is queued, running or paused. */
  readonly settled: () => Promise<SessionState>
  readonly configure: (options: LiveSessionOptions) => void
  /** Aborts everything and frees timers and listeners. */
  readonly dispose: () => void
}
