'use client'
import { forwardRef } from 'react'
import { useMessages } from '../../react/useMessages.ts'
import type { ElementPartProps } from '../part/useRenderPart.tsx'
import type { DropzoneState } from './dropzoneContext.ts'
import { useTriggerPart } from './useTriggerPart.ts'

/**
 * Opens the camera of a phone; a dialog for pictures where there is none. The other triggers never do. Renders a `<button>`.
 */
export const DropzoneCameraTrigger = forwardRef<HTMLButtonElement, DropzoneCameraTriggerProps>(
  function DropzoneCameraTrigger(props, ref) {
    const { dropzone } = useMessages()
    const text = () => dropzone.camera
    return useTriggerPart(props, { name: 'Dropzone.CameraTrigger', part: 'camera-trigger', mode: 'camera', text, ref })
  },
)

export interface DropzoneCameraTriggerProps extends ElementPartProps<DropzoneState, HTMLButtonElement> {}
