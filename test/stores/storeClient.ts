import { createSHA256 } from 'hash-wasm'
import { createS3Adapter, type S3Options } from '../../src/adapters/s3/createAdapter.ts'
import { isAbortError, UploadError } from '../../src/engine/errors.ts'
import type {
  Attachment,
  BackendAdapter,
  Credential,
  CredentialKind,
  Receipt,
  TransportRequest,
} from '../../src/engine/ports.ts'
import { createFormPostTransport } from '../../src/transports/formPost.ts'
import { createSignedPutTransport } from '../../src/transports/signedPut.ts'
import { metaOf, transportRequest } from '../support/transportRequests.ts'

export const signal = new AbortController().signal
const quiet = { onDiagnosis: () => {} }
const signedPut = createSignedPutTransport(quiet)
const formPost = createFormPostTransport(quiet)

/** The adapter over one backend and one manner of signing. */
export function adapterOver<K extends CredentialKind>(
  backend: string,
  upload: 'put' | 'form',
  manner: string,
  options: Pick<S3Options<K>, 'multipart'> = {},
): BackendAdapter<K> {
  const offers = ['commit', 'verify', 'list', 'download', 'discard', 'remove'] as const
  return createS3Adapter<K>({ endpoint: `${backend}/${upload}/${manner}`, offers, ...options })
}

/** The kit as a page uses it. */
export function createStoreClient(backend: string, upload: 'put' | 'form', manner = 'right') {
  const adapter: BackendAdapter = adapterOver(backend, upload, manner)

  const ask = (file: File) => adapter.requestUpload({ itemId: 'a', file: metaOf(file), attempt: 1, signal })

  async function store(file: File): Promise<Attachment> {
    const credential = await ask(file)
    const receipt = await send(credential, file)
    const { handle } = credential
    return adapter.commitUpload({ itemId: 'a', file: metaOf(file), handle, receipt, idempotencyKey: 'a', signal })
  }

  async function download(attachment: Attachment): Promise<Response> {
    const filename = attachment.name
    const credential = await adapter.requestDownload({ attachment, disposition: 'attachment', filename, signal })
    return fetch(credential.url)
  }

  return { adapter, ask, store, download }
}

/** Sends a file through the kit's transport; `changes` may tell it another file than is sent. */
export function send(
  credential: Credential,
  file: File,
  changes: Pick<Partial<TransportRequest>, 'meta' | 'onProgress'> = {},
): Promise<Receipt> {
  return credential.kind === 'form-policy'
    ? formPost.send(transportRequest(credential, file, changes))
    : signedPut.send(transportRequest(credential, file, changes))
}

/** The code of a failure, or `stored`. */
export async function outcomeOf(sent: Promise<unknown>): Promise<string> {
  try {
    await sent
    return 'stored'
  } catch (error) {
    if (error instanceof UploadError) return error.code
    throw isAbortError(error) ? new Error('nobody aborted') : error
  }
}

/** Of bytes that need not be in memory all at once. */
export async function sha256Of(bytes: Blob | Response): Promise<string> {
  const hash = await createSHA256()
  for (let reader = streamOf(bytes).getReader(); ;) {
    const { value, done } = await reader.read()
    if (done) return hash.digest()
    hash.update(value)
  }
}

function streamOf(bytes: Blob | Response): ReadableStream<Uint8Array> {
  if (bytes instanceof Blob) return bytes.stream()
  if (!bytes.body) throw new Error(`The answer ${bytes.status} has no body.`)
  return bytes.body
}
