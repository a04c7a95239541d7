import { createAheadCalls } from './aheadCalls.ts'
import { createPace, type AttemptContext } from './attempt.ts'
import { callBack } from './callBack.ts'
import { createClock } from './clock.ts'
import { discardItem } from './discardItem.ts'
import { toUploadError } from './errors.ts'
import { findMismatch } from './findMismatch.ts'
import type { Item, ItemEvent, PauseReason } from './item.ts'
import type { ItemStore } from './itemStore.ts'
import { createHashAhead } from './hashAhead.ts'
import { createLine } from './line.ts'
import { createLookAhead } from './lookAhead.ts'
import type { Attachment, Checksums, Connectivity, CredentialKind } from './ports.ts'
import { createQueue } from './queue.ts'
import { defaultRetryPolicy } from './retry.ts'
import type { SessionOptions } from './sessionTypes.ts'
import { defaultDeadlines, uploadFile } from './uploadFile.ts'

/** The uploads of a session: which items have or wait for a slot, and what holds them. */
export interface Uploads {
  readonly enqueue: (id: string) => void
  readonly has: (id: string) => boolean
  /** Aborts an item's upload; an item that is being committed goes on, and is taken back once it is. */
  readonly stop: (item: Item) => void
  /** Aborts whatever runs, commits too, and takes back what was removed while it was committed. */
  readonly abandon: () => void
  /** Takes back what an item wrote. `keepalive`: the page is going away. */
  readonly discard: (item: Item, keepalive?: boolean) => void
  readonly hold: (reason: PauseReason) => void
  readonly resume: () => void
  readonly setConcurrency: (concurrency: number) => void
  /** Nothing is left to do: stop listening to the network. */
  readonly rest: () => void
}

const alwaysOnline: Connectivity = { isOnline: () => true, subscribe: () => () => {} }

/**
 * @param options read anew for each upload, so that a changed adapter or callback counts from the next one on
 * @param dispatch applies a fact to an item
 */
export function createUploads<K extends CredentialKind>(
  store: ItemStore,
  options: () => SessionOptions<K>,
  dispatch: (id: string, event: ItemEvent) => void,
): Uploads {
  const { concurrency = 3, credentialConcurrency = 2 } = options()
  const { connectivity = alwaysOnline, retry } = options()
  const clock = createClock()
  const pace = createPace(clock)
  const policy = { ...defaultRetryPolicy, ...retry }
  const sends = createQueue(concurrency)
  const credentialCalls = createQueue(credentialConcurrency)
  const line = createLine(concurrency, start)
  /** Of what runs, and of what waits once something is asked for it. */
  const controllers = new Map<string, AbortController>()
  const lookAhead = createLookAhead({ clock, ...createAheadCalls({ options, credentialCalls, signalOf }) })
  const hashAhead = createHashAhead({ integrity: () => options().integrity, itemOf: store.get, signalOf })
  const removedWhileCommitting = new Map<string, Item>()
  let stopListening: (() => void) | undefined

  function signalOf(id: string): AbortSignal {
    const controller = controllers.get(id) ?? new AbortController()
    controllers.set(id, controller)
    return controller.signal
  }

  function enqueue(id: string) {
    stopListening ??= connectivity.subscribe(onConnectivity)
    // One that is still ending has an earlier upload's.
    controllers.delete(id)
    hashAhead.add(id)
    line.add(id)
  }

  /** A failure is dealt with inside the slot, so that a line it puts on hold starts nothing more. */
  async function start(id: string) {
    const signal = signalOf(id)
    try {
      await upload(id, signal)
    } catch (thrown) {
      onFailure(id, thrown, signal)
    } finally {
      onEnd(id, signal)
    }
  }

  async function upload(id: string, signal: AbortSignal) {
    const checksums = await hashAhead.take(id)
    const item = store.get(id)
    if (!item) return
    await sniff(item)
    const { adapter, transports } = options()
    const report = (event: ItemEvent) => {
      dispatch(id, event)
      if (event.type === 'credentialIssued') askAhead()
    }
    const onRetry: AttemptContext['onRetry'] = (pending) => report({ type: 'attemptFailed', retry: pending })
    const context: AttemptContext = { clock, connectivity, pace, policy, signal, onRetry }
    onCommitted(
      id,
      await uploadFile({
        item: withChecksums(item, checksums),
        adapter,
        transports,
        credentialCalls,
        ahead: () => lookAhead.take(item),
        sends,
        upcoming: filesSentNext,
        deadlines: { ...defaultDeadlines, ...options().deadlines },
        context,
        report,
      }),
    )
  }

  /** Not where the backend is to be told what is known of a file only in its turn, nor while anything holds the line. */
  function askAhead() {
    const { integrity, sniff: policy = 'off' } = options()
    const isHeld = store.hold() !== undefined || pace.remaining() > 0 || !connectivity.isOnline()
    if (!integrity && policy === 'off' && !isHeld) lookAhead.fill(itemsInLine())
  }

  function* itemsInLine() {
    for (const id of line.waiting()) {
      const item = store.get(id)
      if (item) yield item
    }
  }

  /** Those that have a slot and are still being signed, then those that wait for one. */
  function* filesSentNext() {
    for (const id of controllers.keys()) {
      const item = store.get(id)
      if (item?.status === 'preparing') yield item.file
    }
    for (const { file } of itemsInLine()) yield file
  }

  async function sniff(item: Item) {
    const { sniff: policy = 'off', callbacks } = options()
    const kind = policy === 'off' || item.stored ? undefined : await findMismatch(item, policy)
    if (kind === undefined) return
    dispatch(item.id, { type: 'mismatchFound', kind })
    callBack(callbacks?.onMismatch, item, kind)
  }

  function onCommitted(id: string, attachment: Attachment) {
    const removed = removedWhileCommitting.get(id)
    if (removed) removedWhileCommitting.set(id, { ...removed, status: 'done', attachment } as Item)
  }

  function onFailure(id: string, thrown: unknown, signal: AbortSignal) {
    if (signal.aborted) return
    const error = toUploadError(thrown, 'transfer')
    if (error.code === 'unauthorized') pauseFor('auth', id)
    else if (error.code === 'offline') pauseFor('offline', id)
    else dispatch(id, { type: 'failed', error })
  }

  function forget(id: string) {
    lookAhead.forget(id)
    hashAhead.forget(id)
    controllers.delete(id)
  }

  function onEnd(id: string, signal: AbortSignal) {
    if (controllers.get(id)?.signal === signal) forget(id)
    const removed = removedWhileCommitting.get(id)
    if (!removed) return
    removedWhileCommitting.delete(id)
    void discardItem(removed, options().adapter)
  }

  function pauseFor(reason: PauseReason, id: string) {
    dispatch(id, { type: 'paused', reason })
    const isNews = store.hold() === undefined
    if (isNews) hold(reason)
    if (isNews && reason === 'auth') callBack(options().callbacks?.onAuthRequired)
    if (reason === 'offline') onConnectivity()
  }

  function hold(reason: PauseReason) {
    line.pause()
    store.set({ hold: reason })
  }

  function onConnectivity() {
    const held = store.hold()
    if (!connectivity.isOnline() && held === undefined) hold('offline')
    if (connectivity.isOnline() && held === 'offline') resume()
  }

  function resume() {
    store.set({ hold: undefined })
    for (const { id, status } of store.items()) {
      if (status !== 'paused') continue
      dispatch(id, { type: 'requeued' })
      enqueue(id)
    }
    line.resume()
  }

  return {
    enqueue,
    has: (id) => line.has(id) || controllers.has(id),
    stop(item) {
      if (item.status === 'committing') return void removedWhileCommitting.set(item.id, item)
      controllers.get(item.id)?.abort()
      line.delete(item.id)
      forget(item.id)
    },
    abandon() {
      for (const [id, controller] of controllers) {
        if (store.get(id)?.status === 'queued') continue
        controllers.delete(id)
        controller.abort()
      }
      for (const item of removedWhileCommitting.values()) void discardItem(item, options().adapter, true)
      removedWhileCommitting.clear()
    },
    discard: (item, keepalive) => void discardItem(item, options().adapter, keepalive),
    hold,
    resume,
    setConcurrency(limit) {
      line.setConcurrency(limit)
      sends.setConcurrency(limit)
    },
    rest() {
      stopListening?.()
      stopListening = undefined
    },
  }
}

function withChecksums(item: Item, checksums: Checksums | undefined): Item {
  return checksums ? { ...item, meta: { ...item.meta, checksums } } : item
}
