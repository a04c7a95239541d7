'use client'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { ReactElement } from 'react'
import { lazyModule } from '../../engine/lazyModule.ts'
import { useMessages } from '../../react/useMessages.ts'
import { whenIdle } from '../../react/whenIdle.ts'
import { useLazyModule } from '../part/useLazyModule.ts'
import type { Announcement } from './announceChanges.ts'
import type { AnnouncementFeedProps, Shown } from './AnnouncementFeed.tsx'
import { useAttachmentListContext } from './attachmentListContext.ts'

/** What makes sentences of changes: a list in which nothing happens does without. */
export const feeding = lazyModule(() => import('./AnnouncementFeed.tsx'))

interface Entry extends Announcement {
  id: number
}

/** Older ones have been spoken; they go, lest someone reading on past the list meets them all. */
const kept = 4

/** The list's live regions, seen by nobody: one that waits for its turn, one for what went wrong. */
export function Announcements(): ReactElement {
  const { list } = useMessages()
  const { announcer } = useAttachmentListContext('AttachmentList.Root')
  const [entries, setEntries] = useState<readonly Entry[]>([])
  const say = useCallback((announcements: readonly Announcement[]) => {
    if (announcements.length === 0) return
    const added = announcements.map((announcement) => ({ ...announcement, id: (lastId += 1) }))
    setEntries((earlier) => [...earlier, ...added].slice(-kept))
  }, [])
  useEffect(() => announcer.listen((announcement) => say([announcement])), [announcer, say])
  useEffect(() => whenIdle(feeding.warm), [])
  const since = useShownBefore()

  return (
    <div data-scope="attachment-list" data-part="announcements">
      <div role="log" aria-live="polite" aria-label={list.label}>
        {entries.filter(({ urgency }) => urgency === 'polite').map(asParagraph)}
      </div>
      <div role="alert" aria-atomic="false">
        {entries.filter(({ urgency }) => urgency === 'assertive').map(asParagraph)}
      </div>
      {since && <LateFeed since={since} say={say} />}
    </div>
  )
}

function asParagraph({ id, text }: Entry): ReactElement {
  return <p key={id}>{text}</p>
}

let lastId = 0

function LateFeed(props: AnnouncementFeedProps): ReactElement | null {
  const { code } = useLazyModule(feeding)
  return code ? <code.AnnouncementFeed {...props} /> : null
}

/** What the list showed before anything happened in it; undefined as long as nothing has. */
function useShownBefore(): Shown | undefined {
  const { upload, downloads, removals, attachments } = useAttachmentListContext('AttachmentList.Root')
  const [before, setBefore] = useState<Shown>()
  const last = useRef(attachments)
  const hasChanged = before !== undefined
  useEffect(() => {
    if (hasChanged) return undefined
    const shown: Shown = {
      upload: { store: upload, state: upload.getSnapshot() },
      downloads: downloads && { store: downloads, state: downloads.getSnapshot() },
      removals: removals && { store: removals, state: removals.getSnapshot() },
      attachments: last.current,
    }
    const begin = () => setBefore((earlier) => earlier ?? shown)
    if (last.current !== attachments) begin()
    last.current = attachments
    const stops = [upload, downloads, removals].map((store) => store?.subscribe(begin))
    return () => {
      for (const stop of stops) stop?.()
    }
  }, [upload, downloads, removals, attachments, hasChanged])
  return before
}
