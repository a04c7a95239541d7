/** An upload in parts that a store has begun. */
export interface BegunUpload {
  key: string
  /** The store's id of it, or the server's own where the store's would let its holder write. */
  uploadId: string
}

/** A part that a store is to permit. */
export interface PartToSign extends BegunUpload {
  /** From 1. */
  partNumber: number
  /** Bytes of the file before it. */
  offset: number
  /** Bytes; bound into the signature where the scheme can. */
  size: number
  /** Bytes of the whole file. */
  totalSize: number
  lifeSeconds: number
}

/** What the page sends for a part: a PUT of its bytes with exactly these headers. */
export interface SignedPart {
  method: 'PUT'
  url: string
  headers: Record<string, string>
  /** Statuses that are a success besides 2xx. */
  successStatuses?: readonly number[]
}

/** The store has the bytes of that part already, though its answer to them was lost. */
export interface SkippedPart {
  skip: true
}

/** A part that a store has. */
export interface ListedPart {
  partNumber: number
  /** Bytes. */
  size: number
  etag?: string | undefined
}

/** An upload whose parts are asked for. */
export interface UploadToList extends BegunUpload {
  /** Bytes of the whole file. */
  size: number
  /** Bytes of every part but the last. */
  partSize: number
}

/** What becomes of the parts. */
export interface UploadToComplete extends BegunUpload {
  /** Bytes of the whole file. */
  size: number
  /** Content-Type. */
  type: string
  /** All of them, in order, as the store itself has listed them. */
  parts: readonly ListedPart[]
}

/** How a store takes an object in parts. Every call rejects with `StoreUnavailable` when it cannot be asked. */
export interface MultipartStore {
  /** Least bytes of every part but the last. */
  readonly minPartSize: number
  /** The bytes of every part but the last are a multiple of this. */
  readonly partStep: number
  readonly maxParts: number
  /** Resolves with the upload's id. */
  begin(upload: { key: string; size: number; type: string }): Promise<string>
  /** Undefined when there is no such upload. */
  signPart(part: PartToSign): Promise<SignedPart | SkippedPart | undefined>
  /** By number. Undefined when there is no such upload (any more). */
  list(upload: UploadToList): Promise<readonly ListedPart[] | undefined>
  /** Makes one object of the parts. Resolves with whether there was such an upload. */
  complete(upload: UploadToComplete): Promise<boolean>
  /** Frees the parts. Resolves with whether there was such an upload. */
  abort(upload: BegunUpload): Promise<boolean>
}
