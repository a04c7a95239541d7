import type { Occupied } from './admitFiles.ts'
import type { Attachment } from './ports.ts'
import { isDone } from './selectors.ts'
import type { SessionState } from './sessionTypes.ts'
import { selectTotals } from './totals.ts'

/** What counts towards the limits: stored attachments, and items that are or may still become one. */
export function occupiedBy(existing: readonly Attachment[] = [], state: SessionState): Occupied {
  const { files, totalBytes } = selectTotals(state)
  if (existing.length === 0) return { files, bytes: totalBytes }
  const room = { files: existing.length, bytes: existing.reduce((sum, { size = 0 }) => sum + size, 0) }
  const counted = new Set(existing.map(({ handle }) => handle))
  for (const item of state.items.values()) {
    if (item.status === 'rejected' || item.status === 'cancelled') continue
    // A list that was fetched again holds what this session has attached.
    if (isDone(item) && counted.has(item.attachment.handle)) continue
    room.files += 1
    room.bytes += item.meta.size
  }
  return room
}
