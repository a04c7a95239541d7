'use client'
import { useMemo } from 'react'
import type { DoneItem, Item } from '../../engine/item.ts'
import type { Attachment } from '../../engine/ports.ts'
import { isDone, selectIds } from '../../engine/selectors.ts'
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
  const ids = useSession(upload, selectIds)
  const done = useSession(upload, selectDone, isSameList)
  const interrupted = useSession(upload, selectInterrupted)
  const gone = useStore(removals, goneOf) ?? ''
  return useMemo(() => {
    const handles = new Set(gone === '' ? [] : (JSON.parse(gone) as string[]))
    return joinRows(
      ids,
      done,
      interrupted,
      attachments.filter(({ handle }) => !handles.has(handle)),
    )
  }, [ids, done, interrupted, attachments, gone])
}

/** As a text, so that it is equal until another one is gone. */
function goneOf(removals: ListRemovals): string {
  const gone = [...removals.getSnapshot()].filter(([, { status }]) => status === 'removed')
  return gone.length === 0 ? '' : JSON.stringify(gone.map(([handle]) => handle))
}

function selectInterrupted({ interrupted }: SessionState): readonly InterruptedUpload[] {
  return interrupted
}

function selectDone({ items }: SessionState): readonly DoneItem[] {
  const done: DoneItem[] = []
  for (const item of items.values()) if (isDone(item)) done.push(item)
  return done
}

function isSameList(a: readonly Item[], b: readonly Item[]): boolean {
  return a.length === b.length && a.every((item, at) => item === b[at])
}

function joinRows(
  ids: readonly string[],
  done: readonly DoneItem[],
  interrupted: readonly InterruptedUpload[],
  attachments: readonly Attachment[],
): AttachmentRow[] {
  const idOf = new Map(done.map(({ attachment, id }) => [attachment.handle, id]))
  const handles = new Set(attachments.map(({ handle }) => handle))
  const stored = new Set(done.filter(({ attachment }) => handles.has(attachment.handle)).map(({ id }) => id))
  return [
    ...attachments.map((attachment) => storedRow(attachment, idOf.get(attachment.handle))),
    ...interrupted.map(interruptedRow),
    ...ids.filter((id) => !stored.has(id)).map(itemRow),
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
