import type { FileMeta, Receipt, SignedPutCredential, UploadRequest } from './ports.ts'
import type { UploadError } from './errors.ts'

/** An upload in parts that has begun: all it takes to go on with it, after a reload too. There is no secret in it. */
export interface MultipartUpload {
  /** As a credential's: the vendor's opaque name for what is being uploaded. */
  handle: string
  /**
   * The store's id of the unfinished upload (S3, OSS: UploadId). Where that alone is a permission (a GCS session URI), the
   * backend keeps it and hands out an id of its own.
   */
  uploadId: string
  /** Bytes of every part but the last. The backend's choice, so that the store's least size and largest number of parts hold. */
  partSize: number
}

/** A piece of the file. */
export interface UploadPart {
  /** From 1. */
  partNumber: number
  /** Bytes before it. */
  offset: number
  /** Bytes of it. */
  size: number
}

/** A part that the store has. */
export type StoredPart = Pick<UploadPart, 'partNumber' | 'size'>

export interface PartRequest {
  itemId: string
  file: FileMeta
  upload: MultipartUpload
  part: UploadPart
  /** 1 for the first credential of this part. */
  attempt: number
  /** Why another credential is asked for. */
  previousError?: UploadError | undefined
  signal: AbortSignal
}

export interface MultipartRequest {
  itemId: string
  file: FileMeta
  upload: MultipartUpload
  signal: AbortSignal
}

/**
 * The part of an adapter that can send a file in parts (multipart uploads of S3 and OSS, Azure block lists, GCS sessions). Calls
 * reject as the adapter's others do.
 */
export interface MultipartBackend {
  /** Files of so many bytes or more are sent in parts. */
  readonly minFileSize: number
  /** The store takes parts only one after another, in their order (GCS). @default false */
  readonly isSequential?: boolean | undefined
  /** Asked once per upload. */
  beginMultipart(request: UploadRequest): Promise<MultipartUpload>
  /** Permission for one part, asked for just before its bytes move, once per attempt. */
  requestPart(request: PartRequest): Promise<SignedPutCredential>
  /** What the store has by now, as the store itself tells; undefined when it knows no such upload (any more). */
  listParts(request: MultipartRequest): Promise<readonly StoredPart[] | undefined>
  /** Makes one object of the parts that are stored. Safe to repeat: an upload that is complete already is a success. */
  completeMultipart(request: MultipartRequest): Promise<Receipt>
  /** Ends it and frees its parts. Resolves too when there is none. `keepalive`: the page is going away. */
  abortMultipart(request: { upload: MultipartUpload; keepalive: boolean; signal: AbortSignal }): Promise<void>
}
