import type { FailedItem, Item, RejectedItem } from './item.ts'
import type { SessionState } from './sessionTypes.ts'

/** A file that a person picked and that would be missing if the form were sent now. */
export type LeftBehindItem = FailedItem | RejectedItem

/** Cancelled files are not left behind: they were given up on purpose. */
export function isLeftBehind(item: Item): item is LeftBehindItem {
  return item.status === 'failed' || item.status === 'rejected'
}

/** In the order they were added. A new array on each call. */
export function selectLeftBehind(state: SessionState): readonly LeftBehindItem[] {
  return [...state.items.values()].filter(isLeftBehind)
}
