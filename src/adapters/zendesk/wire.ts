import { UploadError } from '../../engine/errors.ts'
import type { Receipt } from '../../engine/ports.ts'
import { readFields } from '../readFields.ts'

/**
 * Answer of `POST /api/v2/uploads.json?filename=`; the body is the bytes.
 * @see https://developer.zendesk.com/api-reference/ticketing/tickets/ticket-attachments/#upload-files
 */
export interface UploadAnswer {
  upload: {
    /** What a comment's `uploads` takes. */
    token: string
    expires_at?: string
    attachment: ZendeskAttachment
  }
}

/** Also the answer of `GET /api/v2/attachments/{id}.json`, as `attachment`. */
export interface ZendeskAttachment {
  id: number
  file_name: string
  size: number
  content_type: string
  /** Where the file can be had; hosted elsewhere perhaps, so that no credentials go along. */
  content_url: string
}

export interface StoredFile {
  token: string
  id: string
  name: string
  size: number | undefined
  contentType: string | undefined
}

/** Reads what Zendesk answered to the bytes themselves. */
export function readStoredFile({ body }: Receipt): StoredFile {
  const upload = readFields(parseBody(body), 'commit').object('upload')
  const attachment = upload.object('attachment')
  return {
    token: upload.string('token'),
    id: attachment.code('id'),
    name: attachment.string('file_name'),
    size: attachment.optionalNumber('size'),
    contentType: attachment.optionalString('content_type'),
  }
}

export function readContentUrl(answer: unknown): string {
  return readFields(answer, 'download').object('attachment').string('content_url')
}

function parseBody(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    throw new UploadError({ code: 'answer-unreadable', stage: 'commit', hint: "Zendesk's answer is not JSON." })
  }
}
