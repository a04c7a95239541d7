'use client'
import type { ReactElement } from 'react'
import { AttachmentListItem } from './AttachmentListItem.tsx'
import { AttachmentListItemCancel } from './AttachmentListItemCancel.tsx'
import { AttachmentListItemDownload } from './AttachmentListItemDownload.tsx'
import { AttachmentListItemIcon } from './AttachmentListItemIcon.tsx'
import { AttachmentListItemName } from './AttachmentListItemName.tsx'
import { AttachmentListItemProgress } from './AttachmentListItemProgress.tsx'
import { AttachmentListItemRemove } from './AttachmentListItemRemove.tsx'
import { AttachmentListItemRetry } from './AttachmentListItemRetry.tsx'
import { AttachmentListItemStatus } from './AttachmentListItemStatus.tsx'
import type { AttachmentRow } from './useRows.ts'

export interface AttachmentListRowProps {
  row: AttachmentRow
}

/** The ready-made row. */
export function AttachmentListRow({ row }: AttachmentListRowProps): ReactElement {
  return (
    <AttachmentListItem row={row}>
      <AttachmentListItemIcon />
      <AttachmentListItemName />
      <AttachmentListItemStatus />
      <AttachmentListItemRetry />
      <AttachmentListItemDownload />
      <AttachmentListItemCancel />
      <AttachmentListItemRemove />
      <AttachmentListItemProgress />
    </AttachmentListItem>
  )
}
