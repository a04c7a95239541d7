import type { QueryClient } from '@tanstack/react-query'
import type { BackendAdapter, CredentialKind } from '../engine/ports.ts'
import { createAttachmentsRefresh } from './attachmentsRefresh.ts'
import { observeCall } from './observeCall.ts'

/**
 * The same adapter, with its credential, commit, download and removal calls visible to React Query as mutations under
 * `['attachkit', adapter.name, operation]`. Retry, offline policy and cancelling stay the engine's. A commit or a removal
 * refreshes the lists of the adapter.
 */
export function observeAdapter<K extends CredentialKind>(
  adapter: BackendAdapter<K>,
  client: QueryClient,
): BackendAdapter<K> {
  const adapterName = adapter.name
  const refreshAttachments = createAttachmentsRefresh(client, adapter)

  return {
    name: adapterName,
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
    requestUpload: (request) =>
      observeCall(client, {
        adapterName,
        operation: 'requestUpload',
        stage: 'credentials',
        variables: {
          itemId: request.itemId,
          name: request.file.name,
          size: request.file.size,
          attempt: request.attempt,
        },
        run: () => adapter.requestUpload(request),
        summarise: (credential) => ({ kind: credential.kind, handle: credential.handle }),
      }),
    commitUpload: async (request) => {
      const attachment = await observeCall(client, {
        adapterName,
        operation: 'commitUpload',
        stage: 'commit',
        variables: {
          itemId: request.itemId,
          name: request.file.name,
          size: request.file.size,
          handle: request.handle,
        },
        run: () => adapter.commitUpload(request),
        summarise: (committed) => ({ handle: committed.handle }),
      })
      void refreshAttachments()
      return attachment
    },
    requestDownload: (request) =>
      observeCall(client, {
        adapterName,
        operation: 'requestDownload',
        stage: 'download',
        variables: { handle: request.attachment.handle, name: request.filename },
        run: () => adapter.requestDownload(request),
        summarise: () => ({ handle: request.attachment.handle }),
      }),
    removeAttachment: async (request) => {
      const { handle, name } = request.attachment
      await observeCall(client, {
        adapterName,
        operation: 'removeAttachment',
        stage: 'commit',
        variables: { handle, name },
        run: () => adapter.removeAttachment(request),
        summarise: () => ({ handle }),
      })
      void refreshAttachments()
    },
    // Called on the adapter, not copied: it may be an instance of a class.
    verifyUpload: (request) => adapter.verifyUpload(request),
    listAttachments: (request) => adapter.listAttachments(request),
    discardUpload: (request) => adapter.discardUpload(request),
  }
}
