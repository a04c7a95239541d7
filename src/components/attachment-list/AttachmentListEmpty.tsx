'use client'
import { forwardRef } from 'react'
import { useMessages } from '../../react/useMessages.ts'
import { useRenderPart } from '../part/useRenderPart.tsx'
import type { ElementPartProps } from '../part/useRenderPart.tsx'
import { useAttachmentListContext } from './attachmentListContext.ts'
import { useRows } from './useRows.ts'

/** Says that there is nothing, while there is nothing. Renders a `<p>`. */
export const AttachmentListEmpty = forwardRef<HTMLParagraphElement, AttachmentListEmptyProps>(
  function AttachmentListEmpty(props, ref) {
    const { upload, attachments, removals } = useAttachmentListContext('AttachmentList.Empty')
    const { list } = useMessages()
    const isEmpty = useRows(upload, attachments, removals).length === 0
    const element = useRenderPart('p', props, {
      scope: 'attachment-list',
      part: 'empty',
      state: {},
      ref,
      own: { children: list.empty },
    })
    return isEmpty ? element : null
  },
)

export interface AttachmentListEmptyProps extends ElementPartProps<Record<never, never>, HTMLParagraphElement> {}
