'use client'
import { forwardRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import type { ItemActionName } from '../../messages/messages.ts'
import { useMessages } from '../../react/useMessages.ts'
import { Icon } from '../icons/Icon.tsx'
import type { IconName } from '../icons/Icon.tsx'
import { useRenderPart } from '../part/useRenderPart.tsx'
import type { ElementPartProps } from '../part/useRenderPart.tsx'
import { useAttachmentListItemContext } from './attachmentListItemContext.ts'
import type { AttachmentListItemState } from './attachmentListItemContext.ts'

export interface ItemActionProps extends ElementPartProps<AttachmentListItemState, HTMLButtonElement> {
  action: ItemActionName
  part: string
  onAct: () => void
}

const icons: Record<ItemActionName, IconName> = {
  download: 'download',
  cancelDownload: 'cancel',
  cancel: 'cancel',
  retry: 'retry',
  remove: 'remove',
  admit: 'check',
  rename: 'rename',
  copyDetails: 'copy',
  undo: 'undo',
}

/** A row's icon button: its name holds the file's, its tooltip the word alone. Escape puts the tooltip away. */
export const ItemAction = forwardRef<HTMLButtonElement, ItemActionProps>(function ItemAction(
  { action, part, onAct, ...props },
  ref,
) {
  const { file, state } = useAttachmentListItemContext('AttachmentList.Item')
  const { list } = useMessages()
  const [isTipHidden, setIsTipHidden] = useState(false)
  const showTip = () => setIsTipHidden(false)
  return useRenderPart('button', props, {
    scope: 'attachment-list',
    part,
    state,
    ref,
    own: {
      type: 'button',
      'aria-label': list[action](file),
      'data-action': action,
      onClick: onAct,
      onBlur: showTip,
      onPointerLeave: showTip,
      onKeyDown: (event: KeyboardEvent) => event.key === 'Escape' && setIsTipHidden(true),
      children: (
        <>
          <Icon name={icons[action]} />
          <span data-scope="attachment-list" data-part="tip" aria-hidden="true" hidden={isTipHidden}>
            {list.tips[action]}
          </span>
        </>
      ),
    },
  })
})
