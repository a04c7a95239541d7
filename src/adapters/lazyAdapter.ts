import type { LazyModule } from '../engine/lazyModule.ts'
import type { BackendAdapter, CredentialKind } from '../engine/ports.ts'

/** What an adapter says of itself: known before anything is asked. */
export type AdapterFacts<K extends CredentialKind> = Pick<
  BackendAdapter<K>,
  'name' | 'capabilities' | 'rules' | 'multipart' | 'batch'
>

type Asked = 'requestUpload' | 'commitUpload' | 'requestDownload'
type Optional = 'verifyUpload' | 'listAttachments' | 'discardUpload' | 'removeAttachment'

/** What an adapter does; what it declares that it cannot do is left out. */
export type AdapterCalls<K extends CredentialKind> = Pick<BackendAdapter<K>, Asked> &
  Partial<Pick<BackendAdapter<K>, Optional>>

/**
 * An adapter whose calls are loaded with the first of them, or ahead of it by `warm`: a page that shows an empty form has no
 * use for them. Nothing is loaded for what the capabilities rule out.
 */
export function lazyAdapter<K extends CredentialKind>(
  facts: AdapterFacts<K>,
  { load, warm }: LazyModule<AdapterCalls<K>>,
): BackendAdapter<K> {
  const { capabilities } = facts
  return {
    ...facts,
    warm,
    requestUpload: async (request) => (await load('credentials')).requestUpload(request),
    commitUpload: async (request) => (await load('commit')).commitUpload(request),
    requestDownload: async (request) => (await load('download')).requestDownload(request),
    verifyUpload: async (request) =>
      (capabilities.verify && (await (await load('transfer')).verifyUpload?.(request))) || 'unknown',
    listAttachments: async (request) =>
      (capabilities.list && (await (await load('list')).listAttachments?.(request))) || [],
    discardUpload: async (request) => {
      if (capabilities.discard) await (await load('commit')).discardUpload?.(request)
    },
    removeAttachment: async (request) => {
      if (capabilities.remove) await (await load('commit')).removeAttachment?.(request)
    },
  }
}
