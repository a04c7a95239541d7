import type { Attachment, BackendAdapter, SignedPutCredential } from 'attachkit'
import { UploadError } from 'attachkit'

/** A backend with two calls: one that signs, one that registers what was stored. */
export function createDeskAdapter(endpoint: string): BackendAdapter<SignedPutCredential['kind']> {
  return {
    name: 'desk',
    capabilities: { list: false, download: false, discard: false, remove: false, verify: false },
    rules: { maxFileSize: 100_000_000 },

    async requestUpload({ file, signal }) {
      const body = JSON.stringify({ name: file.name, size: file.size, type: file.contentType })
      const response = await fetch(`${endpoint}/sign`, { method: 'POST', body, signal })
      if (response.status === 401) throw new UploadError({ code: 'unauthorized', stage: 'credentials', status: 401 })
      if (!response.ok) throw refused('credentials', response)
      const { id, url, seconds } = await response.json()
      return {
        kind: 'signed-put',
        method: 'PUT',
        handle: id,
        url, // as it came: a signed URL must not be built anew
        headers: { 'Content-Type': file.contentType },
        contentType: 'exact',
        expiry: { afterMs: seconds * 1000 },
      }
    },

    /** May be repeated with the same key: the answer to the first call may have been lost. */
    async commitUpload({ handle, file, idempotencyKey, signal }): Promise<Attachment> {
      const headers = { 'idempotency-key': idempotencyKey }
      const response = await fetch(`${endpoint}/files/${encodeURIComponent(handle)}`, {
        method: 'PUT',
        headers,
        signal,
      })
      if (!response.ok) throw refused('commit', response)
      return { handle, name: file.name, size: file.size, contentType: file.contentType }
    },

    // What `capabilities` deny is never asked for by a component, and does nothing.
    verifyUpload: async () => 'unknown',
    listAttachments: async () => [],
    requestDownload: async () => {
      throw new UploadError({ code: 'not-found', stage: 'download' })
    },
    discardUpload: async () => {},
    removeAttachment: async () => {},
  }
}

/** A code decides what people read and whether the step is tried again. */
function refused(stage: 'credentials' | 'commit', { status }: Response): UploadError {
  return new UploadError({ code: status >= 500 ? 'server-error' : 'forbidden', stage, status })
}
