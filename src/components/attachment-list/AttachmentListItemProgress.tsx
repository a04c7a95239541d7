'use client'
import { forwardRef } from 'react'
import type { CSSProperties } from 'react'
import { useMessages } from '../../react/useMessages.ts'
import { useRenderPart } from '../part/useRenderPart.tsx'
import type { ElementPartProps } from '../part/useRenderPart.tsx'
import { useAttachmentListItemContext, useMovingFile } from './attachmentListItemContext.ts'
import type { AttachmentListItemState } from './attachmentListItemContext.ts'
import { describeFile } from './describeFile.ts'
import { progressOf } from './progressOf.ts'

/**
 * A thin bar at the row's lower edge while bytes move; nothing at rest. Renders a `<span>` that is a progress bar; how far it
 * is stands in `--progress`, from 0 to 1.
 */
export const AttachmentListItemProgress = forwardRef<HTMLSpanElement, AttachmentListItemProgressProps>(
  function AttachmentListItemProgress({ style, ...props }, ref) {
    const { state } = useAttachmentListItemContext('AttachmentList.ItemProgress')
    const file = useMovingFile('AttachmentList.ItemProgress')
    const messages = useMessages()
    const progress = progressOf(file)
    const fraction = progress?.fraction
    const facts = progress && describeFile(file, { hold: undefined, rules: {} }, messages)
    const element = useRenderPart(
      'span',
      { ...props, style: { '--progress': fraction ?? 0, ...style } as CSSProperties },
      {
        scope: 'attachment-list',
        part: 'item-progress',
        state: { ...state, indeterminate: fraction === undefined },
        ref,
        own: {
          role: 'progressbar',
          'aria-label': messages.list[progress?.kind === 'download' ? 'downloadProgress' : 'progress'](file),
          'aria-valuemin': 0,
          'aria-valuemax': 100,
          'aria-valuenow': fraction === undefined ? undefined : Math.floor(fraction * 100),
          'aria-valuetext': facts?.find(({ kind }) => kind === 'percent' || kind === 'state')?.text,
        },
      },
    )
    return progress ? element : null
  },
)

export interface AttachmentListItemProgressProps extends ElementPartProps<
  AttachmentListItemState & { indeterminate: boolean },
  HTMLSpanElement
> {}
