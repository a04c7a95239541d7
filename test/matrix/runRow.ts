import type { Download, DownloadSaver } from '../../src/engine/downloadPorts.ts'
import { createDownloads } from '../../src/engine/downloads.ts'
import type { UploadError } from '../../src/engine/errors.ts'
import type { Item, ItemStatus } from '../../src/engine/item.ts'
import type { Attachment, BackendAdapter, CredentialKind, Transport, Transports } from '../../src/engine/ports.ts'
import { createSession } from '../../src/engine/session.ts'
import { checksumFile } from '../../src/integrity/checksumFile.ts'
import { createBrowserConnectivity } from '../../src/transports/browserConnectivity.ts'
import { createFetchDownloadTransport } from '../../src/transports/fetchDownload.ts'
import { createFormPostTransport } from '../../src/transports/formPost.ts'
import { createSignedPutTransport } from '../../src/transports/signedPut.ts'
import { createRowAdapter } from './createRowAdapter.ts'
import type { FaultRow } from './faultRow.ts'
import { makeRowFile, sha256Of } from './rowFile.ts'

/** How often each step was begun. */
export interface Tries {
  credential: number
  transfer: number
  verify: number
  commit: number
  download: number
}

/** What became of a row. */
export interface Outcome {
  /** `done`, `handed-over`, or the code of the failure. */
  code: string
  stage?: string | undefined
  status?: number | undefined
  storageCode?: string | undefined
  limitBytes?: number | undefined
  tries: Tries
  /** Codes for which another credential was asked, in order. */
  renewals: string[]
  /** Statuses that were seen, in order. */
  passes: ItemStatus[]
  etag?: string | undefined
  /** Of the row's file. */
  sha256: string
  attachment?: Attachment | undefined
  ms: number
}

/** As an embedder may choose them; short, so that a fault that never ends does so soon. */
const retry = { maxRetries: 3, baseDelayMs: 20, maxDelayMs: 80 }
const defaultPatienceMs = 1500
const deadlines = { credentials: 1500, commit: 1500 }

/** Uploads the file of a row and tells how that ended. */
export async function runUpload(row: FaultRow, rowNumber: number): Promise<Outcome> {
  const file = makeRowFile(rowNumber, row.setup.file ?? {})
  const sha256 = await sha256Of(file)
  const tries = countNothing()
  const passes: ItemStatus[] = []
  const renewals: string[] = []
  const adapter = countCalls(createRowAdapter(row), tries, renewals)
  const session = createSession({
    adapter,
    transports: createTransports(tries, row.setup.patienceMs),
    retry,
    deadlines,
    connectivity: createBrowserConnectivity(),
    progressIntervalMs: 10,
    ...(row.setup.checksums ? { integrity: { algorithms: ['crc64ecma'], hasher: { compute: checksumFile } } } : {}),
    callbacks: {
      onAuthRequired: () => row.setup.person === 'signs-in' && setTimeout(session.resume, 50),
    },
  })
  const noteStatus = () => {
    const status = onlyItem()?.status
    if (status && status !== passes.at(-1)) passes.push(status)
    // For whoever gives the tab its network back.
    document.body.dataset['status'] = status
  }
  session.subscribe(noteStatus)
  const onlyItem = () => [...session.getSnapshot().items.values()][0]
  const startedAt = performance.now()
  const [id = ''] = session.add([file])
  await session.settled()
  if (row.setup.person === 'retries') {
    // Snapshots are told of in batches: the person may be quicker than the next.
    noteStatus()
    await repair()
    session.retry(id)
    await session.settled()
  }
  const ms = Math.round(performance.now() - startedAt)
  const end = endOf(onlyItem())
  session.clear()
  session.dispose()
  return { ...end, tries, renewals, passes, sha256, ms }
}

/** Downloads what was uploaded before and tells how that ended. */
export async function runDownload(row: FaultRow, rowNumber: number, attachment: Attachment): Promise<Outcome> {
  const file = makeRowFile(rowNumber, row.setup.file ?? {})
  const sha256 = await sha256Of(file)
  const tries = countNothing()
  const saver = createMemorySaver()
  const downloads = createDownloads({
    adapter: countCalls(createRowAdapter(row), tries),
    transport: createFetchDownloadTransport({ stalledAfterMs: defaultPatienceMs }),
    saver,
    retry,
    signDeadlineMs: deadlines.credentials,
  })
  const startedAt = performance.now()
  const end = await new Promise<Download>((resolve) => {
    downloads.subscribe(() => {
      const download = downloads.getSnapshot().get(attachment.handle)
      if (download && ['done', 'failed', 'cancelled'].includes(download.status)) resolve(download)
    })
    downloads.download(attachment)
  })
  const ms = Math.round(performance.now() - startedAt)
  downloads.dispose()
  const rest = { tries, renewals: [], passes: [], sha256, attachment, ms }
  if (end.status === 'failed') return { ...describeError(end.error), ...rest }
  if (saver.handedOver()) return { code: 'handed-over', ...rest }
  const isWhole = end.status === 'done' && (await sha256Of(saver.saved())) === sha256
  return { code: isWhole ? 'done' : 'other bytes were saved', ...rest }
}

function endOf(item: Item | undefined): Pick<Outcome, 'code' | 'etag' | 'attachment'> {
  if (item?.status === 'done') {
    return { code: 'done', attachment: item.attachment, etag: item.stored?.receipt.etag }
  }
  if (item?.status === 'failed') return describeError(item.error)
  if (item?.status === 'rejected') return { code: item.reasons.map(({ code }) => code).join('+') }
  return { code: `still ${item?.status}` }
}

function describeError({ code, limitBytes, stage, status, storageCode }: UploadError) {
  return { code, limitBytes, stage, status, storageCode }
}

/** The server is well again. */
async function repair(): Promise<void> {
  const headers = { 'content-type': 'application/json' }
  await fetch('/api/simulator/switches', { method: 'PUT', headers, body: JSON.stringify({ faults: [] }) })
}

function countNothing(): Tries {
  return { credential: 0, transfer: 0, verify: 0, commit: 0, download: 0 }
}

function countCalls(
  adapter: BackendAdapter<CredentialKind>,
  tries: Tries,
  renewals: string[] = [],
): BackendAdapter<CredentialKind> {
  const counted =
    <A, R>(step: keyof Tries, call: (argument: A) => R) =>
    (argument: A): R => {
      tries[step] += 1
      return call(argument)
    }
  return {
    ...adapter,
    requestUpload: counted('credential', (request) => {
      if (request.previousError) renewals.push(request.previousError.code)
      return adapter.requestUpload(request)
    }),
    verifyUpload: counted('verify', (request) => adapter.verifyUpload(request)),
    commitUpload: counted('commit', (request) => adapter.commitUpload(request)),
    requestDownload: counted('download', (request) => adapter.requestDownload(request)),
  }
}

function createTransports(tries: Tries, patienceMs = defaultPatienceMs): Transports<CredentialKind> {
  const patience = { stalledAfterMs: patienceMs, answerAfterMs: patienceMs }
  const counted = <C extends Transport<never>>(transport: C): C => ({
    ...transport,
    send: (request: never) => {
      tries.transfer += 1
      return transport.send(request)
    },
  })
  return {
    'signed-put': counted(createSignedPutTransport(patience)),
    'form-policy': counted(createFormPostTransport(patience)),
  }
}

function createMemorySaver(): DownloadSaver & { saved: () => Blob; handedOver: () => boolean } {
  let chunks: Uint8Array<ArrayBuffer>[] = []
  let isHandedOver = false
  return {
    bufferLimitBytes: 100_000_000,
    handOver: () => void (isHandedOver = true),
    createSink: async () => ({
      write: async (chunk) => void chunks.push(chunk),
      restart: async () => void (chunks = []),
      save: async () => {},
      discard: async () => void (chunks = []),
    }),
    dispose: () => {},
    saved: () => new Blob(chunks),
    handedOver: () => isHandedOver,
  }
}
