'use client'
import type { ReactElement } from 'react'
import { useMessages } from '../../react/useMessages.ts'
import { useAttachmentListContext } from './attachmentListContext.ts'
import { useAttachmentListItemContext } from './attachmentListItemContext.ts'

interface BareRowProps {
  /** The rest of the row cannot be had: what must be possible nevertheless is there, and what state the file is in. */
  isLost: boolean
}

/** A row until the code of its parts is there: the file's name, where it will stay. */
export function BareRow({ isLost }: BareRowProps): ReactElement {
  const { upload } = useAttachmentListContext('AttachmentList.Row')
  const { file, state, statusId } = useAttachmentListItemContext('AttachmentList.Row')
  const { facts, list, status } = useMessages()
  const { name, item } = file
  return (
    <>
      <bdi data-scope="attachment-list" data-part="item-name">
        {name}
      </bdi>
      {isLost && (
        <span data-scope="attachment-list" data-part="item-status" id={statusId}>
          {state.status === 'interrupted' ? facts.interrupted : status[state.status]}
        </span>
      )}
      {isLost && item && (
        <button type="button" onClick={() => upload.remove(item.id)}>
          {list.remove({ name })}
        </button>
      )}
    </>
  )
}
