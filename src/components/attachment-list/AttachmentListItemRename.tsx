'use client'
import { forwardRef } from 'react'
import type { ElementPartProps } from '../part/useRenderPart.tsx'
import { useAttachmentListItemContext } from './attachmentListItemContext.ts'
import type { AttachmentListItemState } from './attachmentListItemContext.ts'
import { ItemAction } from './ItemAction.tsx'

/**
 * Begins to rename a file of the session, as F2 in its row and Enter on it do; nothing while a step is at work with the
 * name. Renders a `<button>`; it needs `AttachmentList.ItemName` in the row, which becomes a field.
 */
export const AttachmentListItemRename = forwardRef<HTMLButtonElement, AttachmentListItemRenameProps>(
  function AttachmentListItemRename(props, ref) {
    const { rename } = useAttachmentListItemContext('AttachmentList.ItemRename')
    if (!rename.isPossible || rename.isEditing) return null
    return <ItemAction {...props} ref={ref} part="item-rename" action="rename" onAct={rename.begin} />
  },
)

export interface AttachmentListItemRenameProps extends ElementPartProps<AttachmentListItemState, HTMLButtonElement> {}
