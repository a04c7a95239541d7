'use client'
import { memo } from 'react'
import type { ReactNode } from 'react'
import { useSameFields } from '../part/useSameFields.ts'
import { RowPlaceProvider } from './rowPlace.ts'
import type { RowPlace } from './rowPlace.ts'
import type { AttachmentRow } from './useRows.ts'

interface PlacedRowProps extends RowPlace {
  row: AttachmentRow
  render: (row: AttachmentRow) => ReactNode
}

/** A row that knows its place in a long list; rendered again only when it moves or is another. */
export const PlacedRow = memo(function PlacedRow({ row, render, position, count, start, measure }: PlacedRowProps) {
  const place = useSameFields({ position, count, start, measure })
  return <RowPlaceProvider value={place}>{render(row)}</RowPlaceProvider>
})
