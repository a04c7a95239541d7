import { attempt, failureOf, tryOnce, waitForRetry, withDeadline, type AttemptContext } from './attempt.ts'
import { checkIntegrity } from './checkIntegrity.ts'
import { deadlineOf } from './credentialLife.ts'
import type { ErrorCode, UploadError } from './errors.ts'
import { explainSilence } from './explainSilence.ts'
import type { Item, ItemEvent } from './item.ts'
import type {
  Attachment,
  BackendAdapter,
  Credential,
  CredentialKind,
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
  deadlines: Deadlines
  context: AttemptContext
  report: (event: ItemEvent) => void
}

/** The way of one file: ask for a credential, send the bytes, commit. What was stored before is not sent again. */
export async function uploadFile<K extends CredentialKind>(job: UploadJob<K>): Promise<Attachment> {
  const stored = job.item.stored ?? (await storeBytes(job))
  job.report({ type: 'bytesStored', stored })
  const attachment = await commit(job, stored)
  job.report({ type: 'committed', attachment })
  return attachment
}

/** Asks and sends until the bytes are stored: no credential is used twice, each try asks for its own. */
async function storeBytes<K extends CredentialKind>(job: UploadJob<K>): Promise<StoredUpload> {
  let handle = job.item.handle
  let error: UploadError | undefined
  for (let tries = 1, retry = 1; ; tries += 1) {
    const { credential, ...life } = await askForCredential(job, tries, handle, error)
    handle = credential.handle
    job.report({ type: 'credentialIssued', handle })
    try {
      const receipt = await tryOnce('transfer', () => send(job, credential), job.context)
      checkIntegrity(receipt, job.item.meta.checksums, credential)
      return { handle, receipt }
    } catch (thrown) {
      const failure = failureOf(thrown, 'transfer', job.context.signal)
      const stored = await storedAllTheSame(job, handle, failure)
      if (stored) return stored
      const explained = explainSilence(failure, life, job.context.clock())
      if (!isRenewable(explained, error)) await waitForRetry(retry++, explained, job.context)
      error = explained
    }
  }
}

function askForCredential<K extends CredentialKind>(
  { adapter, context, credentialCalls, deadlines, item, report }: UploadJob<K>,
  tries: number,
  previousHandle: string | undefined,
  previousError: UploadError | undefined,
) {
  report({ type: 'credentialRequested', attempt: tries })
  const ask = async (signal: AbortSignal) => {
    const askedAt = context.clock()
    const request = { itemId: item.id, file: item.meta, attempt: tries, previousError, previousHandle, signal }
    const credential = await adapter.requestUpload(request)
    return { credential, askedAt, deadline: deadlineOf(credential.expiry, askedAt) }
  }
  const askInTime = () => withDeadline('credentials', deadlines.credentials, context.signal, ask)
  return attempt('credentials', () => credentialCalls.run(askInTime, context.signal), context)
}

function send<K extends CredentialKind>({ context, item, report, transports }: UploadJob<K>, credential: Credential) {
  if (credential.alreadyStored) return Promise.resolve<Receipt>({ status: 200, headers: {}, body: '' })
  const transport = transports[credential.kind as K] as Transport
  return transport.send({
    credential,
    file: item.file,
    meta: item.meta,
    signal: context.signal,
    onProgress: (sentBytes) => report({ type: 'bytesSent', sentBytes }),
    onStall: (isStalled) => report({ type: 'stalled', isStalled }),
  })
}

/** Codes that a new credential may cure: asked for once, at once, without spending a retry. */
const renewable: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'credential-expired',
  'credential-refused',
  'clock-skewed',
  'signature-mismatch',
])

function isRenewable(failure: UploadError, previous: UploadError | undefined): boolean {
  return renewable.has(failure.code) && !(previous && renewable.has(previous.code))
}

/** Codes after which the bytes may be there although no good answer came. */
const undecided: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['network', 'answer-overdue', 'timeout', 'object-exists'])

/** Asks the backend before any byte is sent again. A store whose callback failed said itself that it has the bytes. */
async function storedAllTheSame<K extends CredentialKind>(job: UploadJob<K>, handle: string, failure: UploadError) {
  const { adapter, context, deadlines, item } = job
  const stored: StoredUpload = { handle, receipt: { status: failure.status ?? 0, headers: {}, body: '' } }
  if (failure.code === 'stored-not-registered') return stored
  if (!adapter.capabilities.verify || !undecided.has(failure.code)) return undefined
  const verify = (signal: AbortSignal) => adapter.verifyUpload({ itemId: item.id, file: item.meta, handle, signal })
  try {
    const verifyInTime = () => withDeadline('transfer', deadlines.commit, context.signal, verify)
    const verdict = await attempt('transfer', verifyInTime, context)
    return verdict === 'stored' ? stored : undefined
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
