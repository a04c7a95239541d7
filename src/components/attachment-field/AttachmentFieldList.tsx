'use client'
import type { ReactElement } from 'react'
import { AttachmentListView } from '../attachment-list/AttachmentListView.tsx'
import type { AttachmentListViewProps } from '../attachment-list/AttachmentListView.tsx'
import { useAttachmentFieldContext } from './attachmentFieldContext.ts'

/** The field's attachments, stored and new. */
export function AttachmentFieldList(props: AttachmentFieldListProps): ReactElement {
  const { upload, stored, downloads, removals, onRemove } = useAttachmentFieldContext('AttachmentField.List')
  return (
    <AttachmentListView
      {...props}
      upload={upload}
      attachments={stored}
      downloads={downloads}
      removals={removals}
      onRemove={onRemove}
    />
  )
}

export interface AttachmentFieldListProps extends Omit<
  AttachmentListViewProps,
  'upload' | 'attachments' | 'downloads' | 'removals' | 'onRemove'
> {}
