'use client'
import { forwardRef } from 'react'
import { isStalled, selectHold, selectRules } from '../../engine/selectors.ts'
import { useMessages } from '../../react/useMessages.ts'
import { useSession } from '../../react/useSession.ts'
import { Icon } from '../icons/Icon.tsx'
import type { IconName } from '../icons/Icon.tsx'
import { MessageText } from '../part/MessageText.tsx'
import { useRenderPart } from '../part/useRenderPart.tsx'
import type { ElementPartProps } from '../part/useRenderPart.tsx'
import { useAttachmentListContext } from './attachmentListContext.ts'
import { useAttachmentListItemContext, useMovingFile } from './attachmentListItemContext.ts'
import type { AttachmentListItemState, ListedFile } from './attachmentListItemContext.ts'
import { describeFile } from './describeFile.ts'
import type { Continuation } from './useContinuation.ts'

/** One quiet line of facts: size, how far it is, or what is wrong and what to do. Renders a `<span>` that describes the row. */
export const AttachmentListItemStatus = forwardRef<HTMLSpanElement, AttachmentListItemStatusProps>(
  function AttachmentListItemStatus(props, ref) {
    const { upload } = useAttachmentListContext('AttachmentList.ItemStatus')
    const { state, statusId, continuation } = useAttachmentListItemContext('AttachmentList.ItemStatus')
    const file = useMovingFile('AttachmentList.ItemStatus')
    const messages = useMessages()
    const hold = useSession(upload, selectHold)
    const rules = useSession(upload, selectRules)
    const icon = iconOf(file, continuation)
    return useRenderPart('span', props, {
      scope: 'attachment-list',
      part: 'item-status',
      state: { ...state, tone: toneOf(file, continuation) },
      ref,
      own: {
        id: statusId,
        children: (
          <>
            {icon && <Icon name={icon} />}
            {describeFile(file, { hold, rules, continuation }, messages).map((fact, at) => (
              // The facts of a row have a fixed order and no identity of their own.
              // eslint-disable-next-line react/no-array-index-key
              <span key={at} data-scope="attachment-list" data-part="item-fact" data-fact={fact.kind}>
                <MessageText>{fact.text}</MessageText>
              </span>
            ))}
          </>
        ),
      },
    })
  },
)

/** `bad`: something is wrong; `waiting`: nothing moves until something happens. */
type Tone = 'quiet' | 'good' | 'waiting' | 'bad'

export interface AttachmentListItemStatusProps extends ElementPartProps<
  AttachmentListItemState & { tone: Tone },
  HTMLSpanElement
> {}

function toneOf({ item, attachment, download, removal, interrupted }: ListedFile, { isOtherFile }: Continuation): Tone {
  if (interrupted) return isOtherFile ? 'bad' : 'waiting'
  if (removal) return removal.status === 'failed' ? 'bad' : 'quiet'
  if (download?.status === 'failed' || attachment?.scan === 'infected') return 'bad'
  if (item?.status === 'failed' || item?.status === 'rejected') return 'bad'
  if (item?.retry || item?.status === 'paused' || isStalled(item)) return 'waiting'
  return download?.status === 'done' || item?.status === 'done' ? 'good' : 'quiet'
}

function iconOf(file: ListedFile, continuation: Continuation): IconName | undefined {
  const tone = toneOf(file, continuation)
  if (file.item?.status === 'paused' || (file.interrupted && tone === 'waiting')) return 'pause'
  if (file.attachment?.scan === 'scanning' && !file.removal) return 'scan'
  if (file.attachment?.scan === 'infected' && !file.removal) return 'infected'
  const icons: Record<Tone, IconName | undefined> = { quiet: undefined, good: 'check', waiting: 'retry', bad: 'alert' }
  return icons[tone]
}
