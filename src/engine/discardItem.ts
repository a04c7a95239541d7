import { toUploadError } from './errors.ts'
import type { Item } from './item.ts'
import type { BackendAdapter } from './ports.ts'
import { defaultRetryPolicy, nextDelay, wait } from './retry.ts'

type Discarder = Pick<BackendAdapter, 'capabilities' | 'discardUpload' | 'multipart' | 'removeAttachment'>

/**
 * Tells the backend that what an item wrote will not be attached; tried again as other calls are. Best effort: the person who
 * removed the row is not kept waiting, and what fails to the end is left to the backend's own sweep.
 */
export async function discardItem(item: Item, adapter: Discarder, keepalive = false): Promise<void> {
  const { signal } = new AbortController()
  for (let retry = 1; ; retry += 1) {
    try {
      return await discardOnce(item, adapter, keepalive, signal)
    } catch (thrown) {
      const delayMs = keepalive ? null : nextDelay(retry, toUploadError(thrown, 'commit'), defaultRetryPolicy)
      if (delayMs === null) return
      await wait(delayMs, signal)
    }
  }
}

async function discardOnce(item: Item, adapter: Discarder, keepalive: boolean, signal: AbortSignal): Promise<void> {
  if (item.status === 'done' && adapter.capabilities.remove) {
    return adapter.removeAttachment({ attachment: item.attachment, signal })
  }
  // Also where its object may be there: an answer may have been lost.
  if (item.multipart && !item.stored)
    await adapter.multipart?.abortMultipart({ upload: item.multipart, keepalive, signal })
  if (adapter.capabilities.discard && item.handle !== undefined) {
    await adapter.discardUpload({ handle: item.handle, keepalive, signal })
  }
}
