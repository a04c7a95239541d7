'use client'
import { createContext, useContext } from 'react'
import type { CSSProperties, Ref } from 'react'

/** Where a row stands in a list of which only a part is in the document. */
export interface RowPlace {
  /** 1 for the first row of the list. */
  position: number
  /** Rows of the whole list. */
  count: number
  /** Pixels from the list's start; undefined for a row in the normal flow. */
  start: number | undefined
  /** Tells the list how high the row is. */
  measure: Ref<HTMLElement> | undefined
}

const RowPlaceContext = createContext<RowPlace | undefined>(undefined)
export const RowPlaceProvider = RowPlaceContext.Provider

interface PlacedProps {
  own: { 'aria-posinset': number; 'aria-setsize': number; 'data-index': number; style: CSSProperties | undefined }
  measure: Ref<HTMLElement> | undefined
}

/** What the row's element says of its place; undefined in a list that is there as a whole. */
export function usePlacedProps(): PlacedProps | undefined {
  const place = useContext(RowPlaceContext)
  if (!place) return undefined
  const { position, count, start, measure } = place
  return {
    own: {
      'aria-posinset': position,
      'aria-setsize': count,
      'data-index': position - 1,
      style: start === undefined ? undefined : { position: 'absolute', insetInline: 0, insetBlockStart: start },
    },
    measure,
  }
}
