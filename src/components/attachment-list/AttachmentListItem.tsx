'use client'
import { forwardRef, useId, useLayoutEffect, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { isStalled } from '../../engine/selectors.ts'
import { findTrigger } from '../dropzone/triggers.ts'
import { useRenderPart } from '../part/useRenderPart.tsx'
import type { ElementPartProps } from '../part/useRenderPart.tsx'
import { useSameFields } from '../part/useSameFields.ts'
import { useAttachmentListContext } from './attachmentListContext.ts'
import { AttachmentListItemProvider, MovingFileProvider } from './attachmentListItemContext.ts'
import type { AttachmentListItemState, ListedFile } from './attachmentListItemContext.ts'
import { createCalmFile } from './calmFile.ts'
import { usePlacedProps } from './rowPlace.ts'
import { useContinuation } from './useContinuation.ts'
import { useListedFile } from './useListedFile.ts'
import { useRename } from './useRename.ts'
import type { AttachmentRow } from './useRows.ts'

/**
 * One file, in whatever state. Renders an `<li>` with `data-status`; it takes focus when the control that had it goes away.
 * F2 in it, and Enter on it, rename a file that can be renamed.
 */
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
  const rename = useRename(upload, file.item)
  const continuation = useContinuation(upload, file.interrupted)
  const state = useItemState(file, rename.isEditing)
  const statusId = useId()
  const placed = usePlacedProps()
  const [calmOf] = useState(createCalmFile)
  const calm = calmOf(file)
  const context = useSameFields({ file: calm, state, statusId, rename, continuation })
  useLayoutEffect(() => focus.recover(findTrigger(upload)), [focus, upload, state])

  function onKeyDown(event: KeyboardEvent) {
    const isOnRow = event.target === event.currentTarget
    if (event.key !== 'F2' && !(event.key === 'Enter' && isOnRow)) return
    if (!rename.isPossible || rename.isEditing) return
    event.preventDefault()
    rename.begin()
  }

  return useRenderPart('li', props, {
    scope: 'attachment-list',
    part: 'item',
    state,
    ref,
    ownRef: placed?.measure,
    own: {
      ...placed?.own,
      tabIndex: -1,
      'aria-label': file.name,
      'aria-describedby': statusId,
      onKeyDown,
      children: (
        <AttachmentListItemProvider value={context}>
          <MovingFileProvider value={file}>{children}</MovingFileProvider>
        </AttachmentListItemProvider>
      ),
    },
  })
})

/** The same object until one of its words changes: a tick of progress is no change of state. */
function useItemState(file: ListedFile, editing: boolean): AttachmentListItemState {
  return useSameFields({
    status: file.item?.status ?? (file.interrupted ? 'interrupted' : 'done'),
    retrying: file.item?.retry !== undefined,
    stalled: isStalled(file.item),
    download: file.download?.status,
    scan: file.attachment?.scan,
    removal: file.removal?.status,
    editing,
  })
}
