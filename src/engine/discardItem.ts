import { toUploadError } from './errors.ts'
import type { Item } from './item.ts'
import type { Attachment, BackendAdapter } from './ports.ts'
import { defaultRetryPolicy, nextDelay, wait } from './retry.ts'

type Discarder = Pick<BackendAdapter, 'capabilities' | 'discardUpload' | 'multipart' | 'removeAttachment'>

/** What an item wrote: any item, or what is left of one. */
type Written = Pick<Item, 'handle' | 'multipart' | 'stored'> & { attachment?: Attachment }

/**
 * Tells the backend that what an item wrote will not be attached; tried again as other calls are. Best effort: the person who
 * removed the row is not kept waiting, and what fails to the end is left to the backend's own sweep.
 */
export async function discardItem(written: Written, adapter: Discarder, keepalive = false): Promise<void> {
  const { signal } = new AbortController()
  for (let retry = 1; ; retry += 1) {
    try {
      return await discardOnce(written, adapter, keepalive, signal)
    } catch (thrown) {
      const delayMs = keepalive ? null : nextDelay(retry, toUploadError(thrown, 'commit'), defaultRetryPolicy)
      if (delayMs === null) return
      await wait(delayMs, signal)
    }
  }
}

async function discardOnce(
  { attachment, handle, multipart, stored }: Written,
  adapter: Discarder,
  keepalive: boolean,
  signal: AbortSignal,
): Promise<void> {
  if (attachment && adapter.capabilities.remove) return adapter.removeAttachment({ attachment, signal })
  // Also where its object may be there: an answer may have been lost.
  if (multipart && !stored) await adapter.multipart?.abortMultipart({ upload: multipart, keepalive, signal })
  if (adapter.capabilities.discard && handle !== undefined) await adapter.discardUpload({ handle, keepalive, signal })
}
