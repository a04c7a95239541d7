import type { Item, ItemEvent, PauseReason } from './item.ts'
import type { FileRules } from './rules.ts'
import type { SessionState } from './sessionTypes.ts'
import { addToSums, sumOf, sumsOf } from './sums.ts'
import { transition } from './transition.ts'

type SessionFacts = Pick<SessionState, 'hold' | 'rules' | 'interrupted'>

/** Holds the items and tells listeners, at most once per interval however many facts come in. */
export interface ItemStore {
  readonly getSnapshot: () => SessionState
  readonly subscribe: (listener: () => void) => () => void
  readonly get: (id: string) => Item | undefined
  readonly items: () => Iterable<Item>
  /** Whether any item will still become done or failed by itself, or after `resume`. */
  readonly hasUnfinished: () => boolean
  /** Takes items; unless someone publishes before, listeners are told in a task of their own. */
  readonly insert: (items: readonly Item[]) => void
  /** Applies a fact; returns the item before and after, or undefined when nothing changed. */
  readonly apply: (id: string, event: ItemEvent) => { before: Item; after: Item } | undefined
  readonly drop: (ids: readonly string[]) => void
  readonly hold: () => PauseReason | undefined
  /** Takes what holds for the whole session. */
  readonly set: (facts: Partial<SessionFacts>) => void
  /** Tells listeners at once, and again after half the interval: what a person did shows without delay, and what comes of it soon. */
  readonly publish: () => void
  readonly dispose: () => void
}

/** @param intervalMs least time between two publications that nobody asked for */
export function createItemStore(initialRules: FileRules, intervalMs: number): ItemStore {
  const items = new Map<string, Item>()
  const listeners = new Set<() => void>()
  /** Counted along: asked for after each change, and lists may be long. */
  const sums = sumOf([])
  let ids: readonly string[] = []
  let facts: SessionFacts = { hold: undefined, rules: initialRules, interrupted: [] }
  let snapshot: SessionState | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let isDirty = false

  function changed() {
    snapshot = undefined
    isDirty = true
    if (timer === undefined) publish(intervalMs)
  }

  /**
   * Publishes on the leading edge, then holds back. What a person did is looked at: what comes of it shows after half the interval.
   */
  function publish(holdBackMs = intervalMs / 2) {
    clearTimeout(timer)
    timer = setTimeout(() => {
      timer = undefined
      if (isDirty) publish(intervalMs)
    }, holdBackMs)
    if (!isDirty) return
    isDirty = false
    for (const listener of listeners) listener()
  }

  return {
    getSnapshot() {
      if (!snapshot) {
        snapshot = { ...facts, ids, items: new Map(items) }
        sumsOf.set(snapshot, { ...sums })
      }
      return snapshot
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    get: (id) => items.get(id),
    items: () => items.values(),
    hasUnfinished: () => sums.unfinished > 0,
    insert(added) {
      for (const item of added) {
        items.set(item.id, item)
        addToSums(sums, item, 1)
      }
      ids = [...items.keys()]
      clearTimeout(timer)
      timer = setTimeout(publish)
      changed()
    },
    apply(id, event) {
      const before = items.get(id)
      if (!before) return undefined
      const after = transition(before, event)
      if (after === before) return undefined
      items.set(id, after)
      addToSums(sums, before, -1)
      addToSums(sums, after, 1)
      changed()
      return { before, after }
    },
    drop(dropped) {
      for (const id of dropped) {
        const item = items.get(id)
        if (item) addToSums(sums, item, -1)
        items.delete(id)
      }
      ids = [...items.keys()]
      changed()
    },
    hold: () => facts.hold,
    set(changes) {
      facts = { ...facts, ...changes }
      changed()
    },
    publish,
    dispose() {
      clearTimeout(timer)
      listeners.clear()
    },
  }
}
