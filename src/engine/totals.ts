import type { Item } from './item.ts'
import { isUnfinished } from './selectors.ts'
import type { SessionState } from './sessionTypes.ts'

/** Sums over the items that count: neither rejected nor cancelled. */
export interface Totals {
  files: number
  done: number
  failed: number
  /** Queued, running or paused. */
  unfinished: number
  totalBytes: number
  sentBytes: number
  /** 0 to 1, weighted by bytes; reaches 1 only when every counted item is done. */
  fraction: number
}

export type Sums = Omit<Totals, 'fraction'>

/** Of the snapshots whose store counted along, and of those that were asked for. */
const known = new WeakMap<SessionState, Totals>()

export function selectTotals(state: SessionState): Totals {
  return known.get(state) ?? noteTotals(state, sumOf(state.items.values()))
}

export const selectIsSettled = (state: SessionState): boolean => selectTotals(state).unfinished === 0

/** Spares whoever asks for the totals of this state the way over its items. */
export function noteTotals(state: SessionState, sums: Sums): Totals {
  const totals = { ...sums, fraction: fractionOf(sums) }
  known.set(state, totals)
  return totals
}

export function sumOf(items: Iterable<Item>): Sums {
  const sums = { files: 0, done: 0, failed: 0, unfinished: 0, totalBytes: 0, sentBytes: 0 }
  for (const item of items) addToSums(sums, item, 1)
  return sums
}

/** @param times 1 for an item that comes, -1 for one that goes */
export function addToSums(sums: Sums, item: Item, times: 1 | -1): void {
  const { status } = item
  if (status === 'rejected' || status === 'cancelled') return
  sums.files += times
  sums.totalBytes += times * item.meta.size
  sums.sentBytes += times * (status === 'done' ? item.meta.size : item.sentBytes)
  if (status === 'done') sums.done += times
  else if (status === 'failed') sums.failed += times
  else if (isUnfinished(item)) sums.unfinished += times
}

/** Bytes in flight are not a success: short of 1 until all is committed. Empty files weigh nothing, so they count by number. */
function fractionOf({ files, done, totalBytes, sentBytes }: Sums): number {
  if (files === 0) return 0
  if (done === files) return 1
  return Math.min(totalBytes === 0 ? done / files : sentBytes / totalBytes, 0.999)
}
