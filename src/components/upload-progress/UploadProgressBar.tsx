'use client'
import type { ReactElement } from 'react'
import { UploadProgressBytes } from './UploadProgressBytes.tsx'
import { UploadProgressLabel } from './UploadProgressLabel.tsx'
import { UploadProgressRoot } from './UploadProgressRoot.tsx'
import type { UploadProgressRootProps } from './UploadProgressRoot.tsx'
import { UploadProgressTrack } from './UploadProgressTrack.tsx'

/** The total progress, ready made: count, bytes and bar. */
export function UploadProgressBar(props: UploadProgressBarProps): ReactElement {
  return (
    <UploadProgressRoot {...props}>
      <UploadProgressLabel />
      <UploadProgressBytes />
      <UploadProgressTrack />
    </UploadProgressRoot>
  )
}

export interface UploadProgressBarProps extends Omit<UploadProgressRootProps, 'children'> {}
