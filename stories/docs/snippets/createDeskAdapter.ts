import type { Attachment, BackendAdapter, ErrorCode, SignedPutCredential, Stage } from 'attachkit'
import { UploadError } from 'attachkit'

/** A backend with two calls: one that signs, one that registers what was stored. */
export function createDeskAdapter(
  endpoint: string,
  fetch: typeof globalThis.fetch = (input, init) => globalThis.fetch(input, init),
): BackendAdapter<SignedPutCredential['kind']> {
  /** One call of the backend; whatever goes wrong ends in an `UploadError` of that stage. */
  async function call(stage: Stage, path: string, init: RequestInit & { signal: AbortSignal }) {
    try {
      const response = await fetch(`${endpoint}/${path}`, init)
      if (!response.ok) throw refused(stage, response)
      const text = await response.text()
      return text === '' ? {} : readObject(stage, JSON.parse(text))
    } catch (thrown) {
      if (init.signal.aborted || thrown instanceof UploadError) throw thrown // an abort is passed on as it is
      const code = thrown instanceof SyntaxError ? 'answer-unreadable' : 'network'
      throw new UploadError({ code, stage })
    }
  }

  return {
    name: 'desk',
    capabilities: { list: false, download: false, discard: false, remove: false, verify: false },
    rules: { maxFileSize: 100_000_000 },

    async requestUpload({ file, signal }) {
      const body = JSON.stringify({ name: file.name, size: file.size, type: file.contentType })
      const { id, url, seconds } = await call('credentials', 'sign', { method: 'POST', body, signal })
      if (typeof id !== 'string' || typeof url !== 'string') throw unreadable('credentials')
      if (!/^https?:\/\//.test(url)) throw new UploadError({ code: 'url-refused', stage: 'credentials' })
      return {
        kind: 'signed-put',
        method: 'PUT',
        handle: id,
        url, // as it came: a signed URL must not be built anew
        headers: { 'Content-Type': file.contentType },
        contentType: 'exact',
        expiry: { afterMs: Number(seconds) * 1000 },
      }
    },

    /** May be repeated with the same key: the answer to the first call may have been lost. */
    async commitUpload({ handle, file, idempotencyKey, signal }): Promise<Attachment> {
      const headers = { 'idempotency-key': idempotencyKey }
      await call('commit', `files/${encodeURIComponent(handle)}`, { method: 'PUT', headers, signal })
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
const codes: Record<number, ErrorCode> = { 401: 'unauthorized', 429: 'rate-limited', 503: 'unavailable' }

function refused(stage: Stage, { status, headers }: Response): UploadError {
  const code = codes[status] ?? (status >= 500 ? 'server-error' : 'forbidden')
  const seconds = headers.get('retry-after')
  const retryAfterMs = seconds === null ? undefined : Number(seconds) * 1000
  return new UploadError({ code, stage, status, retryAfterMs })
}

function readObject(stage: Stage, answer: unknown): Record<string, unknown> {
  if (typeof answer !== 'object' || answer === null) throw unreadable(stage)
  return { ...answer }
}

function unreadable(stage: Stage): UploadError {
  return new UploadError({ code: 'answer-unreadable', stage })
}
