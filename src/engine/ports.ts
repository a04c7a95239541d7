import type { UploadError } from './errors.ts'
import type { MultipartBackend } from './multipartPorts.ts'
import type { FileRules } from './rules.ts'

/** How a checksum is written: as the stores' own headers write it. */
export interface Checksums {
  /** Base64, as `Content-MD5`. */
  md5?: string
  /** Base64, as `x-amz-checksum-sha256`. */
  sha256?: string
  /** Base64 of four big-endian bytes, as `x-amz-checksum-crc32c`. */
  crc32c?: string
  /** Unsigned decimal, as `x-oss-hash-crc64ecma`: 20 digits do not fit a Number. */
  crc64ecma?: string
}

export type ChecksumAlgorithm = keyof Checksums

/** Computes checksums off the main thread. Rejects with `AbortError` when aborted, `file-changed` or `file-is-directory` when it cannot read. */
export interface Hasher {
  compute(file: Blob, algorithms: readonly ChecksumAlgorithm[], signal: AbortSignal): Promise<Checksums>
}

/** What a backend and a transport may know of a file. Resolved once, when the file is added. */
export interface FileMeta {
  /** NFC-normalised, shown to people and sent to the backend. Never used to build an object key in the browser. */
  name: string
  /** Bytes. */
  size: number
  /** Resolved once from the file's type, else its extension, else `application/octet-stream`. */
  contentType: string
  /** Milliseconds since the epoch, as `File.lastModified`. */
  lastModified: number
  /** Path inside a dropped folder, with `/`; absent for a single file. */
  relativePath?: string
  /** Where the session was asked to compute them: to be bound into the signature, and compared with what storage answers. */
  checksums?: Checksums
}

/** How long a credential is good. Engines turn it into one deadline on a monotonic clock. */
export type Expiry =
  /** Relative: so many milliseconds after the request for it was sent. */
  | { afterMs: number }
  /** Absolute, in milliseconds since the epoch, with the server's time when its answer told it (`Date` header). */
  | { atMs: number; serverNowMs?: number | undefined }

interface CredentialBase {
  /** The vendor's opaque name for what is being uploaded (ObjectKey, TempFileKey, uploadKey). Not a secret, not a path. */
  handle: string
  /** Passed on as received: a signed URL must not be re-encoded. */
  url: string
  /** Exactly what is sent, nothing added. */
  headers: Readonly<Record<string, string>>
  /** Absent: the vendor does not say. */
  expiry?: Expiry | undefined
  /** Send cookies to the URL's origin (a proxy of the embedder's own). @default false */
  withCredentials?: boolean | undefined
  /** The store's ETag of this upload is the MD5 of the bytes (OSS PutObject; S3 without KMS). @default false */
  etagIsMd5?: boolean | undefined
  /** The backend knows these bytes already: nothing is sent, the commit follows at once. @default false */
  alreadyStored?: boolean | undefined
}

/** One PUT of the raw bytes (OSS V1 and V4 URLs, header signatures, S3 presigned, SAS). */
export interface SignedPutCredential extends CredentialBase {
  kind: 'signed-put'
  method: 'PUT' | 'POST'
  /**
   * Whether Content-Type takes part in the signature. `none`: no Content-Type is sent. `exact`: the one in `headers`.
   * `free`: not signed, the file's own is sent.
   */
  contentType: 'none' | 'exact' | 'free'
  /** Statuses that are a success besides 2xx: a GCS session answers 308 to every part but the last. */
  successStatuses?: readonly number[] | undefined
}

/** One POST of a multipart form: an OSS or S3 policy, or a proxy that takes a form. */
export interface FormPolicyCredential extends CredentialBase {
  kind: 'form-policy'
  /** In order, verbatim; the file goes last, storage ignores fields after it. */
  fields: ReadonlyArray<readonly [name: string, value: string]>
  /** Name of the file's part. */
  fileField: string
}

/** The backend's permission for one upload. `kind` picks the transport. */
export type Credential = SignedPutCredential | FormPolicyCredential
export type CredentialKind = Credential['kind']
/** A lookup and no conditional type: so the adapter of one kind fits wherever an adapter of any kind is taken. */
export type CredentialOf<K extends CredentialKind> = { [P in CredentialKind]: Extract<Credential, { kind: P }> }[K]

/** Permission for several small files in one call: many of them move faster than a backend signs one by one. */
export interface BatchSigner<K extends CredentialKind = CredentialKind> {
  /** Files in one call, at most. */
  readonly maxFiles: number
  /**
   * In the order of `files`. Undefined for one that gets none: it is asked for alone when its turn has come, and what is
   * wrong with it is told then.
   */
  requestUploads(request: BatchRequest): Promise<readonly (CredentialOf<K> | undefined)[]>
}

export interface BatchRequest {
  files: readonly Pick<UploadRequest, 'itemId' | 'file'>[]
  signal: AbortSignal
}

/** What storage answered. */
export interface Receipt {
  status: number
  /** Without quotes, when the store's CORS rules expose it. */
  etag?: string | undefined
  requestId?: string | undefined
  /** Lower-case names; only what CORS lets the page read. */
  headers: Readonly<Record<string, string>>
  /** The answer's text (201 XML, callback JSON, a proxy's JSON); empty for most PUTs. */
  body: string
}

/** The file as the backend knows it after commit. Serialisable: it is a form's value and a list's row. */
export interface Attachment {
  handle: string
  name: string
  /** Bytes; absent where the vendor does not tell. */
  size?: number | undefined
  contentType?: string | undefined
  /** ISO 8601. */
  createdAt?: string | undefined
  scan?: 'scanning' | 'clean' | 'infected' | 'unscanned' | undefined
}

/** What the vendor can do; components hide what it cannot. Calling what is declared `false` is a no-op, never a throw. */
export interface Capabilities {
  /** `listAttachments` asks a backend. */
  list: boolean
  /** `requestDownload` gives a credential. */
  download: boolean
  /** `discardUpload` removes an object that was never attached. */
  discard: boolean
  /** `removeAttachment` removes what was committed. */
  remove: boolean
  /** `verifyUpload` can tell whether the bytes arrived. */
  verify: boolean
}

export interface UploadRequest {
  /** The item's local id: also a stable idempotency key. */
  itemId: string
  file: FileMeta
  /** 1 for the first credential of the item. */
  attempt: number
  /** Why another credential is asked for. */
  previousError?: UploadError | undefined
  /** The handle of the credential before, so that a backend can sign the same object again. */
  previousHandle?: string | undefined
  signal: AbortSignal
}

/** The bytes are stored under `handle`; `receipt` is what storage said. */
export interface StoredUpload {
  handle: string
  receipt: Receipt
}

export interface CommitRequest extends StoredUpload {
  itemId: string
  file: FileMeta
  /** The same for every try of the same item. */
  idempotencyKey: string
  signal: AbortSignal
}

export interface VerifyRequest {
  itemId: string
  file: FileMeta
  handle: string
  signal: AbortSignal
}

export interface DownloadRequest {
  attachment: Attachment
  /** @default 'attachment' */
  disposition: 'attachment' | 'inline'
  /** The name to save under; adapters that can, bind it into the signature. */
  filename: string
  signal: AbortSignal
}

/** Permission for one download. */
export interface DownloadCredential {
  url: string
  /** Empty when the URL alone is enough, so that the browser may fetch it by itself. */
  headers: Readonly<Record<string, string>>
  expiry?: Expiry | undefined
  withCredentials?: boolean | undefined
  /** The answer carries a Content-Disposition that makes the browser save it under the asked name. */
  bindsFilename: boolean
}

/**
 * Speaks one vendor's API through the embedder's backend; never carries bytes.
 * Every call rejects with an `UploadError` of its stage, or with `AbortError` once `signal` is aborted.
 */
export interface BackendAdapter<K extends CredentialKind = CredentialKind> {
  /** Kebab-case vendor name, e.g. `alibaba-ticket`. */
  readonly name: string
  readonly capabilities: Capabilities
  /** The vendor's declared limits; merged with the embedder's, the stricter wins. */
  readonly rules: FileRules
  /** Sends large files in parts; absent where the vendor takes them in one piece only. */
  readonly multipart?: MultipartBackend | undefined
  /**
   * Signs small files in groups while the ones before them move: the files of a group use their credentials one after another,
   * and one whose life is half over by then is asked for anew. Absent where the vendor signs one by one. Whoever wraps
   * `requestUpload` wraps this too, or leaves it out.
   */
  readonly batch?: BatchSigner<K> | undefined
  /** Begins to load what the calls need, where that is not part of the page's first load: a file may come soon. */
  readonly warm?: (() => void) | undefined
  /** Asked just before the bytes move, once per attempt. Refuses an answer that does not fit (`answer-unreadable`). */
  requestUpload(request: UploadRequest): Promise<CredentialOf<K>>
  /** Registers stored bytes. Safe to repeat with the same `idempotencyKey`. Vendors without a commit call answer at once. */
  commitUpload(request: CommitRequest): Promise<Attachment>
  /** `stored` when the object is there with the right size; used after a lost answer, before any byte is sent again. */
  verifyUpload(request: VerifyRequest): Promise<'stored' | 'missing' | 'unknown'>
  listAttachments(request: { signal: AbortSignal }): Promise<Attachment[]>
  requestDownload(request: DownloadRequest): Promise<DownloadCredential>
  /** An object that was written and will not be attached. `keepalive`: the page is going away. */
  discardUpload(request: { handle: string; keepalive: boolean; signal: AbortSignal }): Promise<void>
  removeAttachment(request: { attachment: Attachment; signal: AbortSignal }): Promise<void>
}

export interface TransportRequest<C extends Credential = Credential> {
  credential: C
  /** The whole file, or the part of it that is to be sent; `meta.size` is its size. */
  file: Blob
  meta: FileMeta
  signal: AbortSignal
  /** The files that are sent next, in order: a transport may read small ones together. @default none */
  upcoming?: (() => Iterable<File>) | undefined
  /** Bytes of the file sent so far, never more than `meta.size`; may not be called at all (service workers). */
  onProgress: (sentBytes: number) => void
  /** Bytes have stood still for a while before all were sent, and, with `false`, move again. */
  onStall?: ((isStalled: boolean) => void) | undefined
}

/**
 * Carries bytes over HTTP; knows no vendor. Resolves for a success of the store and rejects with an `UploadError` of stage
 * `transfer` for anything else; rejects with `AbortError` only when `signal` was aborted. Always settles.
 */
export interface Transport<C extends Credential = Credential> {
  /** Begins to load what `send` needs, as an adapter's does. */
  readonly warm?: (() => void) | undefined
  send(request: TransportRequest<C>): Promise<Receipt>
}

/** One transport per credential kind a session may meet. */
export type Transports<K extends CredentialKind = CredentialKind> = { readonly [P in K]: Transport<CredentialOf<P>> }

/** Tells the session when the network goes and comes back. */
export interface Connectivity {
  isOnline(): boolean
  /** Returns the function that stops listening. */
  subscribe(listener: () => void): () => void
}
