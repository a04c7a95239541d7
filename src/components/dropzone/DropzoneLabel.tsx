'use client'
import { forwardRef } from 'react'
import type { Messages } from '../../messages/messages.ts'
import { useMessages } from '../../react/useMessages.ts'
import { MessageText } from '../part/MessageText.tsx'
import { useRenderPart } from '../part/useRenderPart.tsx'
import type { ElementPartProps } from '../part/useRenderPart.tsx'
import { useDropzoneContext } from './dropzoneContext.ts'
import type { DropzoneState } from './dropzoneContext.ts'

/** Says what the zone takes, and while files are dragged what dropping them will do. Renders a `<p>`. */
export const DropzoneLabel = forwardRef<HTMLParagraphElement, DropzoneLabelProps>(function DropzoneLabel(props, ref) {
  const { state } = useDropzoneContext('Dropzone.Label')
  const { dropzone } = useMessages()
  return useRenderPart('p', props, {
    scope: 'dropzone',
    part: 'label',
    state,
    ref,
    own: { children: <MessageText>{labelOf(state, dropzone)}</MessageText> },
  })
})

export interface DropzoneLabelProps extends ElementPartProps<DropzoneState, HTMLParagraphElement> {}

function labelOf(state: DropzoneState, { label, release, nearby }: Messages['dropzone']): string {
  if (state.dragging) return release
  return state.nearby ? nearby : label
}
