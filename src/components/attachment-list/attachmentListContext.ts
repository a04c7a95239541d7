'use client'
import type { Downloads } from '../../engine/downloads.ts'
import type { Attachment } from '../../engine/ports.ts'
import type { Session } from '../../engine/sessionTypes.ts'
import { createPartContext } from '../part/createPartContext.tsx'
import type { FocusKeeper } from './focusKeeper.ts'

/** The part of a session that a list reads and steers. */
export type ListSession = Pick<Session, 'getSnapshot' | 'subscribe' | 'cancel' | 'retry' | 'remove'>

/** The part of a download store that a list reads and steers. */
export type ListDownloads = Pick<Downloads, 'getSnapshot' | 'subscribe' | 'download' | 'cancel'>

interface AttachmentListContext {
  upload: ListSession
  attachments: readonly Attachment[]
  downloads: ListDownloads | undefined
  onRemove: ((attachment: Attachment) => void) | undefined
  focus: FocusKeeper
}

export const [AttachmentListProvider, useAttachmentListContext] =
  createPartContext<AttachmentListContext>('AttachmentList.Root')
