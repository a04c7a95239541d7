import type { InterruptedUpload, UploadJournal } from '../../src/engine/uploadJournal.ts'

/** A journal that outlives its session, as one in the browser's storage outlives its page. */
export function createMemoryJournal(entries: readonly InterruptedUpload[] = []) {
  const kept = new Map(entries.map((entry) => [entry.upload.uploadId, entry]))
  const journal: UploadJournal = {
    list: async () => [...kept.values()],
    save: async (entry) => void kept.set(entry.upload.uploadId, entry),
    forget: async (uploadId) => void kept.delete(uploadId),
  }
  return { journal, kept: () => [...kept.values()] }
}
