'use client'
import { forwardRef } from 'react'
import type { ElementPartProps } from '../part/useRenderPart.tsx'
import { useAttachmentListContext } from './attachmentListContext.ts'
import { useAttachmentListItemContext } from './attachmentListItemContext.ts'
import type { AttachmentListItemState } from './attachmentListItemContext.ts'
import { ItemAction } from './ItemAction.tsx'

/** Takes the removal of a stored attachment back; nothing for any other row. Renders a `<button>` with a text. */
export const AttachmentListItemUndo = forwardRef<HTMLButtonElement, AttachmentListItemUndoProps>(
  function AttachmentListItemUndo(props, ref) {
    const { removals } = useAttachmentListContext('AttachmentList.ItemUndo')
    const { removal } = useAttachmentListItemContext('AttachmentList.ItemUndo').file
    if (!removals || (removal?.status !== 'pending' && removal?.status !== 'failed')) return null
    const { handle } = removal.attachment
    return (
      <ItemAction {...props} ref={ref} part="item-undo" action="undo" look="text" onAct={() => removals.undo(handle)} />
    )
  },
)

export interface AttachmentListItemUndoProps extends ElementPartProps<AttachmentListItemState, HTMLButtonElement> {}
