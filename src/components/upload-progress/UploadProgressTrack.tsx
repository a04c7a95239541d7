'use client'
import { forwardRef } from 'react'
import type { CSSProperties } from 'react'
import { useMessages } from '../../react/useMessages.ts'
import { useRenderPart } from '../part/useRenderPart.tsx'
import type { ElementPartProps } from '../part/useRenderPart.tsx'
import { useUploadProgressContext } from './uploadProgressContext.ts'
import type { UploadProgressState } from './uploadProgressContext.ts'

/**
 * The bar. Renders a `<div>` that is a progress bar while anything is unfinished, and nothing after; how far it is stands in
 * `--progress`, from 0 to 1.
 */
export const UploadProgressTrack = forwardRef<HTMLDivElement, UploadProgressTrackProps>(function UploadProgressTrack(
  { style, ...props },
  ref,
) {
  const { facts, holdText, totals, state } = useUploadProgressContext('UploadProgress.Track')
  const { progress } = useMessages()
  const track = useRenderPart(
    'div',
    { ...props, style: { '--progress': totals.fraction, ...style } as CSSProperties },
    {
      scope: 'upload-progress',
      part: 'track',
      state,
      ref,
      own: {
        role: 'progressbar',
        'aria-label': progress.label,
        'aria-valuemin': 0,
        'aria-valuemax': 100,
        'aria-valuenow': state.indeterminate ? undefined : Math.floor(totals.fraction * 100),
        'aria-valuetext': holdText ?? (state.indeterminate ? progress.indeterminate : progress.valueText(facts)),
      },
    },
  )
  return state.status === 'active' ? track : null
})

export interface UploadProgressTrackProps extends ElementPartProps<UploadProgressState, HTMLDivElement> {}
