'use client'
import type { ReactElement, ReactNode } from 'react'
import { lazyModule } from '../../engine/lazyModule.ts'
import { useLazyModule } from '../part/useLazyModule.ts'
import { PlacedRow } from './PlacedRow.tsx'
import type { WindowedRowsProps } from './WindowedRows.tsx'

/** More rows than this, and only those in sight are in the document. */
export const longListRows = 50

/** As many as fit into the list. */
const firstRows = 12

interface LongRowsProps extends Omit<WindowedRowsProps, 'list'> {
  /** Null until it is in the document. */
  list: HTMLElement | null
}

/** Follows the scrolling: only long lists need it, and the page loads it when it has nothing else to do. */
export const windowing = lazyModule(() => import('./WindowedRows.tsx'))

/** The rows of a long list: the first ones until what follows the scrolling is there, and all where it cannot be had. */
export function LongRows({ list, ...props }: LongRowsProps): ReactElement {
  const { code, isLost } = useLazyModule(windowing)
  if (list && code) return <code.WindowedRows {...props} list={list} />
  return <PlainRows {...props} limit={isLost ? Infinity : firstRows} />
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
