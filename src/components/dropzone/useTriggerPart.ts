'use client'
import { useContext, useEffect, useRef } from 'react'
import type { ReactElement, Ref } from 'react'
import { useMessages } from '../../react/useMessages.ts'
import { useRenderPart } from '../part/useRenderPart.tsx'
import type { ElementPartProps } from '../part/useRenderPart.tsx'
import { DropzoneInputContext } from './dropzoneInput.ts'
import { useDropzoneContext } from './dropzoneContext.ts'
import type { DropzoneState } from './dropzoneContext.ts'
import type { InputMode } from './inputModes.ts'
import { rememberTrigger } from './triggers.ts'

interface TriggerOptions {
  /** As people write it, for the error outside of a zone. */
  name: string
  part: string
  mode: InputMode
  text: (facts: { multiple: boolean }) => string
  ref: Ref<HTMLButtonElement>
}

/** A button that opens the zone's dialog, described by its limits. */
export function useTriggerPart(
  props: ElementPartProps<DropzoneState, HTMLButtonElement>,
  { name, part, mode, text, ref }: TriggerOptions,
): ReactElement {
  const { upload, state, limits, multiple, hintId, open } = useDropzoneContext(name)
  const { dropzone } = useMessages()
  const field = useContext(DropzoneInputContext)
  const described = [dropzone.hint(limits) === '' ? undefined : hintId, field?.describedBy].filter(Boolean)
  const button = useRef<HTMLButtonElement>(null)
  useEffect(
    () => (button.current && mode === 'files' ? rememberTrigger(upload, button.current) : undefined),
    [upload, mode],
  )
  return useRenderPart('button', props, {
    scope: 'dropzone',
    part,
    state,
    ref,
    ownRef: button,
    own: {
      type: 'button',
      disabled: state.disabled,
      'aria-describedby': described.length === 0 ? undefined : described.join(' '),
      'data-trigger': mode,
      onClick: () => open(mode),
      children: text({ multiple }),
    },
  })
}
