'use client'
import type { ReactElement } from 'react'
import { AttachmentListHold } from './AttachmentListHold.tsx'
import type { AttachmentListHoldProps } from './AttachmentListHold.tsx'
import { AttachmentListItems } from './AttachmentListItems.tsx'
import { AttachmentListRoot } from './AttachmentListRoot.tsx'
import type { AttachmentListRootProps } from './AttachmentListRoot.tsx'

/** The attachment list, ready made: every row in every state, with its actions, and why they wait when they do. */
export function AttachmentListView({ onSignIn, ...props }: AttachmentListViewProps): ReactElement {
  return (
    <AttachmentListRoot {...props}>
      <AttachmentListItems />
      <AttachmentListHold onSignIn={onSignIn} />
    </AttachmentListRoot>
  )
}

export interface AttachmentListViewProps
  extends Omit<AttachmentListRootProps, 'children'>, Pick<AttachmentListHoldProps, 'onSignIn'> {}
