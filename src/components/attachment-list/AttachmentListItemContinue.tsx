'use client'
import { forwardRef, useEffect } from 'react'
import { useMessages } from '../../react/useMessages.ts'
import type { ElementPartProps } from '../part/useRenderPart.tsx'
import { useAttachmentListContext } from './attachmentListContext.ts'
import { useAttachmentListItemContext } from './attachmentListItemContext.ts'
import type { AttachmentListItemState } from './attachmentListItemContext.ts'
import { ItemAction } from './ItemAction.tsx'

/**
 * Goes on with an upload that an earlier page left in the middle, after the file was chosen again where that is needed;
 * nothing for any other row. Renders a `<button>` with a text.
 */
export const AttachmentListItemContinue = forwardRef<HTMLButtonElement, AttachmentListItemContinueProps>(
  function AttachmentListItemContinue(props, ref) {
    const { file, continuation } = useAttachmentListItemContext('AttachmentList.ItemContinue')
    const { announcer } = useAttachmentListContext('AttachmentList.ItemContinue')
    const { facts } = useMessages()
    const { isOtherFile } = continuation
    useEffect(() => {
      if (isOtherFile) announcer.say({ urgency: 'assertive', text: facts.otherFile })
    }, [announcer, isOtherFile, facts])
    if (!file.interrupted) return null
    return (
      <ItemAction
        {...props}
        ref={ref}
        part="item-continue"
        action={continuation.needsFile ? 'chooseAgain' : 'continueUpload'}
        look="text"
        onAct={() => void continuation.begin()}
      />
    )
  },
)

export interface AttachmentListItemContinueProps extends ElementPartProps<AttachmentListItemState, HTMLButtonElement> {}
