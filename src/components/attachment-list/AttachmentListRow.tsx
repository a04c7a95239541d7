'use client'
import type { ReactElement } from 'react'
import { lazyModule } from '../../engine/lazyModule.ts'
import { useLazyModule } from '../part/useLazyModule.ts'
import { AttachmentListItem } from './AttachmentListItem.tsx'
import { BareRow } from './BareRow.tsx'
import type { AttachmentRow } from './useRows.ts'

/** What is in a row: a form without a file does without. */
export const rowParts = lazyModule(() => import('./RowParts.tsx'))

export interface AttachmentListRowProps {
  row: AttachmentRow
}

/** The ready-made row. */
export function AttachmentListRow({ row }: AttachmentListRowProps): ReactElement {
  const { code, isLost } = useLazyModule(rowParts)
  return <AttachmentListItem row={row}>{code ? <code.RowParts /> : <BareRow isLost={isLost} />}</AttachmentListItem>
}
