import type { Attachment, Checksums } from '../../engine/ports.ts'
import type { Stage } from '../../engine/errors.ts'
import { readFields } from '../readFields.ts'
import type { Fields } from '../readFields.ts'

/** Body of `POST {endpoint}/sign`. */
export interface SignRequest {
  name: string
  /** Bytes. */
  size: number
  /** The Content-Type that will be sent. */
  type: string
  lastModified: number
  checksums?: Checksums | undefined
  /** 1 for the first credential of a file. */
  attempt: number
  /** The handle of the credential before: sign the same object again, or discard it. */
  previousKey?: string | undefined
}

/**
 * Answer of `sign`: what the signers in the field send, all of it or a part. `{ url, fields }` of the AWS SDK is one of them,
 * `{ signed_id, direct_upload }` of Rails another.
 */
export interface SignReply {
  /** @default 'PUT', and 'POST' with `fields` */
  method?: 'PUT' | 'POST'
  url?: string
  /** Sent exactly as they are. */
  headers?: Record<string, string>
  /** A form's fields, in order; a list of pairs keeps the order of names that look like numbers. */
  fields?: Record<string, string> | [name: string, value: string][]
  /** @default 'file' */
  fileField?: string
  key?: string
  attachmentId?: string | number
  signed_id?: string
  /** ISO date, or UNIX seconds or milliseconds. */
  expiresAt?: string | number
  /** Seconds. */
  expiresIn?: number
  /** The bytes, or those of the part, are there already: nothing needs to be sent. */
  skip?: boolean
  direct_upload?: { url: string; headers?: Record<string, string> }
  /** Of a part: statuses that are a success besides 2xx. A GCS session answers 308 to every part but the last. */
  successStatuses?: number[]
}

/** Body of `POST {endpoint}/batch`: small files that are sent soon, one after another. */
export interface BatchBody {
  files: readonly Pick<SignRequest, 'name' | 'size' | 'type' | 'lastModified'>[]
}

/** Answer of `batch`: a reply for each file, in order, and null for one that is not taken: it is asked for alone in its turn. */
export interface BatchReply {
  uploads: (SignReply | null)[]
}

/** Body of `POST {endpoint}/multipart/begin`: an upload in parts is asked for. */
export type BeginRequest = Pick<SignRequest, 'name' | 'size' | 'type' | 'lastModified' | 'checksums'>

/** Answer of `multipart/begin`. What it says comes back with every later call. */
export interface BeginReply {
  key: string
  uploadId: string
  /** Bytes of every part but the last: the backend's choice, as the store wants it. */
  partSize: number
}

/** Body of `multipart/list` and `multipart/complete`, and with a part's number of `multipart/part`. */
export interface MultipartBody {
  /** The `key` of `multipart/begin`. */
  handle: string
  uploadId: string
  partSize: number
  name: string
  /** Bytes of the whole file. */
  size: number
  type: string
}

/** Body of `multipart/part`, which answers with a `SignReply` for one PUT. */
export interface PartBody extends MultipartBody {
  /** From 1. */
  partNumber: number
  /** 1 for the first credential of the part. */
  attempt: number
}

/** Answer of `multipart/list`: what the store itself lists. */
export interface PartsReply {
  /** Null when there is no such upload (any more). */
  parts: { partNumber: number; size: number }[] | null
}

/**
 * Answer of `multipart/complete`, which makes the object of the parts that the store lists: the page never needs their ETags.
 * Repeated, it succeeds as long as the object is there. 409 `integrity-mismatch` while the parts do not make up the file.
 */
export interface CompleteReply {
  /** Where the store tells one. */
  etag?: string
}

/** Body of `multipart/abort`, which frees the parts, and succeeds too where there are none. */
export type AbortBody = Pick<MultipartBody, 'handle' | 'uploadId'>

/** Body of `commit` and `verify`; `handle` is the sign reply's `attachmentId`, else `signed_id`, else `key`. */
export interface CommitBody {
  handle: string
  name: string
  size: number
  type: string
  etag?: string | undefined
  /** The same for every try of the same file. */
  idempotencyKey?: string | undefined
}

/** Answer of `download`. */
export interface DownloadReply {
  url: string
  headers?: Record<string, string>
  expiresAt?: string | number
  expiresIn?: number
}

/** An attachment as the backend tells it, in the answers of `commit` and `list`; what is left out is filled in. */
export interface AttachmentReply {
  handle?: string | number
  attachmentId?: string | number
  signed_id?: string
  key?: string
  name?: string
  size?: number
  contentType?: string
  type?: string
  /** ISO 8601. */
  createdAt?: string
  scan?: 'scanning' | 'clean' | 'infected' | 'unscanned'
}

const handleNames = ['handle', 'attachmentId', 'signed_id', 'key']
const scans: readonly unknown[] = ['scanning', 'clean', 'infected', 'unscanned'] satisfies Attachment['scan'][]

/** The backend's name for a file, under whichever of its spellings comes first. */
export function readHandle(fields: Fields): string | undefined {
  const name = handleNames.find((each) => fields.has(each))
  return name === undefined ? undefined : fields.code(name)
}

/** An attachment whose gaps are filled from what was committed. */
export function readAttachment(fields: Fields, known: Partial<Attachment>): Attachment {
  const handle = readHandle(fields) ?? known.handle
  const name = fields.optionalString('name') ?? known.name
  if (handle === undefined) throw fields.refuse('handle', 'is missing')
  if (name === undefined) throw fields.refuse('name', 'is missing')
  const scan = fields.optionalString('scan')
  if (scan !== undefined && !scans.includes(scan)) throw fields.refuse('scan', `is none of ${scans.join(', ')}`)
  return {
    handle,
    name,
    size: fields.optionalNumber('size') ?? known.size,
    contentType: fields.optionalString('contentType') ?? fields.optionalString('type') ?? known.contentType,
    createdAt: fields.optionalString('createdAt'),
    scan: scan as Attachment['scan'],
  }
}

/** `{ attachments: [...] }`, or the list by itself. */
export function readAttachments(answer: unknown, stage: Stage): Attachment[] {
  const fields = readFields(Array.isArray(answer) ? { attachments: answer } : answer, stage)
  return fields.objects('attachments').map((attachment) => readAttachment(attachment, {}))
}
