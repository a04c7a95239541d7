import { createSHA256 } from 'hash-wasm'
import { inject } from 'vitest'
import { createAzureBlobAdapter } from '../../src/adapters/azure-blob/createAdapter.ts'
import { createS3Adapter } from '../../src/adapters/s3/createAdapter.ts'
import type { MultipartOptions } from '../../src/adapters/signed-endpoint/lazyMultipart.ts'
import { isAbortError, UploadError } from '../../src/engine/errors.ts'
import type { Attachment, BackendAdapter, Credential, Receipt, TransportRequest } from '../../src/engine/ports.ts'
import { createFormPostTransport } from '../../src/transports/formPost.ts'
import { createSignedPutTransport } from '../../src/transports/signedPut.ts'
import { metaOf, transportRequest } from '../support/transportRequests.ts'
import type { S3Manner } from './attachmentBackend.ts'

export const signal = new AbortController().signal
const quiet = { onDiagnosis: () => {} }
const signedPut = createSignedPutTransport(quiet)
const formPost = createFormPostTransport(quiet)

const backends = inject('backends')

export type StoreName = keyof typeof backends
export const storeNames = Object.keys(backends) as StoreName[]
/** Those that speak S3, and take forms too. */
export const s3StoreNames = storeNames.filter((name) => name !== 'azurite')

/** How a store is uploaded to. */
export type UploadWay = 'put' | 'form'
export const waysOf = (store: StoreName): UploadWay[] => (store === 'azurite' ? ['put'] : ['put', 'form'])

const offers = ['commit', 'verify', 'list', 'download', 'discard', 'remove'] as const

/** The adapter of a store, over the backend that signs in that manner. */
export function adapterOver(store: StoreName, way: UploadWay, manner: S3Manner): BackendAdapter {
  return way === 'put'
    ? putAdapterOver(store, manner)
    : createS3Adapter({ endpoint: `${backends[store]}/form/${manner}`, offers })
}

/** The adapter that sends signed PUTs, in parts where `multipart` says so. */
export function putAdapterOver(
  store: StoreName,
  manner: S3Manner,
  multipart?: MultipartOptions,
): BackendAdapter<'signed-put'> {
  const options = { endpoint: `${backends[store]}/put/${manner}`, offers, multipart }
  return store === 'azurite' ? createAzureBlobAdapter(options) : createS3Adapter({ ...options, kind: 'signed-put' })
}

/** Asks the other side of a store for something that a page cannot do. */
export async function control<T>(store: StoreName, name: string): Promise<T> {
  return (await fetch(`${backends[store]}/${name}`, { method: 'POST' })).json() as Promise<T>
}

/** The kit as a page uses it. */
export function createStoreClient(store: StoreName, way: UploadWay, manner: S3Manner = 'right') {
  const adapter = adapterOver(store, way, manner)

  const ask = (file: File) => adapter.requestUpload({ itemId: 'a', file: metaOf(file), attempt: 1, signal })

  async function upload(file: File): Promise<Attachment> {
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

  return { adapter, ask, upload, download }
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
