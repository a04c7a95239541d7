'use client'
import { forwardRef } from 'react'
import { useMessages } from '../../react/useMessages.ts'
import { MessageText } from '../part/MessageText.tsx'
import { useRenderPart } from '../part/useRenderPart.tsx'
import type { ElementPartProps } from '../part/useRenderPart.tsx'
import { useDropzoneContext } from './dropzoneContext.ts'
import type { DropzoneState } from './dropzoneContext.ts'

/** The limits, told before anything is picked. Renders a `<p>` that describes the trigger; nothing where there are none. */
export const DropzoneHint = forwardRef<HTMLParagraphElement, DropzoneHintProps>(function DropzoneHint(props, ref) {
  const { state, limits, hintId } = useDropzoneContext('Dropzone.Hint')
  const text = useMessages().dropzone.hint(limits)
  const hint = useRenderPart('p', props, {
    scope: 'dropzone',
    part: 'hint',
    state,
    ref,
    own: { id: hintId, children: <MessageText>{text}</MessageText> },
  })
  return text === '' && props.children === undefined ? null : hint
})

export interface DropzoneHintProps extends ElementPartProps<DropzoneState, HTMLParagraphElement> {}
