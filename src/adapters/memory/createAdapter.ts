import { UploadError } from '../../engine/errors.ts'
import type { Stage } from '../../engine/errors.ts'
import type { BackendAdapter, CredentialKind, CredentialOf, DownloadRequest, FileMeta } from '../../engine/ports.ts'
import { wait } from '../../engine/retry.ts'
import type { FileRules } from '../../engine/rules.ts'
import { createMemoryStore } from './memoryStore.ts'
import type { MemoryStore } from './memoryStore.ts'

export interface MemoryAdapterOptions<K extends CredentialKind = CredentialKind> {
  /** Which hook it serves. @default 'signed-put' */
  kind?: K | undefined
  /** Milliseconds each call of the backend takes. @default 100 */
  latencyMs?: number | undefined
  /** Bytes per second of its transports. @default 2000000 */
  bytesPerSecond?: number | undefined
  /** Asked before each step; what it returns is thrown. For stories and tests of failures. */
  failWith?: ((step: { stage: Stage; file?: FileMeta | undefined }) => UploadError | undefined) | undefined
  rules?: FileRules | undefined
}

/** A backend inside the page; `createMemoryTransports` carries bytes into it. */
export interface MemoryAdapter<K extends CredentialKind = CredentialKind> extends BackendAdapter<K> {
  readonly store: MemoryStore
  readonly bytesPerSecond: number
  readonly failWith: NonNullable<MemoryAdapterOptions['failWith']>
}

/** A scheme of its own, which nothing can be sent to. */
const memoryUrl = (handle: string) => `memory:${handle}`

const credentials: { [K in CredentialKind]: (handle: string) => CredentialOf<K> } = {
  'signed-put': (handle) => ({
    kind: 'signed-put',
    method: 'PUT',
    handle,
    url: memoryUrl(handle),
    headers: {},
    contentType: 'none',
  }),
  'form-policy': (handle) => ({
    kind: 'form-policy',
    handle,
    url: memoryUrl(handle),
    headers: {},
    fields: [['key', handle]],
    fileField: 'file',
  }),
}

/**
 * A complete adapter without network: the first five minutes, stories, tests. Files stay in the page's memory and can be
 * listed, downloaded and removed until it is reloaded.
 * @example
 * const adapter = createMemoryAdapter()
 * const upload = useSignedUpload({ adapter, transport: createMemoryTransports(adapter)['signed-put'] })
 */
export function createMemoryAdapter(options?: MemoryAdapterOptions<'signed-put'>): MemoryAdapter<'signed-put'>
export function createMemoryAdapter<K extends CredentialKind>(
  options: MemoryAdapterOptions<K> & { kind: K },
): MemoryAdapter<K>
export function createMemoryAdapter<K extends CredentialKind>(options: MemoryAdapterOptions<K> = {}): MemoryAdapter<K> {
  const { latencyMs = 100, bytesPerSecond = 2_000_000, failWith = () => undefined } = options
  const kind = options.kind ?? ('signed-put' as K)
  const store = createMemoryStore()

  /** Every call takes its time, then fails if it was told to. */
  async function answer(stage: Stage, signal: AbortSignal, file?: FileMeta): Promise<void> {
    await wait(latencyMs, signal)
    const error = failWith({ stage, file })
    if (error) throw error
  }

  return {
    name: 'memory',
    capabilities: { list: true, download: true, discard: true, remove: true, verify: true },
    rules: options.rules ?? {},
    store,
    bytesPerSecond,
    failWith,
    requestUpload: async ({ file, previousHandle, signal }) => {
      await answer('credentials', signal, file)
      return credentials[kind](previousHandle ?? store.reserve())
    },
    commitUpload: async ({ handle, file, signal }) => {
      await answer('commit', signal, file)
      const attachment = store.commit(handle)
      if (!attachment) throw notFound('commit')
      return attachment
    },
    verifyUpload: async ({ handle, file }) => (store.get(handle)?.file.size === file.size ? 'stored' : 'missing'),
    listAttachments: async ({ signal }) => {
      await answer('list', signal)
      return store.list()
    },
    requestDownload: async ({ attachment, signal }: DownloadRequest) => {
      await answer('download', signal)
      const url = store.urlOf(attachment.handle)
      if (url === undefined) throw notFound('download')
      return { url, headers: {}, bindsFilename: false }
    },
    discardUpload: async ({ handle }) => store.remove(handle),
    removeAttachment: async ({ attachment }) => store.remove(attachment.handle),
  }
}

function notFound(stage: Stage): UploadError {
  return new UploadError({ code: 'not-found', stage, hint: 'The memory adapter forgets its files with the page.' })
}
