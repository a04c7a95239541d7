'use client'
import { forwardRef } from 'react'
import { useMessages } from '../../react/useMessages.ts'
import { MessageText } from '../part/MessageText.tsx'
import { useRenderPart } from '../part/useRenderPart.tsx'
import type { ElementPartProps } from '../part/useRenderPart.tsx'
import { useDropzoneContext } from './dropzoneContext.ts'
import type { DropzoneState } from './dropzoneContext.ts'
import { useReleaseText } from './useReleaseText.ts'

/** Says what the zone takes, and while files are dragged what dropping them will do. Renders a `<p>`. */
export const DropzoneLabel = forwardRef<HTMLParagraphElement, DropzoneLabelProps>(function DropzoneLabel(props, ref) {
  const { state, found } = useDropzoneContext('Dropzone.Label')
  const { dropzone } = useMessages()
  const release = useReleaseText('Dropzone.Label')
  return useRenderPart('p', props, {
    scope: 'dropzone',
    part: 'label',
    state,
    ref,
    own: { children: <MessageText>{labelOf()}</MessageText> },
  })

  function labelOf(): string {
    if (state.reading) return dropzone.reading({ count: found })
    if (state.dragging || state.aimed) return release
    if (state.full) return dropzone.full
    return state.nearby ? dropzone.nearby : dropzone.label
  }
})

export interface DropzoneLabelProps extends ElementPartProps<DropzoneState, HTMLParagraphElement> {}
