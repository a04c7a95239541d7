import { attempt, withDeadline, type AttemptContext } from './attempt.ts'
import { checkIntegrity } from './checkIntegrity.ts'
import { deliver } from './deliver.ts'
import { UploadError, type Stage } from './errors.ts'
import { fileFingerprint } from './fileFingerprint.ts'
import type { BegunMultipart } from './item.ts'
import type { MultipartBackend, StoredPart, UploadPart } from './multipartPorts.ts'
import { createPartProgress, type PartProgress } from './partProgress.ts'
import type { CredentialKind, Receipt, SignedPutCredential, StoredUpload, Transport } from './ports.ts'
import { unreadableFile } from './unreadableFile.ts'
import type { UploadJob } from './uploadFile.ts'
import { missingParts } from './uploadParts.ts'

/** A multipart upload, and what the store has of it. */
interface Standing {
  upload: BegunMultipart
  stored: readonly StoredPart[]
}

/**
 * Sends a large file in parts, several at once, each with a credential and retries of its own, and has the store make one object
 * of them. An upload that was begun before goes on with the parts that are missing. One that the store has lost, or made of
 * other bytes than were sent, is begun anew, once.
 */
export async function storeParts<K extends CredentialKind>(
  job: UploadJob<K>,
  backend: MultipartBackend,
): Promise<StoredUpload> {
  const before = await whatIsThere(job, backend)
  if (before && 'receipt' in before) return before
  let standing = before ?? (await begin(job, backend))
  for (let isLast = false; ; isLast = true) {
    try {
      return await storeFrom(job, backend, standing)
    } catch (thrown) {
      if (!isLoss(thrown)) throw thrown
      job.report({ type: 'multipartLost' })
      if (isLast) throw thrown
      standing = await begin(job, backend)
    }
  }
}

function isLoss(thrown: unknown): boolean {
  return thrown instanceof UploadError && (thrown.code === 'not-found' || thrown.code === 'integrity-mismatch')
}

/** Undefined where there is nothing to go on with: no upload was begun, it is gone, or it was another file's. */
async function whatIsThere<K extends CredentialKind>(
  job: UploadJob<K>,
  backend: MultipartBackend,
): Promise<Standing | StoredUpload | undefined> {
  const { id: itemId, meta: file, multipart: upload } = job.item
  if (!upload || upload.fingerprint !== (await fingerprintOf(job))) return undefined
  const request = { itemId, file, upload }
  const stored = await call(job, 'credentials', (signal) => backend.listParts({ ...request, signal }))
  return stored ? { upload, stored } : storedBefore(job, upload)
}

/** The store forgets an upload also by making an object of it. */
async function storedBefore<K extends CredentialKind>(
  job: UploadJob<K>,
  { handle }: BegunMultipart,
): Promise<StoredUpload | undefined> {
  const { adapter, item } = job
  if (!adapter.capabilities.verify) return undefined
  const request = { itemId: item.id, file: item.meta, handle }
  const verdict = await call(job, 'transfer', (signal) => adapter.verifyUpload({ ...request, signal }))
  return verdict === 'stored' ? { handle, receipt: { status: 200, headers: {}, body: '' } } : undefined
}

async function begin<K extends CredentialKind>(job: UploadJob<K>, backend: MultipartBackend): Promise<Standing> {
  const { id: itemId, handle: previousHandle, meta: file } = job.item
  const fingerprint = await fingerprintOf(job)
  const request = { itemId, file, attempt: 1, previousHandle }
  const upload = await call(job, 'credentials', (signal) => backend.beginMultipart({ ...request, signal }))
  return { upload: { ...upload, fingerprint }, stored: [] }
}

async function fingerprintOf<K extends CredentialKind>({ item }: UploadJob<K>): Promise<string | undefined> {
  try {
    return await fileFingerprint(item.file)
  } catch (cause) {
    throw unreadableFile(item.file, 'transfer', cause)
  }
}

async function storeFrom<K extends CredentialKind>(
  job: UploadJob<K>,
  backend: MultipartBackend,
  { stored, upload }: Standing,
): Promise<StoredUpload> {
  const { id: itemId, meta: file } = job.item
  job.report({ type: 'multipartBegun', upload })
  const missing = missingParts(file.size, upload, stored)
  const missingBytes = missing.reduce((sum, { size }) => sum + size, 0)
  const progress = createPartProgress(file.size - missingBytes, job.report)
  await sendParts(job, backend, missing, (part, context) =>
    sendPart({ ...job, context }, backend, upload, part, progress),
  )
  const request = { itemId, file, upload }
  const receipt = await call(job, 'transfer', (signal) => backend.completeMultipart({ ...request, signal }))
  checkIntegrity(receipt, file.checksums, {})
  return { handle: upload.handle, receipt }
}

/** As many parts at once as the session carries requests; when one fails for good, the others end. */
async function sendParts<K extends CredentialKind>(
  { context, sends }: UploadJob<K>,
  { isSequential = false }: MultipartBackend,
  parts: readonly UploadPart[],
  sendOne: (part: UploadPart, context: AttemptContext) => Promise<void>,
): Promise<void> {
  const ending = new AbortController()
  const end = () => ending.abort()
  const signal = ending.signal
  const line = parts.values()
  // A few parts stand in line for a free place, never all: other files get theirs in between.
  const work = async () => {
    for (const part of line) await sends.run(() => sendOne(part, { ...context, signal }), signal)
  }
  const workers = Array.from({ length: isSequential ? 1 : Math.min(sends.concurrency(), parts.length) }, work)
  context.signal.addEventListener('abort', end)
  if (context.signal.aborted) end()
  try {
    await Promise.all(workers)
  } finally {
    end()
    await Promise.allSettled(workers)
    context.signal.removeEventListener('abort', end)
  }
}

async function sendPart<K extends CredentialKind>(
  { context, credentialCalls, deadlines, item, transports }: UploadJob<K>,
  backend: MultipartBackend,
  upload: BegunMultipart,
  part: UploadPart,
  progress: PartProgress,
): Promise<void> {
  const { partNumber, offset, size } = part
  const transport = (transports as Partial<Record<CredentialKind, Transport<SignedPutCredential>>>)['signed-put']
  const file = item.file.slice(offset, offset + size)
  let storedBytes = 0
  try {
    await deliver<SignedPutCredential>(
      {
        ask: (request) => backend.requestPart({ itemId: item.id, file: item.meta, upload, part, ...request }),
        send: (credential): Promise<Receipt> => {
          if (credential.alreadyStored) return Promise.resolve({ status: 200, headers: {}, body: '' })
          if (!transport) throw noTransport()
          return transport.send({
            credential,
            file,
            meta: { ...item.meta, size },
            signal: context.signal,
            onProgress: (sentBytes) => progress.sent(partNumber, sentBytes),
            onStall: (isStalled) => progress.stalled(partNumber, isStalled),
          })
        },
      },
      { context, credentialCalls, askWithinMs: deadlines.credentials },
    )
    storedBytes = size
  } finally {
    progress.ended(partNumber, storedBytes)
  }
}

function noTransport(): UploadError {
  const hint = 'Parts are sent as signed PUTs, and this session has no transport for them.'
  return new UploadError({ code: 'answer-unreadable', stage: 'transfer', hint })
}

/** One call of the backend, within its deadline and with the retries of its stage. */
function call<K extends CredentialKind, T>(
  { context, deadlines }: UploadJob<K>,
  stage: Stage & ('credentials' | 'transfer'),
  ask: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const ms = stage === 'credentials' ? deadlines.credentials : deadlines.commit
  return attempt(stage, () => withDeadline(stage, ms, context.signal, ask), context)
}
