import { duplicateKey } from './admitFiles.ts'
import { discardItem } from './discardItem.ts'
import { sourceOf } from './fileSource.ts'
import type { Item, ItemEvent } from './item.ts'
import type { ItemStore } from './itemStore.ts'
import type { BackendAdapter, CredentialKind } from './ports.ts'
import type { ItemChange } from './sessionTypes.ts'
import type { InterruptedUpload, UploadJournal } from './uploadJournal.ts'

/** What earlier pages left in the middle, and what this page writes down of its own uploads. */
export interface InterruptedUploads {
  /** Reads the journal, and shows what it has. */
  readonly list: () => Promise<void>
  /** Files that were interrupted go on where they stopped. */
  readonly claim: (items: Iterable<Item>) => void
  /** Writes down an upload that has begun, and strikes out one that is over. */
  readonly note: (change: Pick<ItemChange, 'before' | 'after'>) => void
  /** Ends one for good, and frees its parts. */
  readonly discard: (uploadId: string) => void
}

/** @param adapter read anew for each call: it may change while the session lives */
export function createInterruptedUploads<K extends CredentialKind>(
  store: ItemStore,
  journal: UploadJournal,
  adapter: () => BackendAdapter<K>,
  dispatch: (id: string, event: ItemEvent) => void,
): InterruptedUploads {
  const waiting = new Map<string, InterruptedUpload>()
  /** When each began: going on does not make it younger. */
  const beginnings = new Map<string, number>()
  let writing = Promise.resolve()

  function show() {
    store.set({ interrupted: [...waiting.values()] })
  }

  function claimFor({ id, meta }: Item) {
    const found = [...waiting.values()].find(({ file }) => duplicateKey(file) === duplicateKey(meta))
    if (!found) return
    waiting.delete(found.upload.uploadId)
    dispatch(id, { type: 'multipartFound', upload: found.upload })
    // Sent from its beginning already: two of it are one too many.
    if (store.get(id)?.multipart?.uploadId !== found.upload.uploadId) end(found)
  }

  function end({ upload }: InterruptedUpload) {
    void discardItem({ handle: upload.handle, multipart: upload }, adapter())
    write(() => journal.forget(upload.uploadId))
  }

  /** One after another, so that what is forgotten is not written down after it. */
  function write(step: () => Promise<void>) {
    writing = writing.then(step).catch(() => {})
  }

  async function save({ file, meta }: Item, upload: InterruptedUpload['upload']) {
    const begunAt = beginnings.get(upload.uploadId) ?? Date.now()
    const source = await sourceOf(file)
    await journal.save({ upload, file: meta, adapterName: adapter().name, begunAt, source })
  }

  function claim(items: Iterable<Item>) {
    if (waiting.size === 0) return
    for (const item of items) if (item.status !== 'rejected') claimFor(item)
    show()
  }

  return {
    async list() {
      const entries = await journal.list().catch(() => [])
      for (const entry of entries) {
        if (entry.adapterName !== adapter().name) continue
        waiting.set(entry.upload.uploadId, entry)
        beginnings.set(entry.upload.uploadId, entry.begunAt)
      }
      show()
      claim(store.items())
    },
    claim,
    note({ before, after }) {
      const was = before?.multipart
      const is = after?.multipart
      if (was?.uploadId === is?.uploadId) return
      if (was) write(() => journal.forget(was.uploadId))
      if (after && is) write(() => save(after, is))
    },
    discard(uploadId) {
      const entry = waiting.get(uploadId)
      if (!entry) return
      waiting.delete(uploadId)
      end(entry)
      show()
    },
  }
}
