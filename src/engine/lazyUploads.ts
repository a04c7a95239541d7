import { toUploadError } from './errors.ts'
import type { ItemEvent } from './item.ts'
import type { ItemStore } from './itemStore.ts'
import { lazyModule } from './lazyModule.ts'
import type { CredentialKind, Transport } from './ports.ts'
import type { SessionOptions } from './sessionTypes.ts'
import type { Uploads } from './uploads.ts'

/** From the question for a credential to the commit: a page with an empty form does without. */
export const uploading = lazyModule(() => import('./uploads.ts'))

export interface LazyUploads extends Uploads {
  /** Begins to load whatever the first upload needs. */
  readonly warm: () => void
}

/**
 * The uploads of a session, loaded with its first file or ahead of it by `warm`. Until then items wait here; where the code
 * cannot be had they fail, and can be tried again.
 */
export function createLazyUploads<K extends CredentialKind>(
  store: ItemStore,
  options: () => SessionOptions<K>,
  dispatch: (id: string, event: ItemEvent) => void,
): LazyUploads {
  let uploads: Uploads | undefined
  const waiting = new Set<string>()

  function warm() {
    const { adapter, transports } = options()
    uploading.warm()
    adapter.warm?.()
    for (const transport of Object.values<Transport>(transports)) transport.warm?.()
  }

  function begin(): Uploads | undefined {
    const module = uploading.loaded()
    if (!module) return undefined
    uploads = module.createUploads(store, options, dispatch)
    const hold = store.hold()
    if (hold) uploads.hold(hold)
    return uploads
  }

  /** Emptied first: whoever hears of a failure may line the item up again at once. */
  function letGo(each: (id: string) => void) {
    const ids = [...waiting]
    waiting.clear()
    for (const id of ids) each(id)
  }

  function enqueue(id: string) {
    const ready = uploads ?? begin()
    if (ready) return ready.enqueue(id)
    waiting.add(id)
    if (waiting.size > 1) return
    warm()
    uploading.load('transfer').then(
      () => letGo(enqueue),
      (thrown: unknown) =>
        letGo((each) => dispatch(each, { type: 'failed', error: toUploadError(thrown, 'transfer') })),
    )
  }

  return {
    warm,
    enqueue,
    has: (id) => waiting.has(id) || (uploads?.has(id) ?? false),
    stop(item) {
      waiting.delete(item.id)
      uploads?.stop(item)
    },
    abandon: () => uploads?.abandon(),
    discard(item, keepalive) {
      if (uploads) return uploads.discard(item, keepalive)
      // Nothing was sent by this page; an earlier one began it.
      if (item.multipart)
        uploading.load('transfer').then(
          () => begin()?.discard(item, keepalive),
          () => {},
        )
    },
    hold: (reason) => (uploads ? uploads.hold(reason) : store.set({ hold: reason })),
    resume: () => (uploads ? uploads.resume() : store.set({ hold: undefined })),
    setConcurrency: (concurrency) => uploads?.setConcurrency(concurrency),
    rest: () => uploads?.rest(),
  }
}
