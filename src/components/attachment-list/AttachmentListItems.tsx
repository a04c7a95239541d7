'use client'
import { forwardRef, memo, useCallback, useEffect, useLayoutEffect, useState } from 'react'
import type { FocusEvent, ReactNode } from 'react'
import { findTrigger } from '../dropzone/triggers.ts'
import { useMessages } from '../../react/useMessages.ts'
import { whenIdle } from '../../react/whenIdle.ts'
import { useRenderPart } from '../part/useRenderPart.tsx'
import type { ElementPartProps } from '../part/useRenderPart.tsx'
import { useAttachmentListContext } from './attachmentListContext.ts'
import { AttachmentListRow, rowParts } from './AttachmentListRow.tsx'
import { hasSameFields } from '../../engine/hasSameFields.ts'
import { longListRows, LongRows, windowing } from './LongRows.tsx'
import { useRows } from './useRows.ts'
import type { AttachmentRow } from './useRows.ts'

/**
 * The rows. Renders a `<ul>`; a tick of progress renders one row and never the list. With more than fifty rows it scrolls by
 * itself (`data-long`), and only the rows in sight are in the document.
 */
export const AttachmentListItems = forwardRef<HTMLUListElement, AttachmentListItemsProps>(function AttachmentListItems(
  { children = renderRow, ...props },
  ref,
) {
  const { upload, attachments, removals, focus } = useAttachmentListContext('AttachmentList.Items')
  const messages = useMessages()
  const rows = useRows(upload, attachments, removals)
  const [list, setList] = useState<HTMLElement | null>(null)
  const isLong = rows.length > longListRows
  const recoverFocus = useCallback(() => focus.recover(findTrigger(upload)), [focus, upload])
  const render = useCallback((row: AttachmentRow) => <Row key={row.key} row={row} render={children} />, [children])
  useLayoutEffect(recoverFocus, [recoverFocus, rows])
  useEffect(() => whenIdle(windowing.warm), [])
  // So that the first file is shown whole at once: the first number in a language takes longer than hundreds of rows.
  useEffect(() => {
    if (children !== renderRow) return undefined
    return whenIdle(() => {
      rowParts.warm()
      for (const bytes of [0, 1e6]) messages.facts.size({ bytes })
    })
  }, [children, messages])

  return useRenderPart('ul', props, {
    scope: 'attachment-list',
    part: 'items',
    state: { empty: rows.length === 0, long: isLong },
    ref,
    ownRef: setList,
    own: {
      // Safari drops list semantics where the markers are styled away; the role brings them back.
      role: 'list',
      'aria-label': messages.list.label,
      onFocus: (event: FocusEvent) => focus.entered(event.currentTarget, event.target),
      onBlur: (event: FocusEvent) => focus.left(event.target),
      children: isLong ? (
        <LongRows rows={rows} render={render} list={list} onChange={recoverFocus} />
      ) : (
        rows.map(render)
      ),
    },
  })
})

export interface AttachmentListItemsProps extends Omit<
  ElementPartProps<{ empty: boolean; long: boolean }, HTMLUListElement>,
  'children'
> {
  /** Renders a row: an `AttachmentList.Item`. Define it outside of the component to spare rows that did not change. @default the ready-made row */
  children?: ((row: AttachmentRow) => ReactNode) | undefined
}

interface RowProps {
  row: AttachmentRow
  render: (row: AttachmentRow) => ReactNode
}

const Row = memo(function Row({ row, render }: RowProps) {
  return render(row)
}, isSameRow)

/** Rows are made anew whenever the list changes; what they name does not. */
function isSameRow(a: RowProps, b: RowProps): boolean {
  return a.render === b.render && hasSameFields(a.row, b.row)
}

function renderRow(row: AttachmentRow): ReactNode {
  return <AttachmentListRow row={row} />
}
