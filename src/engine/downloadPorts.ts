import type { UploadError } from './errors.ts'
import type { Attachment, DownloadCredential } from './ports.ts'

/** What is known of one download. `status` is also `data-download` in the DOM. */
export type Download =
  /** Waiting for a slot, for the credential, or for the browser to take over. */
  | { readonly status: 'preparing' }
  | {
      readonly status: 'downloading'
      /** Falls only when the file turned out to be another one than before a broken connection. */
      readonly receivedBytes: number
      /** Undefined where neither the list nor the store tells. */
      readonly totalBytes: number | undefined
    }
  /** Saved, or handed to the browser's own downloads. */
  | { readonly status: 'done' }
  | { readonly status: 'failed'; readonly error: UploadError }
  | { readonly status: 'cancelled' }

export type DownloadStatus = Download['status']

export interface OpenDownload {
  credential: DownloadCredential
  attachment: Attachment
  /** First byte wanted; more than 0 picks up a broken download. */
  offset: number
  signal: AbortSignal
}

/** An open answer, until `close`. */
export interface DownloadStream {
  /** Byte of the object with which `body` starts: 0 where the store ignored the wish. */
  offset: number
  /** Of the whole object, where the answer tells. */
  totalBytes: number | undefined
  /** From Content-Disposition, without path and control characters. */
  filename: string | undefined
  /** ETag or Last-Modified: two answers with different ones are of two objects. */
  validator: string | undefined
  body: AsyncIterable<Uint8Array<ArrayBuffer>>
  /** Ends the connection, also when no byte of `body` was read. Safe to call again. */
  close: () => void
}

/** Fetches bytes over HTTP. Rejects with an `UploadError` of stage `download`, with `AbortError` once `signal` is aborted. */
export interface DownloadTransport {
  open(request: OpenDownload): Promise<DownloadStream>
  /** Asks for as little as possible: resolves when the object can be had with this credential. */
  probe(request: Omit<OpenDownload, 'offset'>): Promise<void>
}

/** Takes the bytes of one download. */
export interface DownloadSink {
  write(chunk: Uint8Array<ArrayBuffer>): Promise<void>
  /** Forgets what was written: the object changed meanwhile. */
  restart(): Promise<void>
  /** Gives the whole file to the person. */
  save(): Promise<void>
  /** Frees everything; nothing is saved. */
  discard(): Promise<void>
}

/** The page's ways of keeping a file. */
export interface DownloadSaver {
  /** Bytes; what is larger is not kept in memory where there is another way. */
  readonly bufferLimitBytes: number
  /** Lets the browser fetch and save by itself. The answer must carry a Content-Disposition that names the file. */
  handOver(url: string): void | Promise<void>
  /** Rejects with `AbortError` when the person closes a save dialog. */
  createSink(request: { filename: string; totalBytes: number | undefined }): Promise<DownloadSink>
  /** Revokes object URLs and removes what was put into the document. */
  dispose(): void
}
