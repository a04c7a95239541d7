'use client'
import { forwardRef, useEffect, useMemo, useRef, useState } from 'react'
import type { ReactElement } from 'react'
import { lazyModule } from '../../engine/lazyModule.ts'
import { fileIcon } from '../icons/fileIcon.ts'
import { Icon } from '../icons/Icon.tsx'
import { useLazyModule } from '../part/useLazyModule.ts'
import type { LightboxProps } from '../preview/Lightbox.tsx'
import { previewSourceOf } from '../preview/previewSourceOf.ts'
import { useThumbnail } from '../preview/useThumbnail.ts'
import { useMessages } from '../../react/useMessages.ts'
import { AttachmentListItemIcon } from './AttachmentListItemIcon.tsx'
import type { AttachmentListItemIconProps } from './AttachmentListItemIcon.tsx'
import { useAttachmentListContext } from './attachmentListContext.ts'
import { useAttachmentListItemContext } from './attachmentListItemContext.ts'

/**
 * A small picture of what the file shows, over the icon of its kind, which stays where there is none. A raster picture opens
 * large from a button over it. Renders the `<span>` of `AttachmentList.ItemIcon`.
 */
export const AttachmentListItemPreview = forwardRef<HTMLSpanElement, AttachmentListItemPreviewProps>(
  function AttachmentListItemPreview(props, ref) {
    const { previews } = useAttachmentListContext('AttachmentList.ItemPreview')
    const { item, attachment, name, contentType } = useAttachmentListItemContext('AttachmentList.ItemPreview').file
    const { preview } = useMessages()
    const [isOpen, setIsOpen] = useState(false)
    const canvas = useRef<HTMLCanvasElement>(null)
    const source = usePreviewSource(item, attachment, previews)
    const isDrawn = useThumbnail(canvas, source)

    return (
      <AttachmentListItemIcon {...props} ref={ref} aria-hidden={isDrawn && source?.kind === 'image' ? false : true}>
        <Icon name={fileIcon(name, contentType)} />
        {source && (
          <canvas ref={canvas} data-scope="attachment-list" data-part="item-thumbnail" hidden={!isDrawn} aria-hidden />
        )}
        {isDrawn && source?.kind === 'image' && (
          <button
            type="button"
            data-scope="attachment-list"
            data-part="item-preview"
            aria-label={preview.open({ name })}
            onClick={() => setIsOpen(true)}
          />
        )}
        {isOpen && source && <LateLightbox name={name} source={source} onClose={() => setIsOpen(false)} />}
      </AttachmentListItemIcon>
    )
  },
)

export interface AttachmentListItemPreviewProps extends AttachmentListItemIconProps {}

/** Loaded with the first picture that is opened. */
export const enlarging = lazyModule(() => import('../preview/Lightbox.tsx'))

/** Where its code cannot be had nothing opens, and the button can be pressed again. */
function LateLightbox(props: LightboxProps): ReactElement | null {
  const { code, isLost } = useLazyModule(enlarging)
  const { onClose } = props
  useEffect(() => {
    if (isLost) onClose()
  }, [isLost, onClose])
  return code ? <code.Lightbox {...props} /> : null
}

/** The same object while the file is the same: a tick of progress is no other picture. */
function usePreviewSource(...[item, attachment, previews]: Parameters<typeof previewSourceOf>) {
  const file = item?.file
  const handle = attachment?.handle
  const isRejected = item?.status === 'rejected'
  const scan = attachment?.scan
  // eslint-disable-next-line react/exhaustive-deps
  return useMemo(() => previewSourceOf(item, attachment, previews), [file, handle, isRejected, scan, previews])
}
