'use client'
import { useEffect, useRef, useState } from 'react'
import type { RefObject } from 'react'
import type { DraggedTypes } from './dropVerdict.ts'
import { watchPageDrops } from './pageDrops.ts'

interface PageDragOptions {
  rootRef: RefObject<HTMLElement | null>
  /** Whether the zone watches the page at all. */
  isWatching: boolean
  /** Whether it takes what is dropped beside all zones. */
  takesPage: boolean
  onDropped: (data: DataTransfer) => void
  onMissed: () => void
  /** A new drag begins: what was said of the last one is over. */
  onBegin: () => void
}

interface PageDrags {
  /** Files are dragged over the page. */
  isNearby: boolean
  /** What a drop beside all zones would bring to this one. */
  aimed: DraggedTypes | undefined
}

/** Follows drags over the page beside the zone. */
export function usePageDrags({ rootRef, isWatching, ...options }: PageDragOptions): PageDrags {
  const [isNearby, setIsNearby] = useState(false)
  const [aimed, setAimed] = useState<DraggedTypes>()
  const latest = useRef(options)
  useEffect(() => {
    latest.current = options
  })
  useEffect(() => {
    if (!isWatching) return undefined
    let isOver = false
    const begin = (isOverNow: boolean) => {
      if (isOverNow && !isOver) latest.current.onBegin()
      isOver = isOverNow
    }
    return watchPageDrops({
      element: () => rootRef.current,
      takesPage: () => latest.current.takesPage,
      onDropped: (data) => latest.current.onDropped(data),
      onMissed: () => latest.current.onMissed(),
      onAimed: (types) => setAimed((before) => (before?.join() === types?.join() ? before : types)),
      onNearby(isNear) {
        begin(isNear)
        setIsNearby(isNear)
      },
    })
  }, [rootRef, isWatching])
  return { isNearby, aimed }
}
