'use client'
import { forwardRef } from 'react'
import { useMessages } from '../../react/useMessages.ts'
import { useRenderPart } from '../part/useRenderPart.tsx'
import type { ElementPartProps } from '../part/useRenderPart.tsx'
import { useUploadProgressContext } from './uploadProgressContext.ts'
import type { UploadProgressState } from './uploadProgressContext.ts'

/** How many bytes have moved; nothing once all has ended. Renders a `<span>`. */
export const UploadProgressBytes = forwardRef<HTMLSpanElement, UploadProgressBytesProps>(
  function UploadProgressBytes(props, ref) {
    const { facts, state } = useUploadProgressContext('UploadProgress.Bytes')
    const { progress } = useMessages()
    const bytes = useRenderPart('span', props, {
      scope: 'upload-progress',
      part: 'bytes',
      state,
      ref,
      own: { children: progress.bytes(facts) },
    })
    return state.status === 'active' ? bytes : null
  },
)

export interface UploadProgressBytesProps extends ElementPartProps<UploadProgressState, HTMLSpanElement> {}
