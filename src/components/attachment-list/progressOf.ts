import type { ItemStatus } from '../../engine/item.ts'
import type { ListedFile } from './attachmentListItemContext.ts'

/** How far a row is, from 0 to 1; `undefined` where nothing tells. */
export interface RowProgress {
  kind: 'upload' | 'download'
  fraction: number | undefined
}

const moving: ReadonlySet<ItemStatus> = new Set<ItemStatus>(['preparing', 'uploading', 'committing'])

/** The progress a row shows, or undefined for a row at rest. */
export function progressOf({ item, download }: ListedFile): RowProgress | undefined {
  if (download?.status === 'preparing') return { kind: 'download', fraction: undefined }
  if (download?.status === 'downloading') {
    return { kind: 'download', fraction: fractionOf(download.receivedBytes, download.totalBytes) }
  }
  if (!item) return undefined
  if (item.status === 'committing') return { kind: 'upload', fraction: 1 }
  if (moving.has(item.status) || (item.status === 'paused' && item.sentBytes > 0)) {
    // No byte was counted yet, and none ever is under a service worker: a bar at 0 would be a lie.
    return { kind: 'upload', fraction: item.sentBytes > 0 ? fractionOf(item.sentBytes, item.meta.size) : undefined }
  }
  return undefined
}

function fractionOf(bytes: number, total: number | undefined): number | undefined {
  return total === undefined || total === 0 ? undefined : Math.min(1, bytes / total)
}
