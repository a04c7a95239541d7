'use client'
import type { ReactElement } from 'react'
import { AttachmentListItemAdmit } from './AttachmentListItemAdmit.tsx'
import { AttachmentListItemCancel } from './AttachmentListItemCancel.tsx'
import { AttachmentListItemContinue } from './AttachmentListItemContinue.tsx'
import { AttachmentListItemCopyDetails } from './AttachmentListItemCopyDetails.tsx'
import { AttachmentListItemDownload } from './AttachmentListItemDownload.tsx'
import { AttachmentListItemName } from './AttachmentListItemName.tsx'
import { AttachmentListItemPreview } from './AttachmentListItemPreview.tsx'
import { AttachmentListItemProgress } from './AttachmentListItemProgress.tsx'
import { AttachmentListItemRemove } from './AttachmentListItemRemove.tsx'
import { AttachmentListItemRename } from './AttachmentListItemRename.tsx'
import { AttachmentListItemRetry } from './AttachmentListItemRetry.tsx'
import { AttachmentListItemStatus } from './AttachmentListItemStatus.tsx'
import { AttachmentListItemUndo } from './AttachmentListItemUndo.tsx'

/** What the ready-made row holds. */
export function RowParts(): ReactElement {
  return (
    <>
      <AttachmentListItemPreview />
      <AttachmentListItemName />
      <AttachmentListItemStatus />
      <AttachmentListItemRename />
      <AttachmentListItemAdmit />
      <AttachmentListItemContinue />
      <AttachmentListItemUndo />
      <AttachmentListItemRetry />
      <AttachmentListItemCopyDetails />
      <AttachmentListItemDownload />
      <AttachmentListItemCancel />
      <AttachmentListItemRemove />
      <AttachmentListItemProgress />
    </>
  )
}
