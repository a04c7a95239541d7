import { createStore, del, entries, set } from 'idb-keyval'
import type { InterruptedUpload, UploadJournal } from '../engine/uploadJournal.ts'
import { createPageLocks } from './pageLocks.ts'

export interface UploadJournalOptions {
  /** What is being written, e.g. a ticket's id: a form is shown only what was interrupted in it. */
  scope: string
  /**
   * Milliseconds after which an upload is not gone on with. Have the bucket remove unfinished uploads after as long.
   * @default 7 days
   */
  maxAgeMs?: number | undefined
}

const sevenDays = 7 * 24 * 60 * 60 * 1000

/**
 * Remembers large uploads in IndexedDB, so that they go on after a reload or a crash: what the backend named them, and the
 * file's name, size and date; no credential and none of the file's bytes. An upload that another tab is at work on is not
 * listed (Web Locks). Its calls reject where the browser keeps no storage; the uploads themselves go on.
 *
 * @example
 * const journal = createUploadJournal({ scope: ticketId })
 * const upload = useSignedUpload({ adapter, journal })
 */
export function createUploadJournal({ scope, maxAgeMs = sevenDays }: UploadJournalOptions): UploadJournal {
  const store = createStore('attachkit', 'uploads')
  const locks = createPageLocks('attachkit upload ')
  const keyOf = (uploadId: string) => [scope, uploadId]

  return {
    async list() {
      const all = await entries<[string, string], InterruptedUpload>(store)
      const own = all.filter(([[ownScope]]) => ownScope === scope).map(([, entry]) => entry)
      const isOld = ({ begunAt }: InterruptedUpload) => begunAt + maxAgeMs < Date.now()
      await Promise.all(own.filter(isOld).map(({ upload }) => del(keyOf(upload.uploadId), store)))
      const recent = own.filter((entry) => !isOld(entry)).toSorted((one, other) => one.begunAt - other.begunAt)
      const areFree = await Promise.all(recent.map(({ upload }) => locks.isFree(upload.uploadId)))
      return recent.filter((_, at) => areFree[at])
    },
    async save(entry) {
      locks.hold(entry.upload.uploadId)
      await set(keyOf(entry.upload.uploadId), entry, store)
    },
    async forget(uploadId) {
      locks.release(uploadId)
      await del(keyOf(uploadId), store)
    },
  }
}
