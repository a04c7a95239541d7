import type { Item } from './item.ts'
import type { BackendAdapter } from './ports.ts'

type Discarder = Pick<BackendAdapter, 'capabilities' | 'discardUpload' | 'removeAttachment'>

/**
 * Tells the backend that what an item wrote will not be attached. Best effort: the person who removed the row is not kept
 * waiting, and backends sweep unattached objects anyway.
 */
export async function discardItem(item: Item, adapter: Discarder, keepalive = false): Promise<void> {
  const { signal } = new AbortController()
  try {
    if (item.status === 'done' && adapter.capabilities.remove) {
      await adapter.removeAttachment({ attachment: item.attachment, signal })
    } else if (adapter.capabilities.discard && item.handle !== undefined) {
      await adapter.discardUpload({ handle: item.handle, keepalive, signal })
    }
  } catch {
    // Nobody can act on it, and the sweep will come.
  }
}
