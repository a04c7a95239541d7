'use client'
import { forwardRef, useEffect, useRef } from 'react'
import { useMessages } from '../../react/useMessages.ts'
import { Icon } from '../icons/Icon.tsx'
import { MessageText } from '../part/MessageText.tsx'
import { useRenderPart } from '../part/useRenderPart.tsx'
import type { ElementPartProps } from '../part/useRenderPart.tsx'
import { useDropzoneContext } from './dropzoneContext.ts'
import type { DropzoneState } from './dropzoneContext.ts'
import { useReleaseText } from './useReleaseText.ts'

/**
 * Makes the zone take what is dropped anywhere on the page, and says so while files are dragged over it. Another zone under
 * the pointer comes first, and a page behind a dialog takes nothing. Renders a `<div>` above everything, which nothing can
 * be dropped on itself.
 */
export const DropzonePageOverlay = forwardRef<HTMLDivElement, DropzonePageOverlayProps>(
  function DropzonePageOverlay(props, ref) {
    const { state, limits, takePage } = useDropzoneContext('Dropzone.PageOverlay')
    const { dropzone } = useMessages()
    const text = useReleaseText('Dropzone.PageOverlay')
    const overlay = useRef<HTMLDivElement>(null)
    useEffect(() => takePage(), [takePage])
    // The top layer: above every stacking context, and still within the theme it is rendered in.
    useEffect(() => void overlay.current?.togglePopover?.(state.aimed), [state.aimed])

    return useRenderPart('div', props, {
      scope: 'dropzone',
      part: 'page-overlay',
      state,
      ref,
      ownRef: overlay,
      own: {
        popover: 'manual',
        'aria-hidden': true,
        children: state.aimed && (
          <div data-scope="dropzone" data-part="page-overlay-text">
            <Icon name={state.verdict === 'none' || state.full ? 'blocked' : 'upload'} />
            <p data-scope="dropzone" data-part="page-overlay-label">
              <MessageText>{text}</MessageText>
            </p>
            <p data-scope="dropzone" data-part="page-overlay-hint">
              <MessageText>{dropzone.hint(limits)}</MessageText>
            </p>
          </div>
        ),
      },
    })
  },
)

export interface DropzonePageOverlayProps extends ElementPartProps<DropzoneState, HTMLDivElement> {}
