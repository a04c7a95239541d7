'use client'
import { forwardRef } from 'react'
import { useMessages } from '../../react/useMessages.ts'
import { textDirection } from '../../messages/textDirection.ts'
import { useRenderPart } from '../part/useRenderPart.tsx'
import type { ElementPartProps } from '../part/useRenderPart.tsx'
import { useAttachmentFieldContext } from './attachmentFieldContext.ts'
import type { AttachmentFieldState } from './attachmentFieldContext.ts'

/**
 * What is wrong and what to do, once the form was to be sent, or what a form library says. Renders a `<p>`
 * that describes the field's controls, empty while nothing is wrong.
 */
export const AttachmentFieldError = forwardRef<HTMLParagraphElement, AttachmentFieldErrorProps>(
  function AttachmentFieldError(props, ref) {
    const { error, ids, state } = useAttachmentFieldContext('AttachmentField.Error')
    const { locale } = useMessages()
    return useRenderPart('p', props, {
      scope: 'attachment-field',
      part: 'error',
      state,
      ref,
      own: { id: ids.error, role: 'alert', dir: textDirection(locale), children: error },
    })
  },
)

export interface AttachmentFieldErrorProps extends ElementPartProps<AttachmentFieldState, HTMLParagraphElement> {}
