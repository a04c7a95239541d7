import type { Occupied } from './admitFiles.ts'
import type { Attachment } from './ports.ts'
import { isDone } from './selectors.ts'
import type { SessionState } from './sessionTypes.ts'
import { selectSums } from './sums.ts'

/** What counts towards the limits: stored attachments, and items that are or may still become one. */
export function occupiedBy(existing: readonly Attachment[] = [], state: SessionState): Occupied {
  let { files, totalBytes: bytes } = selectSums(state)
  const handles = new Set<string>()
  for (const { handle, size = 0 } of existing) {
    handles.add(handle)
    files += 1
    bytes += size
  }
  if (handles.size === 0) return { files, bytes }
  // A list that was fetched again holds what this session has attached.
  for (const item of state.items.values()) {
    if (!isDone(item) || !handles.has(item.attachment.handle)) continue
    files -= 1
    bytes -= item.meta.size
  }
  return { files, bytes }
}
