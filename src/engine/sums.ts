import type { Item } from './item.ts'
import { isUnfinished } from './selectors.ts'
import type { SessionState } from './sessionTypes.ts'

/** Over the items that count: neither rejected nor cancelled. */
export interface Sums {
  files: number
  done: number
  failed: number
  /** Queued, running or paused. */
  unfinished: number
  totalBytes: number
  sentBytes: number
}

/** Of the snapshots whose store counted along. */
export const sumsOf = new WeakMap<SessionState, Sums>()

export function selectSums(state: SessionState): Sums {
  return sumsOf.get(state) ?? sumOf(state.items.values())
}

export function sumOf(items: Iterable<Item>): Sums {
  const sums = { files: 0, done: 0, failed: 0, unfinished: 0, totalBytes: 0, sentBytes: 0 }
  for (const item of items) addToSums(sums, item, 1)
  return sums
}

/** @param times 1 for an item that comes, -1 for one that goes */
export function addToSums(sums: Sums, item: Item, times: 1 | -1): void {
  const { meta, sentBytes, status } = item
  if (status === 'rejected' || status === 'cancelled') return
  sums.files += times
  sums.totalBytes += times * meta.size
  sums.sentBytes += times * (status === 'done' ? meta.size : sentBytes)
  if (isUnfinished(item)) sums.unfinished += times
  else sums[status as 'done' | 'failed'] += times
}
