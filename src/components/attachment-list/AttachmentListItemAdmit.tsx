'use client'
import { forwardRef } from 'react'
import { canAdmit } from '../../engine/selectors.ts'
import type { ElementPartProps } from '../part/useRenderPart.tsx'
import { useAttachmentListContext } from './attachmentListContext.ts'
import { useAttachmentListItemContext } from './attachmentListItemContext.ts'
import type { AttachmentListItemState } from './attachmentListItemContext.ts'
import { ItemAction } from './ItemAction.tsx'

/** Takes a file that was refused as a duplicate; nothing for any other. Renders a `<button>` with a text. */
export const AttachmentListItemAdmit = forwardRef<HTMLButtonElement, AttachmentListItemAdmitProps>(
  function AttachmentListItemAdmit(props, ref) {
    const { upload } = useAttachmentListContext('AttachmentList.ItemAdmit')
    const { item } = useAttachmentListItemContext('AttachmentList.ItemAdmit').file
    if (!item || !canAdmit(item)) return null
    return (
      <ItemAction
        {...props}
        ref={ref}
        part="item-admit"
        action="admit"
        look="text"
        onAct={() => upload.admit(item.id)}
      />
    )
  },
)

export interface AttachmentListItemAdmitProps extends ElementPartProps<AttachmentListItemState, HTMLButtonElement> {}
