'use client'
import { forwardRef, useEffect, useRef } from 'react'
import { useMessages } from '../../react/useMessages.ts'
import { say } from '../../messages/messages.ts'
import { useRenderPart } from '../part/useRenderPart.tsx'
import type { ElementPartProps } from '../part/useRenderPart.tsx'
import { useDropzoneContext } from './dropzoneContext.ts'
import type { DropzoneState } from './dropzoneContext.ts'
import { rememberTrigger } from './triggers.ts'

/** Opens the file dialog. Renders a `<button>`, described by the zone's limits. */
export const DropzoneTrigger = forwardRef<HTMLButtonElement, DropzoneTriggerProps>(
  function DropzoneTrigger(props, ref) {
    const { upload, state, limits, multiple, hintId, open } = useDropzoneContext('Dropzone.Trigger')
    const messages = useMessages()
    const button = useRef<HTMLButtonElement>(null)
    useEffect(() => (button.current ? rememberTrigger(upload, button.current) : undefined), [upload])

    return useRenderPart('button', props, {
      scope: 'dropzone',
      part: 'trigger',
      state,
      ref,
      ownRef: button,
      own: {
        type: 'button',
        disabled: state.disabled,
        'aria-describedby': messages.dropzone.hint(limits) === '' ? undefined : hintId,
        onClick: open,
        children: say(messages.dropzone.trigger, { multiple }),
      },
    })
  },
)

export interface DropzoneTriggerProps extends ElementPartProps<DropzoneState, HTMLButtonElement> {}
