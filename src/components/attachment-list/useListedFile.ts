'use client'
import { useCallback, useState } from 'react'
import { displayName } from '../../engine/displayName.ts'
import type { Download } from '../../engine/downloadPorts.ts'
import type { Item } from '../../engine/item.ts'
import type { Removal } from '../../engine/removalTypes.ts'
import type { SessionState } from '../../engine/sessionTypes.ts'
import { useSession } from '../../react/useSession.ts'
import { useStore } from '../part/useStore.ts'
import type { ListDownloads, ListRemovals } from './attachmentListContext.ts'
import { useAttachmentListContext } from './attachmentListContext.ts'
import type { ListedFile } from './attachmentListItemContext.ts'
import { createRateFollower } from './rateFollower.ts'
import type { AttachmentRow } from './useRows.ts'

/** What one row shows; undefined for the moment in which its item is gone and the list does not know yet. */
export function useListedFile({ itemId, attachment: stored, interrupted }: AttachmentRow): ListedFile | undefined {
  const { upload, downloads, removals } = useAttachmentListContext('AttachmentList.Item')
  const [rateOf] = useState(createRateFollower)
  const item = useSession(upload, (state) => itemOf(state, itemId))
  const rate = useSession(upload, (state) => rateOf(itemOf(state, itemId)))
  const attachment = stored ?? (item?.status === 'done' ? item.attachment : undefined)
  const download = useDownload(downloads, attachment?.handle)
  const removal = useRemoval(removals, stored?.handle)

  if (attachment) {
    const { name, size = item?.meta.size, contentType } = attachment
    const own = stored ? undefined : item
    return {
      name: displayName(name),
      size,
      contentType,
      item: own,
      attachment,
      download,
      removal,
      interrupted,
      rate: undefined,
    }
  }
  const meta = item?.meta ?? interrupted?.file
  if (!meta) return undefined
  const { name, size, contentType } = meta
  const nothing = { attachment: undefined, download: undefined, removal: undefined }
  return { name: displayName(name), size, contentType, item, ...nothing, interrupted, rate }
}

function itemOf(state: SessionState, itemId: string | undefined): Item | undefined {
  return itemId === undefined ? undefined : state.items.get(itemId)
}

function useDownload(downloads: ListDownloads | undefined, handle: string | undefined): Download | undefined {
  return useStore(
    downloads,
    useCallback((store: ListDownloads) => readEntry(store.getSnapshot(), handle), [handle]),
  )
}

function useRemoval(removals: ListRemovals | undefined, handle: string | undefined): Removal | undefined {
  return useStore(
    removals,
    useCallback((store: ListRemovals) => readEntry(store.getSnapshot(), handle), [handle]),
  )
}

function readEntry<T>(entries: ReadonlyMap<string, T>, handle: string | undefined): T | undefined {
  return handle === undefined ? undefined : entries.get(handle)
}
