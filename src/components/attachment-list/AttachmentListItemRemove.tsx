'use client'
import { forwardRef } from 'react'
import { canCancel } from '../../engine/selectors.ts'
import type { ElementPartProps } from '../part/useRenderPart.tsx'
import { useAttachmentListContext } from './attachmentListContext.ts'
import { useAttachmentListItemContext } from './attachmentListItemContext.ts'
import type { AttachmentListItemState } from './attachmentListItemContext.ts'
import { ItemAction } from './ItemAction.tsx'

/**
 * Takes a file out of the list once it rests; a stored attachment only where the list has `removals` or `onRemove`. Renders
 * a `<button>`, and nothing while the file is on its way, which has a cancel button.
 */
export const AttachmentListItemRemove = forwardRef<HTMLButtonElement, AttachmentListItemRemoveProps>(
  function AttachmentListItemRemove(props, ref) {
    const { upload, removals, onRemove } = useAttachmentListContext('AttachmentList.ItemRemove')
    const { item, attachment, removal, interrupted } = useAttachmentListItemContext('AttachmentList.ItemRemove').file
    const isStored = attachment !== undefined && item === undefined
    if (isStored && !(removals ?? onRemove)) return null
    if (item && (canCancel(item) || item.status === 'committing')) return null
    if (removal) return null

    function remove() {
      if (item) upload.remove(item.id)
      else if (interrupted) upload.discardInterrupted(interrupted.upload.uploadId)
      else if (attachment && removals) removals.remove(attachment)
      else if (attachment) onRemove?.(attachment)
    }
    // Nothing is thrown away with a row that was never to be attached: it is put aside.
    const icon = item?.status === 'rejected' || item?.status === 'cancelled' ? 'cancel' : 'remove'
    return <ItemAction {...props} ref={ref} part="item-remove" action="remove" icon={icon} onAct={remove} />
  },
)

export interface AttachmentListItemRemoveProps extends ElementPartProps<AttachmentListItemState, HTMLButtonElement> {}
