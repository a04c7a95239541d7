import type { QueryClient } from '@tanstack/react-query'
import type { BackendAdapter } from '../engine/ports.ts'
import { attachmentsQueryKey } from './cacheKeys.ts'

/**
 * Makes a function that refetches the lists of an adapter. Calls that come while one refetch runs become a single further
 * one: 64 commits in a row do not ask for 64 lists, and the last one is never missed.
 */
export function createAttachmentsRefresh(
  client: QueryClient,
  adapter: Pick<BackendAdapter, 'name' | 'capabilities'>,
): () => Promise<void> {
  let isRunning = false
  let isDue = false

  return async function refreshAttachments() {
    isDue = adapter.capabilities.list
    if (isRunning) return
    isRunning = true
    while (isDue) {
      isDue = false
      await client.invalidateQueries({ queryKey: attachmentsQueryKey(adapter.name) })
    }
    isRunning = false
  }
}
