'use client'
import { useEffect, useRef } from 'react'
import { displayName } from '../../engine/displayName.ts'
import type { DownloadsState } from '../../engine/downloads.ts'
import type { Attachment } from '../../engine/ports.ts'
import type { RemovalsState } from '../../engine/removalTypes.ts'
import type { SessionState } from '../../engine/sessionTypes.ts'
import { useMessages } from '../../react/useMessages.ts'
import { announceChanges } from './announceChanges.ts'
import type { Announcement } from './announceChanges.ts'
import { announceDownloads } from './announceDownloads.ts'
import { announceRemovals } from './announceRemovals.ts'
import { announceScans } from './announceScans.ts'
import { useAttachmentListContext } from './attachmentListContext.ts'
import type { ListDownloads, ListRemovals, ListSession } from './attachmentListContext.ts'

/** A store, and what was in it. */
interface Moment<Store, State> {
  store: Store
  state: State
}

/** What a list showed at one moment. */
export interface Shown {
  upload: Moment<ListSession, SessionState>
  downloads: Moment<ListDownloads, DownloadsState> | undefined
  removals: Moment<ListRemovals, RemovalsState> | undefined
  attachments: readonly Attachment[]
}

export interface AnnouncementFeedProps {
  /** What has been shown and needs no words any more. */
  since: Shown
  say: (announcements: readonly Announcement[]) => void
}

/** Hears of every change in what the list shows, first of those since `since`. Renders nothing. */
export function AnnouncementFeed({ since, say }: AnnouncementFeedProps): null {
  const { upload, downloads, removals, attachments } = useAttachmentListContext('AttachmentList.Root')
  const messages = useMessages()
  const shown = useRef(since.attachments)
  useEffect(() => {
    say(announceScans(shown.current, attachments, messages))
    shown.current = attachments
  })
  useChanges(upload, since.upload, (before, after) => say(announceChanges(before, after, messages)))
  useChanges(downloads, since.downloads, (before, after) => {
    const names = namesByHandle(attachments, upload)
    say(announceDownloads(before, after, (handle) => names.get(handle), messages))
  })
  useChanges(removals, since.removals, (before, after) => say(announceRemovals(before, after, messages)))
  return null
}

interface Store<S> {
  getSnapshot: () => S
  subscribe: (listener: () => void) => () => void
}

function useChanges<S>(
  store: Store<S> | undefined,
  since: Moment<Store<S>, S> | undefined,
  onChange: (before: S, after: S) => void,
): void {
  const latest = useRef(onChange)
  const last = useRef(since)
  useEffect(() => void (latest.current = onChange))
  useEffect(() => {
    if (!store) return undefined
    const look = () => {
      const after = store.getSnapshot()
      const before = last.current?.store === store ? last.current.state : after
      last.current = { store, state: after }
      if (before !== after) latest.current(before, after)
    }
    look()
    return store.subscribe(look)
  }, [store])
}

function namesByHandle(attachments: readonly Attachment[], upload: ListSession): Map<string, string> {
  const items = [...upload.getSnapshot().items.values()]
  const attached = items.flatMap((item) => (item.status === 'done' ? [item.attachment] : []))
  return new Map([...attached, ...attachments].map(({ handle, name }) => [handle, displayName(name)]))
}
