import type { DoneItem, Item, ItemStatus } from './item.ts'
import type { Attachment } from './ports.ts'
import type { SessionState } from './sessionTypes.ts'

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

/** The attachments of all done items, in order: a form's value. The same array until an item changes. */
export const selectAttachments: (state: SessionState) => readonly Attachment[] = perState((state) =>
  itemsOf(state)
    .filter(isDone)
    .map((item) => item.attachment),
)

export const selectFailed: (state: SessionState) => readonly Item[] = perState((state) =>
  itemsOf(state).filter((item) => item.status === 'failed'),
)

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
