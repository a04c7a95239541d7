'use client'
import type { Downloads } from '../../engine/downloads.ts'
import type { Attachment } from '../../engine/ports.ts'
import type { Removals } from '../../engine/removalTypes.ts'
import type { Session } from '../../engine/sessionTypes.ts'
import type { AttachmentPreviews } from '../../react/useAttachmentPreviews.ts'
import { createPartContext } from '../part/createPartContext.tsx'
import type { Announcer } from './announcer.ts'
import type { FocusKeeper } from './focusKeeper.ts'

/** The part of a session that a list reads and steers. */
export type ListSession = Pick<
  Session,
  | 'getSnapshot'
  | 'subscribe'
  | 'add'
  | 'cancel'
  | 'retry'
  | 'remove'
  | 'admit'
  | 'rename'
  | 'resume'
  | 'discardInterrupted'
>

/** The part of a download store that a list reads and steers. */
export type ListDownloads = Pick<Downloads, 'getSnapshot' | 'subscribe' | 'download' | 'cancel'>

/** The part of a removal store that a list reads and steers. */
export type ListRemovals = Pick<Removals, 'getSnapshot' | 'subscribe' | 'remove' | 'undo'>

interface AttachmentListContext {
  upload: ListSession
  attachments: readonly Attachment[]
  downloads: ListDownloads | undefined
  removals: ListRemovals | undefined
  previews: AttachmentPreviews | undefined
  onRemove: ((attachment: Attachment) => void) | undefined
  focus: FocusKeeper
  announcer: Announcer
}

export const [AttachmentListProvider, useAttachmentListContext] =
  createPartContext<AttachmentListContext>('AttachmentList.Root')
