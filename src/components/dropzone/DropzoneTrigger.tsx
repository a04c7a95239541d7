'use client'
import { forwardRef } from 'react'
import { say } from '../../messages/messages.ts'
import { useMessages } from '../../react/useMessages.ts'
import type { ElementPartProps } from '../part/useRenderPart.tsx'
import type { DropzoneState } from './dropzoneContext.ts'
import { useTriggerPart } from './useTriggerPart.ts'

/** Opens the file dialog. Renders a `<button>`, described by the zone's limits. */
export const DropzoneTrigger = forwardRef<HTMLButtonElement, DropzoneTriggerProps>(
  function DropzoneTrigger(props, ref) {
    const { dropzone } = useMessages()
    const text = (facts: { multiple: boolean }) => say(dropzone.trigger, facts)
    return useTriggerPart(props, { name: 'Dropzone.Trigger', part: 'trigger', mode: 'files', text, ref })
  },
)

export interface DropzoneTriggerProps extends ElementPartProps<DropzoneState, HTMLButtonElement> {}
