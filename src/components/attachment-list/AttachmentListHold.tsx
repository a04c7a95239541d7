'use client'
import { forwardRef } from 'react'
import { selectHold } from '../../engine/selectors.ts'
import { selectIsSettled } from '../../engine/totals.ts'
import type { PauseReason } from '../../engine/item.ts'
import { useMessages } from '../../react/useMessages.ts'
import { useSession } from '../../react/useSession.ts'
import { EarlyIcon } from '../icons/EarlyIcon.tsx'
import type { EarlyIconProps } from '../icons/EarlyIcon.tsx'
import { MessageText } from '../part/MessageText.tsx'
import { useRenderPart } from '../part/useRenderPart.tsx'
import type { ElementPartProps } from '../part/useRenderPart.tsx'
import { useAttachmentListContext } from './attachmentListContext.ts'

/**
 * Says why all files wait, with the way on: signing in again, resuming. Renders a `<div>`, at the foot so that no row moves
 * when it comes and goes; nothing while nothing waits. The list's live region tells of it.
 */
export const AttachmentListHold = forwardRef<HTMLDivElement, AttachmentListHoldProps>(function AttachmentListHold(
  { onSignIn, ...props },
  ref,
) {
  const { upload } = useAttachmentListContext('AttachmentList.Hold')
  const { list } = useMessages()
  const hold = useSession(upload, (state) => (selectIsSettled(state) ? undefined : selectHold(state)))
  const element = useRenderPart('div', props, {
    scope: 'attachment-list',
    part: 'hold',
    state: { reason: hold },
    ref,
    own: {
      children: hold && (
        <>
          <EarlyIcon name={icons[hold]} />
          <span data-scope="attachment-list" data-part="hold-text">
            <MessageText>{list.holds[hold]}</MessageText>
          </span>
          {hold === 'auth' && onSignIn && (
            <button type="button" data-scope="attachment-list" data-part="hold-action" onClick={onSignIn}>
              {list.signIn}
            </button>
          )}
          {hold !== 'offline' && (
            <button type="button" data-scope="attachment-list" data-part="hold-action" onClick={upload.resume}>
              {list.resume}
            </button>
          )}
        </>
      ),
    },
  })
  return hold ? element : null
})

export interface AttachmentListHoldProps extends ElementPartProps<{ reason: PauseReason | undefined }, HTMLDivElement> {
  /** Opens the host's sign-in. Without it there is the resume button alone. */
  onSignIn?: (() => void) | undefined
}

const icons: Record<PauseReason, EarlyIconProps['name']> = { user: 'pause', offline: 'offline', auth: 'signIn' }
