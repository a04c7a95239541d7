'use client'
import { forwardRef } from 'react'
import type { ElementPartProps } from '../part/useRenderPart.tsx'
import { useAttachmentListContext } from './attachmentListContext.ts'
import { useAttachmentListItemContext } from './attachmentListItemContext.ts'
import type { AttachmentListItemState } from './attachmentListItemContext.ts'
import { ItemAction } from './ItemAction.tsx'

/**
 * Downloads an attachment, and stops its download while it runs. Renders a `<button>`; nothing without `downloads`, before
 * the file is attached, and for a file that may not be had (being scanned, infected).
 */
export const AttachmentListItemDownload = forwardRef<HTMLButtonElement, AttachmentListItemDownloadProps>(
  function AttachmentListItemDownload(props, ref) {
    const { downloads } = useAttachmentListContext('AttachmentList.ItemDownload')
    const { attachment, download, removal } = useAttachmentListItemContext('AttachmentList.ItemDownload').file
    if (!downloads || !attachment || removal) return null
    if (attachment.scan === 'scanning' || attachment.scan === 'infected') return null

    const isRunning = download?.status === 'preparing' || download?.status === 'downloading'
    return (
      <ItemAction
        {...props}
        ref={ref}
        part="item-download"
        action={isRunning ? 'cancelDownload' : 'download'}
        onAct={() => (isRunning ? downloads.cancel(attachment.handle) : downloads.download(attachment))}
      />
    )
  },
)

export interface AttachmentListItemDownloadProps extends ElementPartProps<AttachmentListItemState, HTMLButtonElement> {}
