import { displayName } from '../../engine/displayName.ts'
import type { Item, ItemStatus } from '../../engine/item.ts'
import { isUnfinished } from '../../engine/selectors.ts'
import type { SessionState } from '../../engine/sessionTypes.ts'
import { selectTotals } from '../../engine/totals.ts'
import type { Messages } from '../../messages/messages.ts'
import { describeFailure, describeRejection } from './describeFile.ts'

/** `assertive` for what went wrong, `polite` for all else. */
export interface Announcement {
  urgency: 'polite' | 'assertive'
  text: string
}

/** What a screen reader is told of the way from one snapshot to the next. Never percentages: they would never end. */
export function announceChanges(before: SessionState, after: SessionState, messages: Messages): Announcement[] {
  if (before === after) return []
  const { announcements } = messages
  const added = missingFrom(before, after)
  const removed = missingFrom(after, before)
  const changed = changedStatus(before, after)
  const taken = added.filter((item) => item.status !== 'rejected')
  return [
    ...(taken.length > 0 ? [polite(announcements.added({ names: namesOf(taken) }))] : []),
    ...announceRejected(added.filter(isStatus('rejected')), after, messages),
    ...announceFailed(changed.filter(isStatus('failed')), messages),
    ...announceDone(changed.filter(isStatus('done')), before, after, messages),
    ...changed.filter(isStatus('cancelled')).map((item) => polite(announcements.cancelled({ name: nameOf(item) }))),
    ...(removed.length === 1 ? removed.map((item) => polite(announcements.removed({ name: nameOf(item) }))) : []),
    ...announceHold(before, after, messages),
  ]
}

function announceRejected(items: Array<Item & { status: 'rejected' }>, state: SessionState, messages: Messages) {
  const { rejected, rejectedMany } = messages.announcements
  const [only] = items
  if (!only) return []
  if (items.length > 1) return [assertive(rejectedMany({ count: items.length }))]
  return [assertive(rejected({ name: nameOf(only), reason: describeRejection(only, state, messages) }))]
}

function announceFailed(items: Array<Item & { status: 'failed' }>, messages: Messages) {
  const { failed, failedMany } = messages.announcements
  const [only] = items
  if (!only) return []
  if (items.length > 1) return [assertive(failedMany({ count: items.length }))]
  return [assertive(failed({ name: nameOf(only), reason: describeFailure(only.error, only, messages) }))]
}

/** The last one to finish is announced as the whole batch. */
function announceDone(items: readonly Item[], before: SessionState, after: SessionState, messages: Messages) {
  if (items.length === 0) return []
  const { done, allDone } = messages.announcements
  const totals = selectTotals(after)
  const wasRunning = [...before.items.values()].some(isUnfinished)
  const isComplete = totals.unfinished === 0 && totals.failed === 0 && totals.done > 1
  return [polite(wasRunning && isComplete ? allDone({ count: totals.done }) : done({ names: namesOf(items) }))]
}

function announceHold(before: SessionState, after: SessionState, { announcements, pauses }: Messages) {
  if (after.hold === undefined || after.hold === before.hold) return []
  return [polite(announcements.paused({ reason: pauses[after.hold] }))]
}

/** The items of `all` that `some` has not; none at a tick of progress, of however many. */
function missingFrom(some: SessionState, all: SessionState): Item[] {
  return some.ids === all.ids ? [] : [...all.items.values()].filter(({ id }) => !some.items.has(id))
}

/** Written as a loop: it goes over thousands of files whenever a few of them move. */
function changedStatus(before: SessionState, after: SessionState): Item[] {
  const changed: Item[] = []
  for (const item of after.items.values()) {
    const earlier = before.items.get(item.id)
    if (earlier && earlier.status !== item.status) changed.push(item)
  }
  return changed
}

function isStatus<S extends ItemStatus>(status: S): (item: Item) => item is Item & { status: S } {
  return (item): item is Item & { status: S } => item.status === status
}

function namesOf(items: readonly Item[]): string[] {
  return items.map(nameOf)
}

function nameOf({ meta }: Item): string {
  return displayName(meta.name)
}

function polite(text: string): Announcement {
  return { urgency: 'polite', text }
}

function assertive(text: string): Announcement {
  return { urgency: 'assertive', text }
}
