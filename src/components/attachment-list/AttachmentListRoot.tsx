'use client'
import { forwardRef, useState } from 'react'
import type { Attachment } from '../../engine/ports.ts'
import type { AttachmentPreviews } from '../../react/useAttachmentPreviews.ts'
import { useRenderPart } from '../part/useRenderPart.tsx'
import type { ElementPartProps } from '../part/useRenderPart.tsx'
import { useSameFields } from '../part/useSameFields.ts'
import { Announcements } from './Announcements.tsx'
import { createAnnouncer } from './announcer.ts'
import { AttachmentListProvider } from './attachmentListContext.ts'
import type { ListDownloads, ListRemovals, ListSession } from './attachmentListContext.ts'
import { emptySession } from './emptySession.ts'
import { createFocusKeeper } from './focusKeeper.ts'

/**
 * One list of stored attachments and of the session's files. Renders a `<div>` around the list and its live regions, which
 * tell what was added, attached, refused and what failed.
 */
export const AttachmentListRoot = forwardRef<HTMLDivElement, AttachmentListRootProps>(function AttachmentListRoot(
  { upload = emptySession, attachments = none, downloads, removals, previews, onRemove, children, ...props },
  ref,
) {
  const [focus] = useState(createFocusKeeper)
  const [announcer] = useState(createAnnouncer)
  const context = useSameFields({ upload, attachments, downloads, removals, previews, onRemove, focus, announcer })
  return useRenderPart('div', props, {
    scope: 'attachment-list',
    part: 'root',
    state: {},
    ref,
    own: {
      // Focus comes here when the last row is removed and nothing on the page adds files.
      tabIndex: -1,
      children: (
        <AttachmentListProvider value={context}>
          {children}
          <Announcements />
        </AttachmentListProvider>
      ),
    },
  })
})

const none: readonly Attachment[] = []

export interface AttachmentListRootProps extends ElementPartProps<Record<never, never>, HTMLDivElement> {
  /** The session whose files are listed. */
  upload?: ListSession | undefined
  /** Attachments the backend has already; they come first. An item of the session with the same handle is not listed twice. */
  attachments?: readonly Attachment[] | undefined
  /** From `useAttachmentDownload`; without it there are no download buttons. */
  downloads?: ListDownloads | undefined
  /**
   * From `useAttachmentRemovals`: a stored attachment that is removed stays in the list, with an undo button, until the form
   * was sent.
   */
  removals?: ListRemovals | undefined
  /** From `useAttachmentPreviews`: without it stored attachments show their icons, files of the session their pictures. */
  previews?: AttachmentPreviews | undefined
  /** Removes a stored attachment at once. Without it and without `removals`, stored attachments have no remove button. */
  onRemove?: ((attachment: Attachment) => void) | undefined
}
