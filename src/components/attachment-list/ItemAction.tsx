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
  /** @default 'icon' */
  look?: 'icon' | 'text' | undefined
  /** @default the action's own */
  icon?: IconName | undefined
  /** Shown in place of the action's own tip, for as long as it is given. */
  tip?: string | undefined
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
  continueUpload: 'retry',
  chooseAgain: 'retry',
}

/**
 * A row's button: its name holds the file's. With an icon it has a tooltip of the action's word alone, which Escape puts
 * away; otherwise the word is its text.
 */
export const ItemAction = forwardRef<HTMLButtonElement, ItemActionProps>(function ItemAction(
  { action, part, look = 'icon', icon = icons[action], tip, onAct, ...props },
  ref,
) {
  const { file, state } = useAttachmentListItemContext('AttachmentList.Item')
  const { list } = useMessages()
  const [isTipHidden, setIsTipHidden] = useState(false)
  const showTip = () => setIsTipHidden(false)
  const word = list.tips[action]
  return useRenderPart('button', props, {
    scope: 'attachment-list',
    part,
    state,
    ref,
    own: {
      type: 'button',
      'aria-label': list[action](file),
      'data-action': action,
      'data-look': look,
      onClick: onAct,
      onBlur: showTip,
      onPointerLeave: showTip,
      onKeyDown: (event: KeyboardEvent) => event.key === 'Escape' && setIsTipHidden(true),
      children:
        look === 'text' ? (
          word
        ) : (
          <>
            <Icon name={tip === list.copied ? 'check' : icon} />
            <span
              data-scope="attachment-list"
              data-part="tip"
              data-lasting={tip === undefined ? undefined : ''}
              aria-hidden="true"
              hidden={isTipHidden && tip === undefined}
            >
              {tip ?? word}
            </span>
          </>
        ),
    },
  })
})
