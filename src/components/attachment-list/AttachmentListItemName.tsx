'use client'
import { forwardRef, useRef } from 'react'
import type { ReactNode } from 'react'
import { useRenderPart } from '../part/useRenderPart.tsx'
import type { ElementPartProps } from '../part/useRenderPart.tsx'
import { useAttachmentListItemContext } from './attachmentListItemContext.ts'
import type { AttachmentListItemState } from './attachmentListItemContext.ts'
import { RenameField } from './RenameField.tsx'
import { splitName } from './splitName.ts'
import { useIsClipped } from './useIsClipped.ts'

/**
 * The file's name, as text and nothing else, or the field for another one. Renders a `<bdi>`, so that a name in another
 * script disturbs nothing around it. Where there is no room it is cut in the middle: how it begins and its extension tell
 * files apart.
 */
export const AttachmentListItemName = forwardRef<HTMLElement, AttachmentListItemNameProps>(
  function AttachmentListItemName(props, ref) {
    const { file, state } = useAttachmentListItemContext('AttachmentList.ItemName')
    const element = useRef<HTMLElement>(null)
    const clipped = useIsClipped(element, file.name) && !state.editing
    return useRenderPart('bdi', props, {
      scope: 'attachment-list',
      part: 'item-name',
      state: { ...state, clipped },
      ref,
      ownRef: element,
      own: {
        title: clipped ? file.name : undefined,
        children: state.editing ? <RenameField /> : nameOf(file.name, clipped),
      },
    })
  },
)

export interface AttachmentListItemNameProps extends ElementPartProps<AttachmentListItemState & { clipped: boolean }> {}

function nameOf(name: string, isClipped: boolean): ReactNode {
  if (!isClipped) return name
  const { start, end } = splitName(name)
  return (
    <>
      <span data-scope="attachment-list" data-part="item-name-start">
        {start}
      </span>
      <span data-scope="attachment-list" data-part="item-name-end">
        {end}
      </span>
    </>
  )
}
