'use client'
import { useEffect, useRef, useState } from 'react'
import type { ReactElement } from 'react'
import { displayName } from '../../engine/displayName.ts'
import type { Attachment } from '../../engine/ports.ts'
import { useMessages } from '../../react/useMessages.ts'
import { announceChanges } from './announceChanges.ts'
import type { Announcement } from './announceChanges.ts'
import { announceDownloads } from './announceDownloads.ts'
import { announceRemovals } from './announceRemovals.ts'
import { announceScans } from './announceScans.ts'
import { useAttachmentListContext } from './attachmentListContext.ts'
import type { ListSession } from './attachmentListContext.ts'

interface Entry extends Announcement {
  id: number
}

/** Older ones have been spoken; they go, lest someone reading on past the list meets them all. */
const kept = 4

/** The list's live regions, seen by nobody: one that waits for its turn, one for what went wrong. */
export function Announcements(): ReactElement {
  const { list } = useMessages()
  const [entries, setEntries] = useState<readonly Entry[]>([])
  useAnnouncements((announcements) => {
    if (announcements.length === 0) return
    const added = announcements.map((announcement) => ({ ...announcement, id: (lastId += 1) }))
    setEntries((earlier) => [...earlier, ...added].slice(-kept))
  })

  return (
    <div data-scope="attachment-list" data-part="announcements">
      <div role="log" aria-live="polite" aria-label={list.label}>
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

/** Hears of every change in what the list shows. */
function useAnnouncements(say: (announcements: readonly Announcement[]) => void): void {
  const { upload, downloads, removals, attachments, announcer } = useAttachmentListContext('AttachmentList.Root')
  const messages = useMessages()
  const latest = useRef({ say, messages, attachments })
  const shown = useRef(attachments)

  useEffect(() => {
    latest.current = { say, messages, attachments }
    say(announceScans(shown.current, attachments, messages))
    shown.current = attachments
  })
  useEffect(
    () => watch(upload, (before, after) => latest.current.say(announceChanges(before, after, latest.current.messages))),
    [upload],
  )
  useEffect(
    () =>
      watch(downloads, (before, after) => {
        const names = namesByHandle(latest.current.attachments, upload)
        latest.current.say(announceDownloads(before, after, (handle) => names.get(handle), latest.current.messages))
      }),
    [downloads, upload],
  )
  useEffect(
    () =>
      watch(removals, (before, after) => latest.current.say(announceRemovals(before, after, latest.current.messages))),
    [removals],
  )
  useEffect(() => announcer.listen((announcement) => latest.current.say([announcement])), [announcer])
}

interface Store<S> {
  getSnapshot: () => S
  subscribe: (listener: () => void) => () => void
}

function watch<S>(store: Store<S> | undefined, onChange: (before: S, after: S) => void): (() => void) | undefined {
  if (!store) return undefined
  let state = store.getSnapshot()
  return store.subscribe(() => {
    const before = state
    state = store.getSnapshot()
    onChange(before, state)
  })
}

function namesByHandle(attachments: readonly Attachment[], upload: ListSession): Map<string, string> {
  const items = [...upload.getSnapshot().items.values()]
  const attached = items.flatMap((item) => (item.status === 'done' ? [item.attachment] : []))
  return new Map([...attached, ...attachments].map(({ handle, name }) => [handle, displayName(name)]))
}
