'use client'
import { forwardRef } from 'react'
import { canCancel } from '../../engine/selectors.ts'
import type { ElementPartProps } from '../part/useRenderPart.tsx'
import { useAttachmentListContext } from './attachmentListContext.ts'
import { useAttachmentListItemContext } from './attachmentListItemContext.ts'
import type { AttachmentListItemState } from './attachmentListItemContext.ts'
import { ItemAction } from './ItemAction.tsx'

/** Stops a file that is on its way; nothing for any other. Renders a `<button>`. */
export const AttachmentListItemCancel = forwardRef<HTMLButtonElement, AttachmentListItemCancelProps>(
  function AttachmentListItemCancel(props, ref) {
    const { upload } = useAttachmentListContext('AttachmentList.ItemCancel')
    const { item } = useAttachmentListItemContext('AttachmentList.ItemCancel').file
    if (!item || !canCancel(item)) return null
    return <ItemAction {...props} ref={ref} part="item-cancel" action="cancel" onAct={() => upload.cancel(item.id)} />
  },
)

export interface AttachmentListItemCancelProps extends ElementPartProps<AttachmentListItemState, HTMLButtonElement> {}
