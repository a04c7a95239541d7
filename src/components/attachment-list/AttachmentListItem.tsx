'use client'
import { forwardRef, useId, useLayoutEffect, useMemo } from 'react'
import { findTrigger } from '../dropzone/triggers.ts'
import { useRenderPart } from '../part/useRenderPart.tsx'
import type { ElementPartProps } from '../part/useRenderPart.tsx'
import { useAttachmentListContext } from './attachmentListContext.ts'
import { AttachmentListItemProvider } from './attachmentListItemContext.ts'
import type { AttachmentListItemState, ListedFile } from './attachmentListItemContext.ts'
import { isStalled } from '../../engine/selectors.ts'
import { useListedFile } from './useListedFile.ts'
import type { AttachmentRow } from './useRows.ts'

/** One file, in whatever state. Renders an `<li>` with `data-status`; it takes focus when the control that had it goes away. */
export const AttachmentListItem = forwardRef<HTMLLIElement, AttachmentListItemProps>(function AttachmentListItem(
  { row, ...props },
  ref,
) {
  const file = useListedFile(row)
  return file ? <ListedItem {...props} file={file} ref={ref} /> : null
})

export interface AttachmentListItemProps extends ElementPartProps<AttachmentListItemState, HTMLLIElement> {
  /** As `AttachmentList.Items` hands it out. */
  row: AttachmentRow
}

interface ListedItemProps extends ElementPartProps<AttachmentListItemState, HTMLLIElement> {
  file: ListedFile
}

const ListedItem = forwardRef<HTMLLIElement, ListedItemProps>(function ListedItem({ file, children, ...props }, ref) {
  const { focus, upload } = useAttachmentListContext('AttachmentList.Item')
  const state = useItemState(file)
  const statusId = useId()
  const context = useMemo(() => ({ file, state, statusId }), [file, state, statusId])
  useLayoutEffect(() => focus.recover(findTrigger(upload)), [focus, upload, state])

  return useRenderPart('li', props, {
    scope: 'attachment-list',
    part: 'item',
    state,
    ref,
    own: {
      tabIndex: -1,
      'aria-label': file.name,
      'aria-describedby': statusId,
      children: <AttachmentListItemProvider value={context}>{children}</AttachmentListItemProvider>,
    },
  })
})

/** The same object until one of its words changes: a tick of progress is no change of state. */
function useItemState({ item, download }: ListedFile): AttachmentListItemState {
  const status = item?.status ?? 'done'
  const retrying = item?.retry !== undefined
  const stalled = isStalled(item)
  const downloadStatus = download?.status
  return useMemo(
    () => ({ status, retrying, stalled, download: downloadStatus }),
    [status, retrying, stalled, downloadStatus],
  )
}
