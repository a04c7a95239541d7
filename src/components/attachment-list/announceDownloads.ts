import type { DownloadsState } from '../../engine/downloads.ts'
import { say } from '../../messages/messages.ts'
import type { Messages } from '../../messages/messages.ts'
import type { Announcement } from './announceChanges.ts'

/** What a screen reader is told of downloads: that one is there, or why it is not. */
export function announceDownloads(
  before: DownloadsState | undefined,
  after: DownloadsState,
  nameOf: (handle: string) => string | undefined,
  { announcements, errors }: Messages,
): Announcement[] {
  return [...after].flatMap(([handle, download]): Announcement[] => {
    const name = nameOf(handle)
    if (name === undefined || before?.get(handle)?.status === download.status) return []
    if (download.status === 'done') return [{ urgency: 'polite', text: announcements.downloaded({ name }) }]
    if (download.status !== 'failed') return []
    const reason = say(errors[download.error.code], { stage: 'download', limitBytes: undefined })
    return [{ urgency: 'assertive', text: announcements.failed({ name, reason }) }]
  })
}
