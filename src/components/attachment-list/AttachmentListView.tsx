'use client'
import type { ReactElement } from 'react'
import { AttachmentListItems } from './AttachmentListItems.tsx'
import { AttachmentListRoot } from './AttachmentListRoot.tsx'
import type { AttachmentListRootProps } from './AttachmentListRoot.tsx'

/** The attachment list, ready made: every row in every state, with its actions. */
export function AttachmentListView(props: AttachmentListViewProps): ReactElement {
  return (
    <AttachmentListRoot {...props}>
      <AttachmentListItems />
    </AttachmentListRoot>
  )
}

export interface AttachmentListViewProps extends Omit<AttachmentListRootProps, 'children'> {}
