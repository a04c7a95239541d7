import { admitFiles, duplicateKey } from './admitFiles.ts'
import { extensionOf } from './extensionOf.ts'
import { callBack } from './callBack.ts'
import type { Item, ItemEvent } from './item.ts'
import { createItemStore } from './itemStore.ts'
import { createLazyInterrupted } from './lazyInterrupted.ts'
import { createLazyUploads } from './lazyUploads.ts'
import { isSameRules, mergeRules } from './mergeRules.ts'
import { notifyChange } from './notifyChange.ts'
import { occupiedBy } from './occupiedBy.ts'
import type { CredentialKind } from './ports.ts'
import { canRetry, isDone, isUnfinished } from './selectors.ts'
import type { ItemChange, Session, SessionOptions, SessionState } from './sessionTypes.ts'

/**
 * Creates the store that owns the items of one upload field. It does nothing until `add`: no timer, no listener, so that a
 * session made and dropped in a render costs nothing.
 */
export function createSession<K extends CredentialKind>(initial: SessionOptions<K>): Session {
  let options = initial
  const store = createItemStore(mergeRules(options.adapter.rules, options.rules), options.progressIntervalMs ?? 200)
  const uploads = createLazyUploads(store, () => options, dispatch)
  const interrupted = createLazyInterrupted(store, () => options, dispatch)
  const settledWaiters = new Set<(state: SessionState) => void>()
  const observers = new Set<(change: ItemChange) => void>()

  function currentRules() {
    return mergeRules(options.adapter.rules, options.rules)
  }

  function tell(change: ItemChange) {
    interrupted.note(change)
    for (const observer of observers) callBack(observer, change)
  }

  function dispatch(id: string, event: ItemEvent) {
    const change = store.apply(id, event)
    if (!change) return
    tell({ event, ...change })
    const { before, after } = change
    if (isReplaced(before, after)) uploads.discard(before, event.type === 'givenUp')
    notifyChange(after, before, options.callbacks)
    if (after.status !== before.status) settleIfIdle()
  }

  function settleIfIdle() {
    if (store.hasUnfinished()) return
    uploads.rest()
    // A form waits for this one.
    store.publish()
    const state = store.getSnapshot()
    for (const resolve of settledWaiters) resolve(state)
    settledWaiters.clear()
  }

  /** Those that nothing works on yet; by now one may have been removed by whoever was told of it. */
  function startAll(items: readonly Item[]) {
    for (const { id } of items) if (store.get(id)?.status === 'queued' && !uploads.has(id)) uploads.enqueue(id)
  }

  /** A later page goes on with it. */
  function isWrittenDown({ multipart }: Item): boolean {
    return options.journal !== undefined && multipart !== undefined
  }

  function requeue({ id }: Item) {
    dispatch(id, { type: 'requeued' })
    uploads.enqueue(id)
  }

  function drop(items: readonly Item[]) {
    store.drop(items.map(({ id }) => id))
    for (const item of items) tell({ event: { type: 'removed' }, before: item, after: undefined })
    store.publish()
    settleIfIdle()
  }

  function removeItems(items: readonly Item[]) {
    for (const item of items) {
      uploads.stop(item)
      if (item.status !== 'committing') uploads.discard(item)
    }
    drop(items)
  }

  function clear(ids?: readonly string[]) {
    const wanted = ids && new Set(ids)
    const items = [...store.items()].filter(({ id }) => !wanted || wanted.has(id))
    removeItems(items.filter((item) => !isDone(item)))
    drop(items.filter(isDone))
  }

  return {
    warm: uploads.warm,
    getSnapshot: store.getSnapshot,
    subscribe: store.subscribe,
    observe(observer) {
      observers.add(observer)
      return () => void observers.delete(observer)
    },
    add(files, { relativePath, isDirectory } = {}) {
      const rules = currentRules()
      const { autoUpload = true, callbacks, duplicates = 'ask', existing, overflow = 'accept-first-n' } = options
      const known = duplicates === 'allow' ? undefined : keysOf(store.items())
      const occupied = occupiedBy(existing, store.getSnapshot())
      const areDuplicatesFinal = duplicates === 'reject'
      const items = admitFiles(files, {
        rules,
        occupied,
        overflow,
        relativePath,
        isDirectory,
        known,
        areDuplicatesFinal,
      })
      store.insert(items)
      for (const item of items) tell({ event: { type: 'added' }, before: undefined, after: item })
      callBack(callbacks?.onAdd, items)
      for (const item of items) if (item.status === 'rejected') callBack(callbacks?.onReject, item)
      interrupted.claim(items)
      if (autoUpload) startAll(items)
      // Showing thousands at once is work enough for a task of its own.
      if (items.length <= mostShownAtOnce) store.publish()
      return items.map(({ id }) => id)
    },
    start(ids) {
      const wanted = ids && new Set(ids)
      startAll([...store.items()].filter(({ id }) => !wanted || wanted.has(id)))
    },
    retry(id) {
      const item = store.get(id)
      if (item && canRetry(item)) requeue(item)
      store.publish()
    },
    retryAll() {
      for (const item of store.items()) if (item.status === 'failed') requeue(item)
      store.publish()
    },
    admit(id) {
      const item = store.get(id)
      if (item?.status !== 'rejected' || options.duplicates === 'reject' || !isOnlyDuplicate(item)) return
      dispatch(id, { type: 'admitted' })
      if (options.autoUpload !== false) uploads.enqueue(id)
      store.publish()
    },
    rename(id, name) {
      const item = store.get(id)
      if (item) dispatch(id, { type: 'renamed', name: withExtensionOf(item.meta.name, name.normalize('NFC')) })
      store.publish()
    },
    restore: interrupted.restore,
    discardInterrupted(uploadId) {
      interrupted.discard(uploadId)
      store.publish()
    },
    cancel(id) {
      const item = store.get(id)
      if (!item || !isUnfinished(item)) return
      if (item.status === 'committing') return removeItems([item])
      uploads.stop(item)
      dispatch(id, { type: 'cancelled' })
      store.publish()
    },
    remove(id) {
      const item = store.get(id)
      if (item) removeItems([item])
    },
    pause() {
      uploads.hold('user')
      for (const item of store.items()) {
        if (item.status !== 'preparing' && item.status !== 'uploading') continue
        uploads.stop(item)
        dispatch(item.id, { type: 'paused', reason: 'user' })
      }
      store.publish()
    },
    resume() {
      uploads.resume()
      store.publish()
    },
    clear,
    reset() {
      removeItems([...store.items()])
      uploads.resume()
    },
    leave() {
      uploads.abandon()
      for (const item of store.items()) {
        dispatch(item.id, isWrittenDown(item) ? { type: 'paused', reason: 'offline' } : { type: 'givenUp' })
      }
      if (store.hasUnfinished() && store.hold() === undefined) uploads.hold('offline')
      store.publish()
    },
    comeBack() {
      if (store.hold() === 'offline') uploads.resume()
      store.publish()
    },
    settled() {
      return new Promise((resolve) => {
        settledWaiters.add(resolve)
        settleIfIdle()
      })
    },
    configure(changes) {
      options = { ...options, ...changes } as SessionOptions<K>
      if (changes.concurrency !== undefined) uploads.setConcurrency(changes.concurrency)
      // Equal rules in a new object are no news: a hook passes its options again after each render.
      if (!isSameRules(currentRules(), store.getSnapshot().rules)) store.set({ rules: currentRules() })
    },
    dispose() {
      clear()
      store.dispose()
    },
  }
}

/** What was written under the item's earlier name will not be used. */
function isReplaced(before: Item, after: Item): boolean {
  if (before.handle === undefined) return false
  if (after.handle !== before.handle) return true
  return !!before.multipart && !!after.multipart && before.multipart.uploadId !== after.multipart.uploadId
}

const mostShownAtOnce = 250

/** The files that are or will become attachments; one that failed may be picked anew. */
function keysOf(items: Iterable<Item>): ReadonlySet<string> {
  const keys = new Set<string>()
  for (const item of items) if (isUnfinished(item) || isDone(item)) keys.add(duplicateKey(item.meta))
  return keys
}

function isOnlyDuplicate({ reasons }: Item & { status: 'rejected' }): boolean {
  return reasons.every(({ code }) => code === 'duplicate')
}

function withExtensionOf(original: string, name: string): string {
  const extension = extensionOf(original)
  return extension === '' || extensionOf(name) === extension ? name : `${name}${original.slice(-extension.length - 1)}`
}
