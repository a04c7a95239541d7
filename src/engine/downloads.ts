import type { Download, DownloadSaver, DownloadTransport } from './downloadPorts.ts'
import { isAbortError, toUploadError } from './errors.ts'
import { lazyModule } from './lazyModule.ts'
import type { Attachment, BackendAdapter } from './ports.ts'
import type { Queue } from './queue.ts'
import type { RetryPolicy } from './retry.ts'

/** From the click to the saved file: a page on which nobody downloads does without. */
const downloading = lazyModule(() => import('./downloadWork.ts'))

/** Downloads by the attachment's handle; one that was never asked for is not in it. */
export type DownloadsState = ReadonlyMap<string, Download>

export interface DownloadsOptions {
  adapter: Pick<BackendAdapter, 'requestDownload'>
  transport: DownloadTransport
  saver: DownloadSaver
  /** Downloads at once. @default 3 */
  concurrency?: number | undefined
  retry?: Partial<RetryPolicy> | undefined
  /** Milliseconds the backend may take to sign. @default 30000 */
  signDeadlineMs?: number | undefined
  /** Milliseconds between two published progress changes of a download. @default 200 */
  progressIntervalMs?: number | undefined
  /** Monotonic milliseconds. @default performance.now */
  now?: (() => number) | undefined
}

/** The store of a page's downloads; `subscribe` and `getSnapshot` fit `useSyncExternalStore`. */
export interface Downloads {
  readonly getSnapshot: () => DownloadsState
  readonly subscribe: (listener: () => void) => () => void
  /** Starts one, also again after an end. Ignored while the same attachment is being downloaded. */
  readonly download: (attachment: Attachment) => void
  readonly cancel: (handle: string) => void
  /** The adapter for downloads that start from now on. */
  readonly configure: (options: Pick<DownloadsOptions, 'adapter'>) => void
  /** Cancels everything and frees what saving left in the page. */
  readonly dispose: () => void
}

export function createDownloads(options: DownloadsOptions): Downloads {
  const { saver, transport, signDeadlineMs = 30_000, progressIntervalMs = 200, now = () => performance.now() } = options
  let queue: Queue | undefined
  const running = new Map<string, AbortController>()
  const listeners = new Set<() => void>()
  let adapter = options.adapter
  let state: DownloadsState = new Map()

  function publish(handle: string, download: Download) {
    state = new Map(state).set(handle, download)
    for (const listener of listeners) listener()
  }

  /** A fast link delivers thousands of chunks; a person reads five numbers a second. */
  function createReport(handle: string, signal: AbortSignal) {
    let publishedAt = -Infinity
    return (download: Download) => {
      if (signal.aborted || now() - publishedAt < progressIntervalMs) return
      publishedAt = now()
      publish(handle, download)
    }
  }

  async function run(attachment: Attachment, { signal }: AbortController): Promise<Download> {
    const report = createReport(attachment.handle, signal)
    const job = { attachment, adapter, transport, saver, signDeadlineMs, signal, report }
    try {
      const { createQueue, defaultRetryPolicy, downloadFile } = await downloading.load('download')
      const policy = { ...defaultRetryPolicy, ...options.retry }
      queue ??= createQueue(options.concurrency ?? 3)
      await queue.run(() => downloadFile({ ...job, policy }), signal)
      return { status: 'done' }
    } catch (thrown) {
      if (isAbortError(thrown)) return { status: 'cancelled' }
      return { status: 'failed', error: toUploadError(thrown, 'download') }
    }
  }

  function download(attachment: Attachment) {
    const { handle } = attachment
    if (running.has(handle)) return
    const controller = new AbortController()
    running.set(handle, controller)
    publish(handle, { status: 'preparing' })
    void run(attachment, controller).then((end) => {
      // After a cancel the handle may already belong to another download.
      if (running.get(handle) !== controller) return
      running.delete(handle)
      publish(handle, end)
    })
  }

  function cancel(handle: string) {
    const controller = running.get(handle)
    if (!controller) return
    running.delete(handle)
    controller.abort()
    publish(handle, { status: 'cancelled' })
  }

  return {
    getSnapshot: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    download,
    cancel,
    configure: (next) => void (adapter = next.adapter),
    dispose() {
      listeners.clear()
      for (const handle of running.keys()) cancel(handle)
      saver.dispose()
    },
  }
}
