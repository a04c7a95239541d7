'use client'
import { forwardRef } from 'react'
import { useMessages } from '../../react/useMessages.ts'
import { useRenderPart } from '../part/useRenderPart.tsx'
import type { ElementPartProps } from '../part/useRenderPart.tsx'
import { useAttachmentFieldContext } from './attachmentFieldContext.ts'
import type { AttachmentFieldState } from './attachmentFieldContext.ts'

/** Names the field. Renders a `<label>`; a click on it opens the file dialog, as with any file field. */
export const AttachmentFieldLabel = forwardRef<HTMLLabelElement, AttachmentFieldLabelProps>(
  function AttachmentFieldLabel(props, ref) {
    const { ids, state } = useAttachmentFieldContext('AttachmentField.Label')
    const { field } = useMessages()
    return useRenderPart('label', props, {
      scope: 'attachment-field',
      part: 'label',
      state,
      ref,
      own: { id: ids.label, htmlFor: ids.input, children: field.label },
    })
  },
)

export interface AttachmentFieldLabelProps extends ElementPartProps<AttachmentFieldState, HTMLLabelElement> {}
