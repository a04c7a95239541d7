import type { DoneItem, Item, ItemStatus } from './item.ts'
import type { Attachment } from './ports.ts'
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

const runningStatuses: ReadonlySet<ItemStatus> = new Set<ItemStatus>(['preparing', 'uploading', 'committing'])
const unfinishedStatuses: ReadonlySet<ItemStatus> = new Set<ItemStatus>([...runningStatuses, 'queued', 'paused'])

const renamableStatuses: ReadonlySet<ItemStatus> = new Set<ItemStatus>(['queued', 'failed', 'done'])

/** A slot is working on it. */
export const isBusy = (item: Item): boolean => runningStatuses.has(item.status)
/** It will still become done or failed by itself, or after `resume`. */
export const isUnfinished = (item: Item): boolean => unfinishedStatuses.has(item.status)
export const isDone = (item: Item): item is DoneItem => item.status === 'done'
export const canRetry = (item: Item): boolean => item.status === 'failed' || item.status === 'cancelled'
/** While committing the bytes are stored: it can be removed, no longer cancelled. */
export const canCancel = (item: Item): boolean => isUnfinished(item) && item.status !== 'committing'

/** Only where no step is at work with the name. */
export const canRename = (item: Item): boolean => renamableStatuses.has(item.status)
/** It was refused for nothing but being in the list already, and whoever picked it may have it taken all the same. */
export const canAdmit = (item: Item): boolean =>
  item.status === 'rejected' && item.reasons.every(({ code, isFinal }) => code === 'duplicate' && !isFinal)

/** Its bytes stand still; the attempt goes on. */
export const isStalled = (item: Item | undefined): boolean => item?.status === 'uploading' && item.isStalled === true

export const selectIds = (state: SessionState): readonly string[] => state.ids
export const selectItem = (state: SessionState, id: string): Item | undefined => state.items.get(id)
export const selectHold = (state: SessionState) => state.hold
export const selectRules = (state: SessionState) => state.rules
export const selectIsSettled = (state: SessionState): boolean => selectTotals(state).unfinished === 0

/** The attachments of all done items, in order: a form's value. The same array until an item changes. */
export const selectAttachments: (state: SessionState) => readonly Attachment[] = perState((state) =>
  itemsOf(state)
    .filter(isDone)
    .map((item) => item.attachment),
)

export const selectFailed: (state: SessionState) => readonly Item[] = perState((state) =>
  itemsOf(state).filter((item) => item.status === 'failed'),
)

export const selectTotals: (state: SessionState) => Totals = perState((state) => {
  const totals: Totals = { files: 0, done: 0, failed: 0, unfinished: 0, totalBytes: 0, sentBytes: 0, fraction: 0 }
  for (const item of state.items.values()) {
    if (item.status === 'rejected' || item.status === 'cancelled') continue
    totals.files += 1
    totals.totalBytes += item.meta.size
    totals.sentBytes += item.status === 'done' ? item.meta.size : item.sentBytes
    if (item.status === 'done') totals.done += 1
    if (item.status === 'failed') totals.failed += 1
    if (isUnfinished(item)) totals.unfinished += 1
  }
  return { ...totals, fraction: fractionOf(totals) }
})

/** Bytes in flight are not a success: short of 1 until all is committed. Empty files weigh nothing, so they count by number. */
function fractionOf({ files, done, totalBytes, sentBytes }: Totals): number {
  if (files === 0) return 0
  if (done === files) return 1
  return Math.min(totalBytes === 0 ? done / files : sentBytes / totalBytes, 0.999)
}

function itemsOf(state: SessionState): Item[] {
  return [...state.items.values()]
}

/** Remembers the result for each snapshot, so that a selector returns the same reference until the state changes. */
function perState<T>(compute: (state: SessionState) => T): (state: SessionState) => T {
  const results = new WeakMap<SessionState, T>()
  return (state) => {
    const known = results.get(state)
    if (known !== undefined) return known
    const result = compute(state)
    results.set(state, result)
    return result
  }
}
