import type { Stage } from '../../engine/errors.ts'
import { readFields } from '../readFields.ts'
import type { Fields } from '../readFields.ts'
import { refusalError } from '../vendorRefusal.ts'
import { ticketErrors } from './errors.ts'

/**
 * `GetAttachmentUploadUrl` of Workorder 2021-06-10. `ObjectKey` is an opaque handle, not the path in the URLs.
 * @see https://www.alibabacloud.com/help/en/ticket-system/developer-reference/api-workorder-2021-06-10-getattachmentuploadurl
 */
export interface GetAttachmentUploadUrlAnswer {
  Code: number
  Message: string
  RequestId: string
  Success: boolean
  Data: { ObjectKey: string; PutSignedUrl: string; GetSignedUrl: string }
}

/** The same operation of Workorder 2020-08-01: flat, under other names. */
export interface OlderUploadUrlAnswer {
  ObjectKey: string
  PutObjectUrl: string
  AccessFileUrl: string
  RequestId: string
}

/** `GetAttachmentUrl` of Workorder 2020-08-01, asked with `TicketId`, `NoteId` and `AttachName`. */
export interface GetAttachmentUrlAnswer {
  AccessFileUrl: string
  RequestId: string
}

/** `ListTicketNotes` of Workorder 2021-06-10, asked with `TicketId`; `Url` is signed anew and ends after a while. */
export interface ListTicketNotesAnswer {
  Code: number
  Message: string
  RequestId: string
  Success: boolean
  Data: TicketNote[]
}

export interface TicketNote {
  DialogId: number
  /** Milliseconds since the epoch. */
  CreateTime: number
  Dialog?: { Content: string; Schema?: string | null }
  User?: { Name: string; Role: number }
  Attachments?: { Name: string; Url: string }[] | null
}

/** What an upload needs, in either version's spelling. URLs are as received. */
export interface UploadGrant {
  objectKey: string
  putUrl: string
  getUrl: string
}

export interface NoteAttachment {
  dialogId: string
  createTimeMs: number | undefined
  name: string
  url: string
}

export function readUploadGrant(answer: unknown): UploadGrant {
  const data = openEnvelope(answer, 'credentials')
  return {
    objectKey: data.string('ObjectKey'),
    putUrl: data.firstString('PutSignedUrl', 'PutObjectUrl'),
    getUrl: data.firstString('GetSignedUrl', 'AccessFileUrl'),
  }
}

/** The URL of a re-signed download. An endpoint that answers in the newer version's spelling is understood, too. */
export function readAccessUrl(answer: unknown): string {
  return openEnvelope(answer, 'download').firstString('AccessFileUrl', 'GetSignedUrl', 'Url')
}

export function readNoteAttachments(answer: unknown, stage: Stage): NoteAttachment[] {
  const fields = readFields(answer, stage)
  refuseUnlessSuccess(fields, stage)
  return fields.objects('Data').flatMap((note) =>
    (note.has('Attachments') ? note.objects('Attachments') : []).map((attachment) => ({
      dialogId: note.code('DialogId'),
      createTimeMs: note.optionalNumber('CreateTime'),
      name: attachment.string('Name'),
      url: attachment.string('Url'),
    })),
  )
}

/** The newer version wraps what it answers in `Data`; the older one answers flat and knows no `Success`. */
function openEnvelope(answer: unknown, stage: Stage): Fields {
  const fields = readFields(answer, stage)
  const isOlder = !['Success', 'Code', 'Data'].some((name) => fields.has(name))
  if (isOlder) return fields
  refuseUnlessSuccess(fields, stage)
  return fields.object('Data')
}

/** Success is said twice, `Success` and `Code`, and holds only when both agree; HTTP may say 200 to a failure. */
function refuseUnlessSuccess(fields: Fields, stage: Stage): void {
  const success = fields.boolean('Success')
  const code = fields.code('Code')
  if (success && code === '0') return
  const refusal = { storageCode: code, requestId: fields.optionalString('RequestId') }
  throw refusalError({ status: 200, refusal, codes: ticketErrors.codes, stage })
}
