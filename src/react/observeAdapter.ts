import type { QueryClient } from '@tanstack/react-query'
import { lazyModule } from '../engine/lazyModule.ts'
import type { BackendAdapter, CredentialKind } from '../engine/ports.ts'
import { createAttachmentsRefresh } from './attachmentsRefresh.ts'
import type { ObservedCall } from './mirrorCall.ts'

const mirroring = lazyModule(() => import('./mirrorCall.ts'))

/**
 * The same adapter, with its credential, commit, download and removal calls visible to React Query as mutations under
 * `['attachkit', adapter.name, operation]`. Retry, offline policy and cancelling stay the engine's. A commit or a removal
 * refreshes the lists of the adapter.
 */
export function observeAdapter<K extends CredentialKind>(
  adapter: BackendAdapter<K>,
  client: QueryClient,
): BackendAdapter<K> {
  const refreshAttachments = createAttachmentsRefresh(client, adapter)

  /** What shows the call is loaded beside it: it never holds it up, and where it cannot be had nothing is shown. */
  function observe<C extends ObservedCall>(call: C): C['running'] {
    const mirrored = mirroring.load('credentials').then(({ mirrorCall }) => mirrorCall(client, adapter.name, call))
    mirrored.catch(() => {})
    return call.running
  }

  return {
    name: adapter.name,
    // Asked each time: a backend may tell its limits after the adapter was made.
    get capabilities() {
      return adapter.capabilities
    },
    get rules() {
      return adapter.rules
    },
    get multipart() {
      return adapter.multipart
    },
    get batch() {
      return adapter.batch
    },
    warm() {
      mirroring.warm()
      adapter.warm?.()
    },
    requestUpload(request) {
      const running = adapter.requestUpload(request)
      void observe({ operation: 'requestUpload', request, running })
      return running
    },
    async commitUpload(request) {
      const running = adapter.commitUpload(request)
      const attachment = await observe({ operation: 'commitUpload', request, running })
      void refreshAttachments()
      return attachment
    },
    requestDownload: (request) =>
      observe({ operation: 'requestDownload', request, running: adapter.requestDownload(request) }),
    async removeAttachment(request) {
      await observe({ operation: 'removeAttachment', request, running: adapter.removeAttachment(request) })
      void refreshAttachments()
    },
    // Called on the adapter, not copied: it may be an instance of a class.
    verifyUpload: (request) => adapter.verifyUpload(request),
    listAttachments: (request) => adapter.listAttachments(request),
    discardUpload: (request) => adapter.discardUpload(request),
  }
}
