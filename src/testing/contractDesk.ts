import type {
  Attachment,
  BackendAdapter,
  CommitRequest,
  Credential,
  FileMeta,
  Receipt,
  UploadRequest,
} from '../engine/ports.ts'
import type { AdapterContractOptions } from './adapterContract.ts'
import { promised } from './contractCheck.ts'

type Fetch = typeof globalThis.fetch

/** Takes the place of an answer; `answer` asks for the real one. */
export type Interference = (answer: () => Promise<Response>, signal: AbortSignal | undefined) => Promise<Response>

/** An adapter under test, with whatever it asks its backend in our hands. */
export interface ContractDesk {
  readonly adapter: BackendAdapter
  readonly file: File
  readonly meta: FileMeta
  /** Calls of the backend so far. */
  readonly asked: () => number
  /** From here on, until it is taken back with `undefined`. */
  readonly interfere: (interference: Interference | undefined) => void
  readonly ask: (itemId: string, rest?: Partial<UploadRequest>) => Promise<Credential>
  readonly send: (credential: Credential) => Promise<Receipt>
  /** Asks and sends: what is left to do for a commit. */
  readonly stored: (itemId: string) => Promise<CommitRequest>
  readonly upload: (itemId: string) => Promise<Attachment>
}

export const neverAborted = new AbortController().signal

export function createDesk(options: AdapterContractOptions): ContractDesk {
  const reach: Fetch = options.fetch ?? ((input, init) => globalThis.fetch(input, init))
  const file =
    options.file ?? new File(['%PDF-1.4 the evidence, as it was'], 'evidence.pdf', { type: 'application/pdf' })
  const { checksums } = options
  const meta: FileMeta = {
    name: file.name,
    size: file.size,
    contentType: file.type,
    lastModified: file.lastModified,
    ...(checksums && { checksums }),
  }
  let asked = 0
  let interference: Interference | undefined

  const watched: Fetch = (input, init) => {
    asked += 1
    const signal = init?.signal ?? (input instanceof Request ? input.signal : undefined)
    // As fetch does; a fake need not know of signals.
    if (signal?.aborted) return Promise.reject(signal.reason)
    return interference ? interference(() => reach(input, init), signal) : reach(input, init)
  }
  const adapter = options.create(watched)
  const ask = (itemId: string, rest: Partial<UploadRequest> = {}): Promise<Credential> =>
    adapter.requestUpload({ itemId, file: meta, attempt: 1, signal: neverAborted, ...rest })

  const send = (credential: Credential) => (options.send ?? sendBy(reach))(credential, file, adapter)

  async function stored(itemId: string): Promise<CommitRequest> {
    const credential = await ask(itemId)
    const receipt = await send(credential)
    promised(
      receipt.status >= 200 && receipt.status < 300,
      `The store answered ${receipt.status} to a credential just given: ${receipt.body.slice(0, 300)}`,
    )
    return { itemId, file: meta, handle: credential.handle, receipt, idempotencyKey: itemId, signal: neverAborted }
  }

  return {
    adapter,
    file,
    meta,
    asked: () => asked,
    interfere: (next) => void (interference = next),
    ask,
    send,
    stored,
    upload: async (itemId) => adapter.commitUpload(await stored(itemId)),
  }
}

/** The one request that a credential permits, without the care of a transport. */
function sendBy(fetch: Fetch): NonNullable<AdapterContractOptions['send']> {
  return async (credential, file) => {
    if (credential.kind === 'signed-put' && credential.alreadyStored) return { status: 200, headers: {}, body: '' }
    const response = await fetch(credential.url, {
      method: credential.kind === 'signed-put' ? credential.method : 'POST',
      headers: credential.headers,
      body: credential.kind === 'signed-put' ? bodyOf(credential.contentType, file) : formOf(credential, file),
    })
    return receiptOf(response)
  }
}

async function receiptOf(response: Response): Promise<Receipt> {
  const headers = Object.fromEntries(response.headers)
  return { status: response.status, etag: headers['etag']?.replaceAll('"', ''), headers, body: await response.text() }
}

/** A blob without a type goes without a Content-Type. */
function bodyOf(contentType: 'none' | 'exact' | 'free', file: File): Blob {
  return contentType === 'free' ? file : file.slice(0, file.size, '')
}

function formOf({ fields, fileField }: Extract<Credential, { kind: 'form-policy' }>, file: File): FormData {
  const form = new FormData()
  for (const [name, value] of fields) form.append(name, value)
  form.append(fileField, file)
  return form
}
