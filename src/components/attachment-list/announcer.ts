import type { Announcement } from './announceChanges.ts'

/** Takes what parts want to have said in the list's live regions. */
export interface Announcer {
  say: (announcement: Announcement) => void
  /** For the live regions. Returns the function that stops it. */
  listen: (listener: (announcement: Announcement) => void) => () => void
}

export function createAnnouncer(): Announcer {
  const listeners = new Set<(announcement: Announcement) => void>()
  return {
    say(announcement) {
      for (const listener of listeners) listener(announcement)
    },
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
