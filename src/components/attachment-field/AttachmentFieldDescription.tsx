'use client'
import { forwardRef } from 'react'
import { useRenderPart } from '../part/useRenderPart.tsx'
import type { ElementPartProps } from '../part/useRenderPart.tsx'
import { useAttachmentFieldContext } from './attachmentFieldContext.ts'
import type { AttachmentFieldState } from './attachmentFieldContext.ts'

/** What the attachments are for, in the host's words. Renders a `<p>` that describes the field. */
export const AttachmentFieldDescription = forwardRef<HTMLParagraphElement, AttachmentFieldDescriptionProps>(
  function AttachmentFieldDescription(props, ref) {
    const { ids, state } = useAttachmentFieldContext('AttachmentField.Description')
    return useRenderPart('p', props, {
      scope: 'attachment-field',
      part: 'description',
      state,
      ref,
      own: { id: ids.description },
    })
  },
)

export interface AttachmentFieldDescriptionProps extends ElementPartProps<AttachmentFieldState, HTMLParagraphElement> {}
