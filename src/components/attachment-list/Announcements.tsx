'use client'
import { useEffect, useState } from 'react'
import type { ReactElement } from 'react'
import { displayName } from '../../engine/displayName.ts'
import type { Attachment } from '../../engine/ports.ts'
import { useMessages } from '../../react/useMessages.ts'
import { announceChanges } from './announceChanges.ts'
import type { Announcement } from './announceChanges.ts'
import { announceDownloads } from './announceDownloads.ts'
import type { ListDownloads, ListSession } from './attachmentListContext.ts'

interface AnnouncementsProps {
  upload: ListSession
  downloads: ListDownloads | undefined
  attachments: readonly Attachment[]
}

interface Entry extends Announcement {
  id: number
}

/** Older ones have been spoken; they go, lest someone reading on past the list meets them all. */
const kept = 4

/** The list's live regions, seen by nobody: one that waits for its turn, one for what went wrong. */
export function Announcements({ upload, downloads, attachments }: AnnouncementsProps): ReactElement {
  const messages = useMessages()
  const [entries, setEntries] = useState<readonly Entry[]>([])

  useEffect(() => {
    const say = createLog(setEntries)
    let state = upload.getSnapshot()
    let downloaded = downloads?.getSnapshot()
    const stopUpload = upload.subscribe(() => {
      const next = upload.getSnapshot()
      say(announceChanges(state, next, messages))
      state = next
    })
    const stopDownloads = downloads?.subscribe(() => {
      const next = downloads.getSnapshot()
      const names = namesByHandle(attachments, upload)
      say(announceDownloads(downloaded, next, (handle) => names.get(handle), messages))
      downloaded = next
    })
    return () => {
      stopUpload()
      stopDownloads?.()
    }
  }, [upload, downloads, attachments, messages])

  return (
    <div data-scope="attachment-list" data-part="announcements">
      <div role="log" aria-live="polite" aria-label={messages.list.label}>
        {entries.filter(({ urgency }) => urgency === 'polite').map(asParagraph)}
      </div>
      <div role="alert" aria-atomic="false">
        {entries.filter(({ urgency }) => urgency === 'assertive').map(asParagraph)}
      </div>
    </div>
  )
}

function asParagraph({ id, text }: Entry): ReactElement {
  return <p key={id}>{text}</p>
}

let lastId = 0

function createLog(setEntries: (update: (entries: readonly Entry[]) => readonly Entry[]) => void) {
  return (announcements: readonly Announcement[]) => {
    if (announcements.length === 0) return
    const added = announcements.map((announcement) => ({ ...announcement, id: (lastId += 1) }))
    setEntries((entries) => [...entries, ...added].slice(-kept))
  }
}

function namesByHandle(attachments: readonly Attachment[], upload: ListSession): Map<string, string> {
  const items = [...upload.getSnapshot().items.values()]
  const attached = items.flatMap((item) => (item.status === 'done' ? [item.attachment] : []))
  return new Map([...attached, ...attachments].map(({ handle, name }) => [handle, displayName(name)]))
}
