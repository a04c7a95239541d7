import { callBack } from './callBack.ts'
import type { Item } from './item.ts'
import type { SessionCallbacks } from './sessionTypes.ts'

/** Calls the embedder back when an item has entered an end: done, failed or cancelled. */
export function notifyChange(after: Item, before: Item, callbacks: SessionCallbacks | undefined): void {
  if (!callbacks || after.status === before.status) return
  if (after.status === 'done') callBack(callbacks.onDone, after, after.attachment)
  if (after.status === 'failed') callBack(callbacks.onFail, after, after.error)
  if (after.status === 'cancelled') callBack(callbacks.onCancel, after)
}
