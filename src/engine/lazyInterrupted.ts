import type { InterruptedUploads } from './interruptedUploads.ts'
import type { Item, ItemEvent } from './item.ts'
import type { ItemStore } from './itemStore.ts'
import { lazyModule } from './lazyModule.ts'
import type { CredentialKind } from './ports.ts'
import type { ItemChange, SessionOptions } from './sessionTypes.ts'

const resuming = lazyModule(() => import('./interruptedUploads.ts'))

export interface LazyInterrupted {
  /** Once per session; does nothing where there is no journal. */
  readonly restore: () => Promise<void>
  readonly claim: (items: Iterable<Item>) => void
  readonly note: (change: ItemChange) => void
  readonly discard: (uploadId: string) => void
}

/** Interrupted uploads, for sessions that keep a journal: others never load the code. */
export function createLazyInterrupted<K extends CredentialKind>(
  store: ItemStore,
  options: () => SessionOptions<K>,
  dispatch: (id: string, event: ItemEvent) => void,
): LazyInterrupted {
  let uploads: InterruptedUploads | undefined
  let restoring: Promise<void> | undefined

  async function load() {
    const { journal } = options()
    if (!journal) return
    const module = await resuming.load('transfer')
    uploads = module.createInterruptedUploads(store, journal, () => options().adapter, dispatch)
    // What began while the code was on its way.
    for (const item of store.items()) uploads.note({ before: undefined, after: item })
    await uploads.list()
  }

  function restore() {
    restoring ??= load().catch(() => {
      restoring = undefined
    })
    return restoring
  }

  return {
    restore,
    claim: (items) => (uploads ? uploads.claim(items) : void restore()),
    note: (change) => uploads?.note(change),
    discard: (uploadId) => uploads?.discard(uploadId),
  }
}
