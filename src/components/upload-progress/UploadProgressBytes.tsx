'use client'
import { forwardRef } from 'react'
import { useMessages } from '../../react/useMessages.ts'
import { MessageText } from '../part/MessageText.tsx'
import { useRenderPart } from '../part/useRenderPart.tsx'
import type { ElementPartProps } from '../part/useRenderPart.tsx'
import { useUploadProgressContext } from './uploadProgressContext.ts'
import type { UploadProgressState } from './uploadProgressContext.ts'

/** How many bytes have moved; nothing before the first and once all has ended. Renders a `<span>`. */
export const UploadProgressBytes = forwardRef<HTMLSpanElement, UploadProgressBytesProps>(
  function UploadProgressBytes(props, ref) {
    const { facts, state } = useUploadProgressContext('UploadProgress.Bytes')
    const { progress } = useMessages()
    const bytes = useRenderPart('span', props, {
      scope: 'upload-progress',
      part: 'bytes',
      state,
      ref,
      own: { children: <MessageText>{progress.bytes(facts)}</MessageText> },
    })
    return state.status === 'active' && !state.indeterminate ? bytes : null
  },
)

export interface UploadProgressBytesProps extends ElementPartProps<UploadProgressState, HTMLSpanElement> {}
