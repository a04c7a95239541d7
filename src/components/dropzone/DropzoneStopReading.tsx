'use client'
import { forwardRef } from 'react'
import { useMessages } from '../../react/useMessages.ts'
import { useRenderPart } from '../part/useRenderPart.tsx'
import type { ElementPartProps } from '../part/useRenderPart.tsx'
import { useDropzoneContext } from './dropzoneContext.ts'
import type { DropzoneState } from './dropzoneContext.ts'

/** Stops looking through a folder; nothing of it is added then. Renders a `<button>`, and nothing while no folder is read. */
export const DropzoneStopReading = forwardRef<HTMLButtonElement, DropzoneStopReadingProps>(
  function DropzoneStopReading(props, ref) {
    const { state, stopReading } = useDropzoneContext('Dropzone.StopReading')
    const { dropzone } = useMessages()
    const button = useRenderPart('button', props, {
      scope: 'dropzone',
      part: 'stop-reading',
      state,
      ref,
      own: { type: 'button', onClick: stopReading, children: dropzone.stopReading },
    })
    return state.reading ? button : null
  },
)

export interface DropzoneStopReadingProps extends ElementPartProps<DropzoneState, HTMLButtonElement> {}
