'use client'
import { forwardRef } from 'react'
import { canRetry } from '../../engine/selectors.ts'
import type { ElementPartProps } from '../part/useRenderPart.tsx'
import { useAttachmentListContext } from './attachmentListContext.ts'
import { useAttachmentListItemContext } from './attachmentListItemContext.ts'
import type { AttachmentListItemState } from './attachmentListItemContext.ts'
import { ItemAction } from './ItemAction.tsx'

/** Tries a failed or cancelled file again; nothing for any other. Renders a `<button>`. */
export const AttachmentListItemRetry = forwardRef<HTMLButtonElement, AttachmentListItemRetryProps>(
  function AttachmentListItemRetry(props, ref) {
    const { upload } = useAttachmentListContext('AttachmentList.ItemRetry')
    const { item } = useAttachmentListItemContext('AttachmentList.ItemRetry').file
    if (!item || !canRetry(item)) return null
    return <ItemAction {...props} ref={ref} part="item-retry" action="retry" onAct={() => upload.retry(item.id)} />
  },
)

export interface AttachmentListItemRetryProps extends ElementPartProps<AttachmentListItemState, HTMLButtonElement> {}
