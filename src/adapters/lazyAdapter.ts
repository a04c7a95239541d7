import { lazyModule } from '../engine/lazyModule.ts'
import type { BackendAdapter, BatchSigner, CredentialKind } from '../engine/ports.ts'

/** What an adapter says of itself: known before anything is asked. */
export interface AdapterFacts<K extends CredentialKind> extends Pick<
  BackendAdapter<K>,
  'name' | 'capabilities' | 'rules' | 'multipart'
> {
  /** Files that one call signs, at most. @default none: each is signed by itself */
  maxBatchFiles?: number | undefined
}

type Asked = 'requestUpload' | 'commitUpload' | 'requestDownload'
type Optional = 'verifyUpload' | 'listAttachments' | 'discardUpload' | 'removeAttachment'

/** What an adapter does; what it declares that it cannot do is left out. */
export type AdapterCalls<K extends CredentialKind> = Pick<BackendAdapter<K>, Asked> &
  Partial<Pick<BackendAdapter<K>, Optional> & Pick<BatchSigner<K>, 'requestUploads'>>

/**
 * An adapter whose calls are loaded with the first of them, or ahead of it by `warm`: a page that shows an empty form has no
 * use for them. Nothing is loaded for what the capabilities rule out.
 */
export function lazyAdapter<K extends CredentialKind>(
  { maxBatchFiles, ...facts }: AdapterFacts<K>,
  loadCalls: () => Promise<AdapterCalls<K>>,
): BackendAdapter<K> {
  const { capabilities } = facts
  const { load, warm } = lazyModule(loadCalls)
  return {
    ...facts,
    warm,
    batch: maxBatchFiles
      ? {
          maxFiles: maxBatchFiles,
          requestUploads: async (request) => (await (await load('credentials')).requestUploads?.(request)) ?? [],
        }
      : undefined,
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
