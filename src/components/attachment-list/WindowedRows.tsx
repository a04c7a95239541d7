'use client'
import { defaultRangeExtractor, measureElement, useVirtualizer } from '@tanstack/react-virtual'
import type { Range, Virtualizer } from '@tanstack/react-virtual'
import { useCallback, useLayoutEffect } from 'react'
import type { ReactElement, ReactNode } from 'react'
import { PlacedRow } from './PlacedRow.tsx'
import { useFocusedKey } from './useFocusedKey.ts'
import type { AttachmentRow } from './useRows.ts'

/** Pixels; each row is measured once it is in the document. */
const estimatedRowHeight = 49
const overscan = 4
/** Before the list was measured. */
const initialRect = { width: 0, height: 480 }

export interface WindowedRowsProps {
  rows: readonly AttachmentRow[]
  render: (row: AttachmentRow) => ReactNode
  /** The element that holds the rows and scrolls. */
  list: HTMLElement
  /** Called after each change of the rows in the document. */
  onChange: () => void
}

/** The rows in sight, a few more on both sides, and the one that has focus, wherever it is. */
export function WindowedRows({ rows, render, list, onChange }: WindowedRowsProps): ReactElement {
  const focusedKey = useFocusedKey(list, rows)
  const rangeExtractor = useCallback(
    (range: Range) =>
      withFocused(
        defaultRangeExtractor(range),
        rows.findIndex(({ key }) => key === focusedKey.current),
      ),
    [rows, focusedKey],
  )
  // Before the list is measured for the first time: with its rows out of the flow it would be found to have no height.
  const expectedLength = rows.length * estimatedRowHeight
  useLayoutEffect(() => setLength(list, expectedLength), [list, expectedLength])
  // What it hands out changes without the object changing, which a compiled component would miss; this one is not compiled.
  // eslint-disable-next-line react/incompatible-library
  const window = useVirtualizer({
    count: rows.length,
    getScrollElement: () => list,
    estimateSize: () => estimatedRowHeight,
    getItemKey: (index) => rows[index]?.key ?? index,
    measureElement: measureAfterLayout,
    initialRect,
    overscan,
    rangeExtractor,
  })
  const length = window.getTotalSize()
  useLayoutEffect(() => setLength(list, length), [list, length])
  useLayoutEffect(onChange)

  return (
    <>
      {window.getVirtualItems().map(({ key, index, start }) => {
        const row = rows[index]
        if (!row) return null
        return (
          <PlacedRow
            key={key}
            row={row}
            render={render}
            position={index + 1}
            count={rows.length}
            start={start}
            measure={window.measureElement}
          />
        )
      })}
    </>
  )
}

function setLength(list: HTMLElement, pixels: number): void {
  list.style.setProperty('--attachkit-list-length', `${pixels}px`)
}

/** A row that is asked for its height as it comes into the document makes the browser lay out the page once more than it would. */
function measureAfterLayout(
  row: Element,
  observed: ResizeObserverEntry | undefined,
  window: Virtualizer<HTMLElement, Element>,
): number {
  if (observed) return measureElement(row, observed, window)
  const index = window.indexFromElement(row)
  return window.itemSizeCache.get(window.options.getItemKey(index)) ?? window.options.estimateSize(index)
}

function withFocused(indexes: number[], focused: number): number[] {
  if (focused < 0 || indexes.includes(focused)) return indexes
  return [...indexes, focused].sort((a, b) => a - b)
}
