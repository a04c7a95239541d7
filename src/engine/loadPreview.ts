import { withDeadline } from './attempt.ts'
import type { DownloadTransport } from './downloadPorts.ts'
import { isAbortError, toUploadError, UploadError } from './errors.ts'
import type { Attachment, BackendAdapter } from './ports.ts'
import { safeFilename } from './safeFilename.ts'

export interface PreviewJob {
  attachment: Attachment
  adapter: Pick<BackendAdapter, 'requestDownload'>
  transport: Pick<DownloadTransport, 'open'>
  /** More is not fetched for a picture of a few pixels. */
  maxBytes: number
  /** Milliseconds the backend may take to sign. */
  signDeadlineMs: number
  signal: AbortSignal
}

/**
 * The bytes of a stored attachment, for a picture in the page. The link is signed for this one fetch and never becomes part
 * of the page; it is asked for as a download, so that whoever got hold of it could render nothing. A refusal (403) is met
 * with one fresh link. Rejects with an `UploadError` of stage `download`, or with `AbortError`.
 */
export async function loadPreview(job: PreviewJob): Promise<Blob> {
  try {
    return await fetchOnce(job)
  } catch (thrown) {
    if (isAbortError(thrown) || toUploadError(thrown, 'download').status !== 403) throw thrown
    return fetchOnce(job)
  }
}

async function fetchOnce({ attachment, adapter, transport, maxBytes, signDeadlineMs, signal }: PreviewJob) {
  const filename = safeFilename(attachment.name) ?? attachment.name
  const credential = await withDeadline('download', signDeadlineMs, signal, (inTime) =>
    adapter.requestDownload({ attachment, disposition: 'attachment', filename, signal: inTime }),
  )
  const stream = await transport.open({ credential, attachment, offset: 0, signal })
  try {
    refuseTooLarge(stream.totalBytes ?? 0, maxBytes)
    const chunks: Uint8Array<ArrayBuffer>[] = []
    let receivedBytes = 0
    for await (const chunk of stream.body) {
      receivedBytes += chunk.length
      refuseTooLarge(receivedBytes, maxBytes)
      chunks.push(chunk)
    }
    return new Blob(chunks)
  } finally {
    stream.close()
  }
}

function refuseTooLarge(bytes: number, maxBytes: number): void {
  if (bytes <= maxBytes) return
  throw new UploadError({ code: 'file-too-large', stage: 'download', limitBytes: maxBytes, retryable: false })
}
