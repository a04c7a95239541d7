'use client'
import type { UseQueryResult } from '@tanstack/react-query'
import { useQuery } from '@tanstack/react-query'
import type { Attachment, BackendAdapter } from '../engine/ports.ts'
import type { AttachmentsScope } from './cacheKeys.ts'
import { attachmentsQueryKey } from './cacheKeys.ts'

export interface AttachmentsOptions {
  adapter: Pick<BackendAdapter, 'name' | 'listAttachments'>
  /** What the list belongs to, e.g. a ticket's id: lists of different scopes are cached apart. */
  scope?: AttachmentsScope | undefined
  /** `false` asks nothing yet. @default true */
  enabled?: boolean | undefined
}

/**
 * The attachments the backend has stored. Refetched by itself after each commit of the same adapter; an app refreshes it
 * with `queryClient.invalidateQueries({ queryKey: attachmentsQueryKey(adapter.name, scope) })`.
 */
export function useAttachments({ adapter, scope, enabled = true }: AttachmentsOptions): UseQueryResult<Attachment[]> {
  return useQuery({
    queryKey: attachmentsQueryKey(adapter.name, scope),
    queryFn: ({ signal }) => adapter.listAttachments({ signal }),
    meta: { source: 'attachkit', adapter: adapter.name, operation: 'listAttachments' },
    enabled,
  })
}
