import type { BegunMultipart } from './item.ts'
import type { FileMeta } from './ports.ts'

/** An upload in parts whose page went away: what it takes to go on with it once the file is there again. No credentials. */
export interface InterruptedUpload {
  readonly upload: BegunMultipart
  readonly file: FileMeta
  /** Name of the adapter that began it: another vendor knows nothing of it. */
  readonly adapterName: string
  /** Milliseconds since the epoch. */
  readonly begunAt: number
  /** The file itself, where the browser gave a handle with the drop: it is opened again without being chosen. */
  readonly source?: FileSystemFileHandle | undefined
}

/**
 * Remembers uploads in parts over a reload or a crash. It serves one page at a time: what another page is at work on is not
 * listed. A journal that fails costs nobody their upload; it only will not go on after a reload.
 */
export interface UploadJournal {
  /** What was interrupted, oldest first. */
  list(): Promise<readonly InterruptedUpload[]>
  /** Called when an upload begins, and again when it goes on: from then on this page is at work on it. */
  save(upload: InterruptedUpload): Promise<void>
  /** It is complete, or given up. */
  forget(uploadId: string): Promise<void>
}
