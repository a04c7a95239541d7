'use client'
import { forwardRef } from 'react'
import { supportDetails } from '../../engine/supportDetails.ts'
import { useMessages } from '../../react/useMessages.ts'
import type { ElementPartProps } from '../part/useRenderPart.tsx'
import { useAttachmentListContext } from './attachmentListContext.ts'
import { useAttachmentListItemContext } from './attachmentListItemContext.ts'
import type { AttachmentListItemState, ListedFile } from './attachmentListItemContext.ts'
import { copyText } from './copyText.ts'
import { ItemAction } from './ItemAction.tsx'
import { usePassing } from './usePassing.ts'

/**
 * Copies what support needs to know of a failure: codes, status and request id, and no name, address or secret. Renders a
 * `<button>`; nothing for a row that did not fail.
 */
export const AttachmentListItemCopyDetails = forwardRef<HTMLButtonElement, AttachmentListItemCopyDetailsProps>(
  function AttachmentListItemCopyDetails(props, ref) {
    const { announcer } = useAttachmentListContext('AttachmentList.ItemCopyDetails')
    const { file } = useAttachmentListItemContext('AttachmentList.ItemCopyDetails')
    const { list, announcements } = useMessages()
    const [tip, showTip] = usePassing<string>()
    const error = errorOf(file)
    if (!error) return null

    async function copy(details: string) {
      const isCopied = await copyText(details)
      showTip(isCopied ? list.copied : list.copyFailed)
      announcer.say({ urgency: 'polite', text: isCopied ? announcements.copied(file) : list.copyFailed })
    }
    return (
      <ItemAction
        {...props}
        ref={ref}
        part="item-copy-details"
        action="copyDetails"
        tip={tip}
        onAct={() => void copy(supportDetails(error, new Date()))}
      />
    )
  },
)

export interface AttachmentListItemCopyDetailsProps extends ElementPartProps<
  AttachmentListItemState,
  HTMLButtonElement
> {}

function errorOf({ item, download, removal }: ListedFile) {
  if (download?.status === 'failed') return download.error
  if (removal?.status === 'failed') return removal.error
  return item?.status === 'failed' ? item.error : undefined
}
