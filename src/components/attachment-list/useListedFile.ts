'use client'
import { useCallback, useSyncExternalStore } from 'react'
import { displayName } from '../../engine/displayName.ts'
import type { Download } from '../../engine/downloadPorts.ts'
import { useSession } from '../../react/useSession.ts'
import type { ListDownloads } from './attachmentListContext.ts'
import { useAttachmentListContext } from './attachmentListContext.ts'
import type { ListedFile } from './attachmentListItemContext.ts'
import type { AttachmentRow } from './useRows.ts'

/** What one row shows; undefined for the moment in which its item is gone and the list does not know yet. */
export function useListedFile({ itemId, attachment: stored }: AttachmentRow): ListedFile | undefined {
  const { upload, downloads } = useAttachmentListContext('AttachmentList.Item')
  const item = useSession(upload, (state) => (itemId === undefined ? undefined : state.items.get(itemId)))
  const attachment = stored ?? (item?.status === 'done' ? item.attachment : undefined)
  const download = useDownload(downloads, attachment?.handle)

  if (attachment) {
    const { name, size = item?.meta.size, contentType } = attachment
    return { name: displayName(name), size, contentType, item: stored ? undefined : item, attachment, download }
  }
  return item && { ...item.meta, name: displayName(item.meta.name), item, attachment: undefined, download: undefined }
}

function useDownload(downloads: ListDownloads | undefined, handle: string | undefined): Download | undefined {
  const read = useCallback(
    () => (handle === undefined ? undefined : downloads?.getSnapshot().get(handle)),
    [downloads, handle],
  )
  return useSyncExternalStore(downloads?.subscribe ?? subscribeToNothing, read, neverOnServer)
}

const subscribeToNothing = () => () => {}
const neverOnServer = () => undefined
