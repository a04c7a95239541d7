'use client'
import { useMemo } from 'react'
import type { Attachment } from '../../engine/ports.ts'
import type { SessionState } from '../../engine/sessionTypes.ts'
import { useSession } from '../../react/useSession.ts'
import type { ListSession } from './attachmentListContext.ts'

/** One row: a stored attachment, an item of the session, or an item whose attachment the stored ones name by now. */
export interface AttachmentRow {
  key: string
  itemId: string | undefined
  attachment: Attachment | undefined
}

/** Stored attachments, then the session's items; what is in both is one row, known by its handle. */
export function useRows(upload: ListSession, attachments: readonly Attachment[]): readonly AttachmentRow[] {
  const items = useSession(upload, selectHandles, isSameList)
  return useMemo(() => joinRows(items, attachments), [items, attachments])
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

function joinRows(items: readonly ListedItem[], attachments: readonly Attachment[]): AttachmentRow[] {
  const itemOf = new Map(items.flatMap(({ id, handle }) => (handle === undefined ? [] : [[handle, id] as const])))
  const stored = new Set(attachments.map(({ handle }) => handle))
  return [
    ...attachments.map((attachment) => storedRow(attachment, itemOf.get(attachment.handle))),
    ...items.filter(({ handle }) => handle === undefined || !stored.has(handle)).map(({ id }) => itemRow(id)),
  ]
}

/** The key of the item stays when its attachment turns up among the stored ones, so that the row stays too. */
function storedRow(attachment: Attachment, itemId: string | undefined): AttachmentRow {
  return { key: itemId === undefined ? `attachment ${attachment.handle}` : keyOfItem(itemId), itemId, attachment }
}

function itemRow(itemId: string): AttachmentRow {
  return { key: keyOfItem(itemId), itemId, attachment: undefined }
}

function keyOfItem(itemId: string): string {
  return `item ${itemId}`
}
