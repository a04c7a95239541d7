'use client'
import { forwardRef } from 'react'
import { fileIcon } from '../icons/fileIcon.ts'
import { Icon } from '../icons/Icon.tsx'
import { useRenderPart } from '../part/useRenderPart.tsx'
import type { ElementPartProps } from '../part/useRenderPart.tsx'
import { useAttachmentListItemContext } from './attachmentListItemContext.ts'
import type { AttachmentListItemState } from './attachmentListItemContext.ts'

/** The kind of file, as a picture; nothing of the file's content is ever rendered. Renders a `<span>`. */
export const AttachmentListItemIcon = forwardRef<HTMLSpanElement, AttachmentListItemIconProps>(
  function AttachmentListItemIcon(props, ref) {
    const { file, state } = useAttachmentListItemContext('AttachmentList.ItemIcon')
    const kind = fileIcon(file.name, file.contentType)
    return useRenderPart('span', props, {
      scope: 'attachment-list',
      part: 'item-icon',
      state: { ...state, kind },
      ref,
      own: { 'aria-hidden': true, children: <Icon name={kind} /> },
    })
  },
)

export interface AttachmentListItemIconProps extends ElementPartProps<
  AttachmentListItemState & { kind: string },
  HTMLSpanElement
> {}
