import { UploadError } from '../../engine/errors.ts'
import type { Receipt } from '../../engine/ports.ts'
import { readFields } from '../readFields.ts'
import { refusalError } from '../vendorRefusal.ts'
import { cocErrors } from './errors.ts'

/**
 * `POST /v1/incident/attachments`, multipart form with the part `file`. The schema says `code` and `msg`, every printed example
 * `error_code` and `error_msg`; `provider_code` is `"049"` or the number 4 and means nothing.
 * @see https://support.huaweicloud.com/intl/en-us/api-coc/CreateAttachment.html
 */
export interface CreateAttachmentAnswer {
  /** `GOM.00000000` for success. */
  error_code?: string
  error_msg?: string | null
  code?: string
  msg?: string | null
  provider_code?: string | number
  name?: string
  id?: string
  data?: { doc_id: string; doc_name: string } | null
}

/** `GET /v1/incident/attachments/{doc_id}` when it fails; a success is an octet stream. */
export interface DownloadAttachmentError {
  error_code: string
  error_msg: string
  provider_code: string | number
  data: null
}

export interface StoredDocument {
  docId: string
  docName: string | undefined
}

/** Reads what the vendor answered to the bytes themselves; a refusal may come with HTTP 200. */
export function readStoredDocument(receipt: Receipt): StoredDocument {
  const fields = readFields(parseBody(receipt.body), 'commit')
  const code = fields.code(fields.has('error_code') ? 'error_code' : 'code')
  if (!/^(?:GOM\.0+|0)$/.test(code)) {
    throw refusalError({
      status: receipt.status,
      refusal: { storageCode: code, requestId: receipt.requestId },
      codes: cocErrors.codes,
      stage: 'commit',
    })
  }
  const data = fields.optionalObject('data')
  if (data?.has('doc_id')) return { docId: data.string('doc_id'), docName: data.optionalString('doc_name') }
  if (fields.has('id')) return { docId: fields.string('id'), docName: fields.optionalString('name') }
  throw fields.refuse('data.doc_id', 'is missing')
}

function parseBody(body: string): unknown {
  try {
    return JSON.parse(body) as unknown
  } catch {
    throw new UploadError({ code: 'answer-unreadable', stage: 'commit', hint: 'The answer to the upload is not JSON.' })
  }
}
