import type { SessionState } from './sessionTypes.ts'
import { selectSums, type Sums } from './sums.ts'

/** Sums over the items that count: neither rejected nor cancelled. */
export interface Totals extends Sums {
  /** 0 to 1, weighted by bytes; reaches 1 only when every counted item is done. */
  fraction: number
}

const known = new WeakMap<SessionState, Totals>()

/** The same object until the state changes. */
export function selectTotals(state: SessionState): Totals {
  let totals = known.get(state)
  if (!totals) {
    const sums = selectSums(state)
    totals = { ...sums, fraction: fractionOf(sums) }
    known.set(state, totals)
  }
  return totals
}

export const selectIsSettled = (state: SessionState): boolean => selectSums(state).unfinished === 0

/** Bytes in flight are not a success: short of 1 until all is committed. Empty files weigh nothing, so they count by number. */
function fractionOf({ files, done, totalBytes, sentBytes }: Sums): number {
  if (files === 0) return 0
  if (done === files) return 1
  return Math.min(totalBytes === 0 ? done / files : sentBytes / totalBytes, 0.999)
}
