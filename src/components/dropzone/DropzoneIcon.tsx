'use client'
import { forwardRef } from 'react'
import { EarlyIcon } from '../icons/EarlyIcon.tsx'
import { useRenderPart } from '../part/useRenderPart.tsx'
import type { ElementPartProps } from '../part/useRenderPart.tsx'
import { useDropzoneContext } from './dropzoneContext.ts'
import type { DropzoneState } from './dropzoneContext.ts'

/** Decoration. Renders a `<span>`. */
export const DropzoneIcon = forwardRef<HTMLSpanElement, DropzoneIconProps>(function DropzoneIcon(props, ref) {
  const { state } = useDropzoneContext('Dropzone.Icon')
  return useRenderPart('span', props, {
    scope: 'dropzone',
    part: 'icon',
    state,
    ref,
    own: { 'aria-hidden': true, children: <EarlyIcon name="upload" /> },
  })
})

export interface DropzoneIconProps extends ElementPartProps<DropzoneState, HTMLSpanElement> {}
