'use client'
import { useMemo } from 'react'
import type { Attachment } from '../../engine/ports.ts'
import type { SessionState } from '../../engine/sessionTypes.ts'
import type { InterruptedUpload } from '../../engine/uploadJournal.ts'
import { useStore } from '../part/useStore.ts'
import { useSession } from '../../react/useSession.ts'
import type { ListRemovals, ListSession } from './attachmentListContext.ts'

/**
 * One row: a stored attachment, an upload that was interrupted, an item of the session, or an item whose attachment the stored
 * ones name by now.
 */
export interface AttachmentRow {
  key: string
  itemId: string | undefined
  attachment: Attachment | undefined
  interrupted: InterruptedUpload | undefined
}

/**
 * Stored attachments, then what was interrupted, then the session's items; what is in both is one row, known by its handle. An attachment that was
 * removed has none, although the list of stored ones may not know yet.
 */
export function useRows(
  upload: ListSession,
  attachments: readonly Attachment[],
  removals: ListRemovals | undefined,
): readonly AttachmentRow[] {
  const items = useSession(upload, selectHandles, isSameList)
  const interrupted = useSession(upload, selectInterrupted)
  const gone = useStore(removals, goneOf) ?? ''
  return useMemo(() => {
    const handles = new Set(gone === '' ? [] : (JSON.parse(gone) as string[]))
    return joinRows(
      items,
      interrupted,
      attachments.filter(({ handle }) => !handles.has(handle)),
    )
  }, [items, interrupted, attachments, gone])
}

/** As a text, so that it is equal until another one is gone. */
function goneOf(removals: ListRemovals): string {
  const gone = [...removals.getSnapshot()].filter(([, { status }]) => status === 'removed')
  return gone.length === 0 ? '' : JSON.stringify(gone.map(([handle]) => handle))
}

function selectInterrupted({ interrupted }: SessionState): readonly InterruptedUpload[] {
  return interrupted
}

interface ListedItem {
  id: string
  /** Of the attachment, once there is one. */
  handle: string | undefined
}

function selectHandles(state: SessionState): readonly ListedItem[] {
  return state.ids.map((id) => {
    const item = state.items.get(id)
    return { id, handle: item?.status === 'done' ? item.attachment.handle : undefined }
  })
}

function isSameList(a: readonly ListedItem[], b: readonly ListedItem[]): boolean {
  return a.length === b.length && a.every((item, at) => item.id === b[at]?.id && item.handle === b[at].handle)
}

function joinRows(
  items: readonly ListedItem[],
  interrupted: readonly InterruptedUpload[],
  attachments: readonly Attachment[],
): AttachmentRow[] {
  const itemOf = new Map(items.flatMap(({ id, handle }) => (handle === undefined ? [] : [[handle, id] as const])))
  const stored = new Set(attachments.map(({ handle }) => handle))
  return [
    ...attachments.map((attachment) => storedRow(attachment, itemOf.get(attachment.handle))),
    ...interrupted.map(interruptedRow),
    ...items.filter(({ handle }) => handle === undefined || !stored.has(handle)).map(({ id }) => itemRow(id)),
  ]
}

/** The key of the item stays when its attachment turns up among the stored ones, so that the row stays too. */
function storedRow(attachment: Attachment, itemId: string | undefined): AttachmentRow {
  const key = itemId === undefined ? `attachment ${attachment.handle}` : keyOfItem(itemId)
  return { key, itemId, attachment, interrupted: undefined }
}

function itemRow(itemId: string): AttachmentRow {
  return { key: keyOfItem(itemId), itemId, attachment: undefined, interrupted: undefined }
}

function interruptedRow(interrupted: InterruptedUpload): AttachmentRow {
  const key = `interrupted ${interrupted.upload.uploadId}`
  return { key, itemId: undefined, attachment: undefined, interrupted }
}

function keyOfItem(itemId: string): string {
  return `item ${itemId}`
}
