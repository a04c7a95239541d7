import { attempt, failureOf, withDeadline, type AttemptContext } from './attempt.ts'
import { checkIntegrity } from './checkIntegrity.ts'
import { deliver, type AskRequest } from './deliver.ts'
import type { ErrorCode, UploadError } from './errors.ts'
import type { Item, ItemEvent } from './item.ts'
import { lazyModule } from './lazyModule.ts'
import type { LivingCredential } from './lookAhead.ts'
import type {
  Attachment,
  BackendAdapter,
  Credential,
  CredentialKind,
  CredentialOf,
  Receipt,
  StoredUpload,
  Transport,
  Transports,
} from './ports.ts'
import type { Queue } from './queue.ts'

/** Milliseconds a backend may take to answer. */
export interface Deadlines {
  /** @default 30000 */
  credentials: number
  /** @default 60000 */
  commit: number
}

export const defaultDeadlines: Deadlines = { credentials: 30_000, commit: 60_000 }

export interface UploadJob<K extends CredentialKind = CredentialKind> {
  item: Item
  adapter: BackendAdapter<K>
  transports: Transports<K>
  /** Limits how many credentials are asked for at once. */
  credentialCalls: Queue
  /** The credential that was asked for while the file stood in line, if one was. */
  ahead: () => Promise<LivingCredential<CredentialOf<K>> | undefined>
  /** Limits how many requests carry bytes at once, whole files and parts alike. */
  sends: Queue
  /** The files that are sent next, in order. */
  upcoming: () => Iterable<File>
  deadlines: Deadlines
  context: AttemptContext
  report: (event: ItemEvent) => void
}

/** Loaded by the first file that is large enough. */
const sendingParts = lazyModule(() => import('./storeParts.ts'))

/** The way of one file: ask for a credential, send the bytes, commit. What was stored before is not sent again. */
export async function uploadFile<K extends CredentialKind>(job: UploadJob<K>): Promise<Attachment> {
  const stored = job.item.stored ?? (await storeBytes(job))
  job.report({ type: 'bytesStored', stored })
  const attachment = await commit(job, stored)
  job.report({ type: 'committed', attachment })
  return attachment
}

/** In one piece, or in parts where the file is large and the vendor takes parts. */
async function storeBytes<K extends CredentialKind>(job: UploadJob<K>): Promise<StoredUpload> {
  const { adapter, context, item, sends } = job
  const { multipart } = adapter
  // Before anything can fail: what is `queued` does not pause when the network goes, since nothing works on it yet.
  job.report({ type: 'credentialRequested', attempt: 1 })
  if (multipart && item.meta.size >= multipart.minFileSize) {
    const { storeParts } = await attempt('transfer', () => sendingParts.load('transfer'), context)
    return storeParts(job, multipart)
  }
  return sends.run(() => storeWhole(job), context.signal)
}

async function storeWhole<K extends CredentialKind>(job: UploadJob<K>): Promise<StoredUpload> {
  const { context, credentialCalls, deadlines, item } = job
  let handle = item.handle ?? ''
  const ask = (request: AskRequest) => askForCredential(job, request, handle || undefined)
  const send = async (credential: Credential, deadline: number) => {
    handle = credential.handle
    job.report({ type: 'credentialIssued', handle, lifeMs: deadline - context.clock() })
    const receipt = await sendFile(job, credential)
    checkIntegrity(receipt, item.meta.checksums, credential)
    return receipt
  }
  const rescue = (failure: UploadError) => storedAllTheSame(job, handle, failure)
  const within = { context, credentialCalls, askWithinMs: deadlines.credentials }
  const receipt = await deliver({ ask, ahead: job.ahead, send, rescue }, within)
  return { handle, receipt }
}

function askForCredential<K extends CredentialKind>(
  { adapter, item, report }: UploadJob<K>,
  request: AskRequest,
  previousHandle: string | undefined,
) {
  if (request.attempt > 1) report({ type: 'credentialRequested', attempt: request.attempt })
  return adapter.requestUpload({ itemId: item.id, file: item.meta, previousHandle, ...request })
}

function sendFile<K extends CredentialKind>(
  { context, item, report, transports, upcoming }: UploadJob<K>,
  credential: Credential,
) {
  if (credential.alreadyStored) return Promise.resolve<Receipt>({ status: 200, headers: {}, body: '' })
  const transport = transports[credential.kind as K] as Transport
  return transport.send({
    credential,
    file: item.file,
    meta: item.meta,
    signal: context.signal,
    upcoming,
    onProgress: (sentBytes) => report({ type: 'bytesSent', sentBytes }),
    onStall: (isStalled) => report({ type: 'stalled', isStalled }),
  })
}

/**
 * Codes after which the bytes may be there although no good answer came. A refusal by CORS rules is inferred from no byte being
 * counted, and Firefox counts none in the first 50 ms: a small file may have arrived whole by then.
 */
const undecided: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'network',
  'cors-refused',
  'answer-overdue',
  'timeout',
  'object-exists',
])

/** Asks the backend before any byte is sent again. A store whose callback failed said itself that it has the bytes. */
async function storedAllTheSame<K extends CredentialKind>(job: UploadJob<K>, handle: string, failure: UploadError) {
  const { adapter, context, deadlines, item } = job
  const receipt: Receipt = { status: failure.status ?? 0, headers: {}, body: '' }
  if (failure.code === 'stored-not-registered') return receipt
  if (!adapter.capabilities.verify || !undecided.has(failure.code)) return undefined
  const verify = (signal: AbortSignal) => adapter.verifyUpload({ itemId: item.id, file: item.meta, handle, signal })
  try {
    const verifyInTime = () => withDeadline('transfer', deadlines.commit, context.signal, verify)
    return (await attempt('transfer', verifyInTime, context)) === 'stored' ? receipt : undefined
  } catch (thrown) {
    failureOf(thrown, 'transfer', context.signal)
    return undefined
  }
}

function commit<K extends CredentialKind>({ adapter, context, deadlines, item }: UploadJob<K>, stored: StoredUpload) {
  const register = (signal: AbortSignal) =>
    adapter.commitUpload({ ...stored, itemId: item.id, file: item.meta, idempotencyKey: item.id, signal })
  return attempt('commit', () => withDeadline('commit', deadlines.commit, context.signal, register), context)
}
