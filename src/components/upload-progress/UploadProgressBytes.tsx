'use client'
import { forwardRef } from 'react'
import { useMessages } from '../../react/useMessages.ts'
import { MessageText } from '../part/MessageText.tsx'
import { useRenderPart } from '../part/useRenderPart.tsx'
import type { ElementPartProps } from '../part/useRenderPart.tsx'
import { useUploadProgressContext } from './uploadProgressContext.ts'
import type { UploadProgressState } from './uploadProgressContext.ts'

/**
 * How many bytes have moved; before the first one, how many there are, so that nothing moves aside for it. Renders a `<span>`;
 * nothing once all has ended.
 */
export const UploadProgressBytes = forwardRef<HTMLSpanElement, UploadProgressBytesProps>(
  function UploadProgressBytes(props, ref) {
    const { facts, state } = useUploadProgressContext('UploadProgress.Bytes')
    const messages = useMessages()
    const { totalBytes } = facts
    const text = state.indeterminate ? messages.facts.size({ bytes: totalBytes }) : messages.progress.bytes(facts)
    const bytes = useRenderPart('span', props, {
      scope: 'upload-progress',
      part: 'bytes',
      state,
      ref,
      own: { children: <MessageText>{text}</MessageText> },
    })
    return state.status === 'active' ? bytes : null
  },
)

export interface UploadProgressBytesProps extends ElementPartProps<UploadProgressState, HTMLSpanElement> {}
