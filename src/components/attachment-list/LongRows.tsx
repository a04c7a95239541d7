'use client'
import { useEffect, useState } from 'react'
import type { ReactElement, ReactNode, RefObject } from 'react'
import { lazyModule } from '../../engine/lazyModule.ts'
import { useLazyModule } from '../part/useLazyModule.ts'
import { PlacedRow } from './PlacedRow.tsx'
import type { WindowedRowsProps } from './WindowedRows.tsx'

/** More rows than this, and only those in sight are in the document. */
export const longListRows = 50

/** As many as fit into the list. */
const firstRows = 12

interface LongRowsProps extends Omit<WindowedRowsProps, 'list'> {
  list: RefObject<HTMLElement | null>
}

/** Follows the scrolling: only long lists need it. */
export const windowing = lazyModule(() => import('./WindowedRows.tsx'))

/** The rows of a long list: the first ones until what follows the scrolling is there, and all where it cannot be had. */
export function LongRows({ list, ...props }: LongRowsProps): ReactElement {
  const element = useMounted(list)
  const { code, isLost } = useLazyModule(windowing)
  if (element && code) return <code.WindowedRows {...props} list={element} />
  return <PlainRows {...props} limit={isLost ? Infinity : firstRows} />
}

/** The element of a ref that a parent holds: it is set only after the effects of what is inside the element. */
function useMounted(ref: RefObject<HTMLElement | null>): HTMLElement | null {
  const [element, setElement] = useState<HTMLElement | null>(null)
  useEffect(() => setElement(ref.current), [ref])
  return element
}

interface PlainRowsProps extends Pick<WindowedRowsProps, 'rows' | 'render'> {
  limit: number
}

function PlainRows({ rows, render, limit }: PlainRowsProps): ReactNode {
  const place = { count: rows.length, start: undefined, measure: undefined }
  return rows
    .slice(0, limit)
    .map((row, at) => <PlacedRow key={row.key} row={row} render={render} position={at + 1} {...place} />)
}
