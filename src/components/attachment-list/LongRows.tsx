'use client'
import { lazy, Suspense, useEffect, useState } from 'react'
import type { ReactElement, ReactNode, RefObject } from 'react'
import { PlacedRow } from './PlacedRow.tsx'
import type { WindowedRowsProps } from './WindowedRows.tsx'

/** More rows than this, and only those in sight are in the document. */
export const longListRows = 100

/** Shown until the code that follows the scrolling is there: as many as fit into the list. */
const firstRows = 12

interface LongRowsProps extends Omit<WindowedRowsProps, 'list'> {
  list: RefObject<HTMLElement | null>
}

/** The rows of a long list. What only long lists need is loaded now and not before. */
export function LongRows({ list, ...props }: LongRowsProps): ReactElement {
  const element = useMounted(list)
  const first = <FirstRows rows={props.rows} render={props.render} />
  return element ? (
    <Suspense fallback={first}>
      <WindowedRows {...props} list={element} />
    </Suspense>
  ) : (
    first
  )
}

const WindowedRows = lazy(async () => ({ default: (await import('./WindowedRows.tsx')).WindowedRows }))

/** The element of a ref that a parent holds: it is set only after the effects of what is inside the element. */
function useMounted(ref: RefObject<HTMLElement | null>): HTMLElement | null {
  const [element, setElement] = useState<HTMLElement | null>(null)
  useEffect(() => setElement(ref.current), [ref])
  return element
}

function FirstRows({ rows, render }: Pick<WindowedRowsProps, 'rows' | 'render'>): ReactNode {
  const place = { count: rows.length, start: undefined, measure: undefined }
  return rows
    .slice(0, firstRows)
    .map((row, at) => <PlacedRow key={row.key} row={row} render={render} position={at + 1} {...place} />)
}
