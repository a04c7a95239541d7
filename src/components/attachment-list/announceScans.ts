import { displayName } from '../../engine/displayName.ts'
import type { Attachment } from '../../engine/ports.ts'
import type { Messages } from '../../messages/messages.ts'
import type { Announcement } from './announceChanges.ts'

/** What a screen reader is told when the virus check of a listed attachment ends. */
export function announceScans(
  before: readonly Attachment[],
  after: readonly Attachment[],
  { announcements }: Messages,
): Announcement[] {
  if (before === after) return []
  const scanning = new Set(before.filter(({ scan }) => scan === 'scanning').map(({ handle }) => handle))
  return after
    .filter(({ handle }) => scanning.has(handle))
    .flatMap(({ name, scan }): Announcement[] => {
      if (scan === 'infected')
        return [{ urgency: 'assertive', text: announcements.infected({ name: displayName(name) }) }]
      return scan === 'clean' ? [{ urgency: 'polite', text: announcements.scanned({ name: displayName(name) }) }] : []
    })
}
