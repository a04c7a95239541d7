'use client'
import { forwardRef, useRef } from 'react'
import type { ReactNode } from 'react'
import { useRenderPart } from '../part/useRenderPart.tsx'
import type { ElementPartProps } from '../part/useRenderPart.tsx'
import { useAttachmentListItemContext } from './attachmentListItemContext.ts'
import type { AttachmentListItemState } from './attachmentListItemContext.ts'
import { splitName } from './splitName.ts'
import { useIsClipped } from './useIsClipped.ts'

/**
 * The file's name, as text and nothing else. Renders a `<bdi>`, so that a name in another script disturbs nothing around it.
 * Where there is no room it is cut in the middle: how it begins and its extension tell files apart.
 */
export const AttachmentListItemName = forwardRef<HTMLElement, AttachmentListItemNameProps>(
  function AttachmentListItemName(props, ref) {
    const { file, state } = useAttachmentListItemContext('AttachmentList.ItemName')
    const element = useRef<HTMLElement>(null)
    const clipped = useIsClipped(element, file.name)
    return useRenderPart('bdi', props, {
      scope: 'attachment-list',
      part: 'item-name',
      state: { ...state, clipped },
      ref,
      ownRef: element,
      own: {
        title: clipped ? file.name : undefined,
        children: clipped ? cutInTheMiddle(file.name) : file.name,
      },
    })
  },
)

export interface AttachmentListItemNameProps extends ElementPartProps<AttachmentListItemState & { clipped: boolean }> {}

function cutInTheMiddle(name: string): ReactNode {
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
