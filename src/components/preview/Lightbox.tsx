'use client'
import { useLayoutEffect, useRef, useState } from 'react'
import type { MouseEvent, ReactElement } from 'react'
import { useMessages } from '../../react/useMessages.ts'
import { Icon } from '../icons/Icon.tsx'
import { MessageText } from '../part/MessageText.tsx'
import type { PreviewSource } from './previewSource.ts'
import { usePictureUrl } from './usePictureUrl.ts'

export interface LightboxProps {
  /** As people see it. */
  name: string
  source: PreviewSource
  onClose: () => void
}

/**
 * One raster picture, large, over the page. Renders a modal `<dialog>`: the rest of the page is out of reach meanwhile, Escape
 * closes it, and focus goes back to what opened it.
 */
export function Lightbox({ name, source, onClose }: LightboxProps): ReactElement {
  const { preview } = useMessages()
  const dialog = useRef<HTMLDialogElement>(null)
  const picture = usePictureUrl(source)
  const [isBroken, setIsBroken] = useState(false)
  // Closed before it is taken out of the page: a dialog that is gone gives no focus back.
  useLayoutEffect(() => {
    const element = dialog.current
    if (element && !element.open) element.showModal()
    return () => element?.close()
  }, [])

  const isBackdrop = (event: MouseEvent) => event.target === event.currentTarget
  return (
    // What lies behind a modal dialog is clicked as the dialog itself; the keyboard has Escape and the button.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <dialog
      ref={dialog}
      data-scope="lightbox"
      data-part="root"
      aria-label={name}
      onCancel={(event) => (event.preventDefault(), onClose())}
      onClick={(event) => (event.stopPropagation(), isBackdrop(event) && onClose())}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <header data-scope="lightbox" data-part="header">
        <bdi data-scope="lightbox" data-part="name">
          {name}
        </bdi>
        <button type="button" data-scope="lightbox" data-part="close" aria-label={preview.close} onClick={onClose}>
          <Icon name="cancel" />
        </button>
      </header>
      {picture.url === undefined || isBroken ? (
        <output data-scope="lightbox" data-part="notice">
          <MessageText>{picture.hasFailed || isBroken ? preview.failed : preview.loading}</MessageText>
        </output>
      ) : (
        <img data-scope="lightbox" data-part="picture" src={picture.url} alt={name} onError={() => setIsBroken(true)} />
      )}
    </dialog>
  )
}
