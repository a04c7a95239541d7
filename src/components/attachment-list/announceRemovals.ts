import { displayName } from '../../engine/displayName.ts'
import type { Removal, RemovalsState } from '../../engine/removalTypes.ts'
import type { Messages } from '../../messages/messages.ts'
import type { Announcement } from './announceChanges.ts'

/** What a screen reader is told of stored attachments that are removed: that they will be, are, are not, or are kept. */
export function announceRemovals(
  before: RemovalsState,
  after: RemovalsState,
  { announcements, facts }: Messages,
): Announcement[] {
  const changed = [...after.values()].filter(
    ({ attachment, status }) => before.get(attachment.handle)?.status !== status,
  )
  const undone = [...before.values()].filter(({ attachment }) => !after.has(attachment.handle))
  return [
    ...changed.flatMap((removal): Announcement[] => {
      const name = nameOf(removal)
      if (removal.status === 'pending') return [{ urgency: 'polite', text: announcements.removalPending({ name }) }]
      if (removal.status === 'removed') return [{ urgency: 'polite', text: announcements.removed({ name }) }]
      if (removal.status !== 'failed') return []
      return [{ urgency: 'assertive', text: announcements.failed({ name, reason: facts.removalFailed }) }]
    }),
    ...undone.map((removal): Announcement => ({
      urgency: 'polite',
      text: announcements.restored({ name: nameOf(removal) }),
    })),
  ]
}

function nameOf({ attachment }: Removal): string {
  return displayName(attachment.name)
}
