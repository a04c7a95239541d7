'use client'
import type { Download } from '../../engine/downloadPorts.ts'
import type { Item, ItemStatus } from '../../engine/item.ts'
import type { Attachment } from '../../engine/ports.ts'
import type { Removal } from '../../engine/removalTypes.ts'
import type { TransferRate } from '../../engine/transferRate.ts'
import type { InterruptedUpload } from '../../engine/uploadJournal.ts'
import { createPartContext } from '../part/createPartContext.tsx'
import type { Continuation } from './useContinuation.ts'
import type { Rename } from './useRename.ts'

/** What a row is in; each is a `data-` attribute of every part of it. */
export type AttachmentListItemState = {
  /** The state word; `done` for stored attachments, `interrupted` for what an earlier page left in the middle. */
  status: ItemStatus | 'interrupted'
  /** A failed try is about to be repeated. */
  retrying: boolean
  /** The bytes stand still; the attempt goes on. */
  stalled: boolean
  /** How the row's download is doing, once there was one. */
  download: Download['status'] | undefined
  /** What the virus check says, where the backend has one. */
  scan: Attachment['scan']
  /** A person removed the stored attachment: how that is doing. */
  removal: Removal['status'] | undefined
  /** Its name is being written anew. */
  editing: boolean
}

/** What a row shows. */
export interface ListedFile {
  /** As people see it: text that turns direction or breaks lines is taken out. */
  name: string
  /** Bytes; undefined where the backend does not tell. */
  size: number | undefined
  contentType: string | undefined
  /** Of the session; undefined for stored attachments. */
  item: Item | undefined
  /** Once it is attached. */
  attachment: Attachment | undefined
  download: Download | undefined
  removal: Removal | undefined
  /** Left in the middle by an earlier page. */
  interrupted: InterruptedUpload | undefined
  /** How fast its bytes move; see `speedOf` and `remainingMsOf`. Undefined while they do not. */
  rate: TransferRate | undefined
}

interface AttachmentListItemContext {
  /** As it was when anything but its progress changed last: a tick renders no part that shows none. */
  file: ListedFile
  state: AttachmentListItemState
  statusId: string
  rename: Rename
  continuation: Continuation
}

export const [AttachmentListItemProvider, useAttachmentListItemContext] =
  createPartContext<AttachmentListItemContext>('AttachmentList.Item')

/** The row's file as it is now, for parts that show how far it is. */
export const [MovingFileProvider, useMovingFile] = createPartContext<ListedFile>('AttachmentList.Item')
