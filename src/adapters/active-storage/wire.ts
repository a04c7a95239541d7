import { readFields } from '../readFields.ts'

/**
 * Body of `POST /rails/active_storage/direct_uploads`.
 * @see https://guides.rubyonrails.org/active_storage_overview.html#direct-uploads
 */
export interface DirectUploadBody {
  blob: {
    filename: string
    content_type: string
    byte_size: number
    /** MD5 of the bytes, base64. */
    checksum: string
    metadata?: Readonly<Record<string, unknown>> | undefined
  }
}

/** The blob's record, with what the page needs to send its bytes; more members than these come and are not needed. */
export interface DirectUploadAnswer {
  signed_id: string
  direct_upload: {
    url: string
    /** Sent exactly as they are: Content-Type, and Content-MD5 on most services. */
    headers: Record<string, string>
  }
}

export interface DirectUpload {
  signedId: string
  url: string
  headers: Readonly<Record<string, string>>
}

export function readDirectUpload(answer: unknown): DirectUpload {
  const fields = readFields(answer, 'credentials')
  const upload = fields.object('direct_upload')
  return {
    signedId: fields.string('signed_id'),
    url: upload.string('url'),
    headers: upload.optionalStrings('headers') ?? {},
  }
}
