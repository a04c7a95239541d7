import { withDeadline } from './attempt.ts'
import type { Download, DownloadSaver, DownloadTransport } from './downloadPorts.ts'
import { abortError, isAbortError, toUploadError, UploadError, type ErrorCode } from './errors.ts'
import type { Attachment, BackendAdapter, DownloadCredential } from './ports.ts'
import { refuseOtherObject, refuseTruncated, writeBody, type Kept } from './receiveStream.ts'
import { safeFilename } from './safeFilename.ts'
import { nextDelay, wait, type RetryPolicy } from './retry.ts'

export interface DownloadJob {
  attachment: Attachment
  adapter: Pick<BackendAdapter, 'requestDownload'>
  transport: DownloadTransport
  saver: DownloadSaver
  policy: RetryPolicy
  /** Milliseconds the backend may take to sign. */
  signDeadlineMs: number
  signal: AbortSignal
  report: (download: Download) => void
}

/**
 * The way of one download: sign, fetch, save. Every try signs anew, so no link grows old in the page; a broken connection is
 * picked up where it broke. Rejects with an `UploadError` of stage `download`, or with `AbortError` when cancelled here or in
 * a save dialog.
 */
export async function downloadFile(job: DownloadJob): Promise<void> {
  refuseUnscanned(job.attachment)
  const kept: Kept = { sink: undefined, receivedBytes: 0, validator: undefined }
  try {
    await fetchUntilComplete(job, kept)
    refuseCancelled(job)
    await kept.sink?.save()
  } catch (thrown) {
    await kept.sink?.discard().catch(() => {})
    throw isAbortError(thrown) ? thrown : toUploadError(thrown, 'download')
  }
}

function refuseUnscanned({ scan }: Attachment): void {
  if (scan === 'scanning') throw new UploadError({ code: 'still-scanning', stage: 'download' })
  if (scan === 'infected') throw new UploadError({ code: 'infected', stage: 'download' })
}

function refuseCancelled({ signal }: DownloadJob): void {
  if (signal.aborted) throw abortError()
}

async function fetchUntilComplete(job: DownloadJob, kept: Kept): Promise<void> {
  let [retry, renewed] = [1, false]
  for (;;) {
    const before = kept.receivedBytes
    try {
      return await fetchOnce(job, kept)
    } catch (thrown) {
      if (isAbortError(thrown)) throw thrown
      const failure = toUploadError(thrown, 'download')
      if (kept.receivedBytes > before) [retry, renewed] = [1, false]
      if (renewable.has(failure.code) && !renewed) {
        renewed = true
        continue
      }
      const delayMs = nextDelay(retry, failure, job.policy)
      if (delayMs === null) throw failure
      retry += 1
      await wait(delayMs, job.signal)
    }
  }
}

/** Codes that a fresh link may cure: tried once, at once, without spending a retry. */
const renewable: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'credential-expired',
  'credential-refused',
  'clock-skewed',
])

async function fetchOnce(job: DownloadJob, kept: Kept): Promise<void> {
  refuseCancelled(job)
  const credential = await sign(job)
  const mayHandOver = kept.receivedBytes === 0 && isPlainLink(credential)
  try {
    if (mayHandOver && isTooLarge(job, job.attachment.size)) {
      await job.transport.probe({ credential, attachment: job.attachment, signal: job.signal })
      return await handOver(job, credential)
    }
    await receive(job, credential, kept, mayHandOver)
  } catch (thrown) {
    // A store without CORS rules hides its answers from the page; the browser itself can still save the file.
    if (!mayHandOver || !(thrown instanceof UploadError) || thrown.code !== 'cors-refused') throw thrown
    await handOver(job, credential)
  }
}

/** From here the browser goes on alone; nothing can be cancelled any more. */
async function handOver(job: DownloadJob, { url }: DownloadCredential): Promise<void> {
  refuseCancelled(job)
  await job.saver.handOver(url)
}

function sign({ adapter, attachment, signDeadlineMs, signal }: DownloadJob): Promise<DownloadCredential> {
  // As it is shown, so that the saved file bears the name that was clicked.
  const filename = safeFilename(attachment.name) ?? attachment.name
  return withDeadline('download', signDeadlineMs, signal, (inTime) =>
    adapter.requestDownload({ attachment, disposition: 'attachment', filename, signal: inTime }),
  )
}

/** A link that the browser can follow by itself and that makes it save under the right name. */
function isPlainLink({ headers, bindsFilename }: DownloadCredential): boolean {
  return bindsFilename && Object.keys(headers).length === 0
}

function isTooLarge({ saver }: DownloadJob, bytes: number | undefined): boolean {
  return bytes !== undefined && bytes > saver.bufferLimitBytes
}

async function receive(
  job: DownloadJob,
  credential: DownloadCredential,
  kept: Kept,
  mayHandOver: boolean,
): Promise<void> {
  const { attachment, report, saver, signal, transport } = job
  const stream = await transport.open({ credential, attachment, offset: kept.receivedBytes, signal })
  const totalBytes = stream.totalBytes ?? attachment.size
  try {
    if (mayHandOver && isTooLarge(job, totalBytes)) return await handOver(job, credential)
    await refuseOtherObject(stream, kept)
    const filename = safeFilename(attachment.name) ?? stream.filename ?? safeFilename(attachment.handle) ?? 'download'
    kept.sink ??= await saver.createSink({ filename, totalBytes })
    const tell = () => report({ status: 'downloading', receivedBytes: kept.receivedBytes, totalBytes })
    await writeBody(stream, kept, kept.sink, tell)
  } finally {
    stream.close()
  }
  refuseTruncated(kept.receivedBytes, stream.totalBytes, attachment.size)
}
