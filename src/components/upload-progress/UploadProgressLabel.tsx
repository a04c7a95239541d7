'use client'
import { forwardRef } from 'react'
import { useMessages } from '../../react/useMessages.ts'
import { EarlyIcon } from '../icons/EarlyIcon.tsx'
import { MessageText } from '../part/MessageText.tsx'
import { useRenderPart } from '../part/useRenderPart.tsx'
import type { ElementPartProps } from '../part/useRenderPart.tsx'
import { useUploadProgressContext } from './uploadProgressContext.ts'
import type { UploadProgressState } from './uploadProgressContext.ts'

/** How many files are attached, why the queue waits, or how the batch ended. Renders a `<span>`. */
export const UploadProgressLabel = forwardRef<HTMLSpanElement, UploadProgressLabelProps>(
  function UploadProgressLabel(props, ref) {
    const { facts, holdText, state } = useUploadProgressContext('UploadProgress.Label')
    const { progress } = useMessages()
    const isActive = state.status === 'active'
    return useRenderPart('span', props, {
      scope: 'upload-progress',
      part: 'label',
      state,
      ref,
      own: {
        children: (
          <>
            {!isActive && <EarlyIcon name={state.status === 'failed' ? 'alert' : 'check'} />}
            <MessageText>{isActive ? (holdText ?? progress.count(facts)) : progress.summary(facts)}</MessageText>
          </>
        ),
      },
    })
  },
)

export interface UploadProgressLabelProps extends ElementPartProps<UploadProgressState, HTMLSpanElement> {}
