'use client'
import { createElement, useCallback, useState } from 'react'
import type { DragEvent, ReactElement, RefObject } from 'react'
import { lazyModule } from '../../engine/lazyModule.ts'
import { createDragRelay } from './dragRelay.ts'
import type { DragHandlers } from './dragRelay.ts'
import type { DraggedTypes } from './dropVerdict.ts'

/** Follows drags in detail: a page over which nothing is dragged does without. */
const following = lazyModule(() => import('./DragFollower.tsx'))

interface DragOptions {
  rootRef: RefObject<HTMLElement | null>
  disabled: boolean
  /** Something was dropped. Called with the event, whether drags can be followed or not. */
  onDrop: (event: DragEvent) => void
}

interface Drags {
  /** What hangs over the zone. */
  over: DraggedTypes | undefined
  handlers: DragHandlers
  /** Follows drags; rendered once its code is there. */
  follower: ReactElement | null
  /** A drag is on its way: what follows it is loaded. */
  prepare: () => void
}

const none: DragHandlers = {}

/**
 * What is dragged over the zone. The code that follows it comes with the first drag over the page; drops are taken without
 * it too, also where it cannot be had.
 */
export function useDrags({ rootRef, disabled, onDrop }: DragOptions): Drags {
  const [over, setOver] = useState<DraggedTypes>()
  const [Follower, setFollower] = useState(() => following.loaded()?.DragFollower)

  const prepare = useCallback(() => {
    following.load('validate').then(
      ({ DragFollower }) => setFollower(() => DragFollower),
      // Only the look of a drag is missed; the next one tries again.
      () => {},
    )
  }, [])
  const [relay] = useState(() => createDragRelay(prepare))
  const onDrag = useCallback(
    (types: DraggedTypes | undefined) => setOver((before) => (before?.join() === types?.join() ? before : types)),
    [],
  )

  const handlers: DragHandlers = {
    ...relay.handlers,
    onDrop(event) {
      relay.handlers.onDrop(event)
      onDrop(event)
    },
  }
  const isFollowed = Follower !== undefined && !disabled
  return {
    over: disabled ? undefined : over,
    handlers: disabled ? none : handlers,
    follower: isFollowed ? createElement(Follower, { zone: rootRef, attach: relay.attach, onDrag }) : null,
    prepare,
  }
}
