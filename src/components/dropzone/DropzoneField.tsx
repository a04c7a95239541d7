'use client'
import { forwardRef } from 'react'
import { DropzoneHint } from './DropzoneHint.tsx'
import { DropzoneIcon } from './DropzoneIcon.tsx'
import { DropzoneLabel } from './DropzoneLabel.tsx'
import { DropzoneRoot } from './DropzoneRoot.tsx'
import type { DropzoneRootProps } from './DropzoneRoot.tsx'
import { DropzoneStopReading } from './DropzoneStopReading.tsx'
import { DropzoneTrigger } from './DropzoneTrigger.tsx'

/** The drop zone, ready made: icon, sentence, button and limits. */
export const DropzoneField = forwardRef<HTMLDivElement, DropzoneFieldProps>(function DropzoneField(props, ref) {
  return (
    <DropzoneRoot {...props} ref={ref}>
      <DropzoneIcon />
      <DropzoneLabel />
      <DropzoneTrigger />
      <DropzoneStopReading />
      <DropzoneHint />
    </DropzoneRoot>
  )
})

export interface DropzoneFieldProps extends Omit<DropzoneRootProps, 'children'> {}
