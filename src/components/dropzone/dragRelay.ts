import type { DragEvent } from 'react'

type DragHandler = (event: DragEvent<HTMLElement>) => void

/** Of the zone's element. */
export type DragHandlers = {
  [name in 'onDragEnter' | 'onDragOver' | 'onDragLeave' | 'onDrop']?: DragHandler | undefined
}

export interface DragRelay {
  readonly handlers: Record<keyof DragHandlers, DragHandler>
  /** Hands on what the handlers hear, first what they heard before; returns the function that ends it. */
  readonly attach: (follower: DragHandlers) => () => void
}

/**
 * Handlers that stay while those that follow a drag come later: who entered and left meanwhile is remembered.
 *
 * @param onEarly something was dragged over the zone, and nobody follows it yet
 */
export function createDragRelay(onEarly: () => void): DragRelay {
  let follower: DragHandlers | undefined
  let unheard: Array<(late: DragHandlers) => void> = []

  function tell(name: 'onDragEnter' | 'onDragLeave', event: DragEvent<HTMLElement>) {
    if (follower) return follower[name]?.(event)
    event.preventDefault()
    const kept = copyOf(event)
    unheard.push((late) => late[name]?.(kept))
    onEarly()
  }

  return {
    attach(late) {
      follower = late
      for (const hear of unheard) hear(late)
      unheard = []
      return () => void (follower = undefined)
    },
    handlers: {
      onDragEnter: (event) => tell('onDragEnter', event),
      onDragLeave: (event) => tell('onDragLeave', event),
      onDragOver(event) {
        if (follower) return follower.onDragOver?.(event)
        if (!event.dataTransfer.types.includes('Files')) return
        event.preventDefault()
        event.dataTransfer.dropEffect = 'copy'
      },
      onDrop(event) {
        unheard = []
        follower?.onDrop?.(event)
        event.preventDefault()
      },
    },
  }
}

/** With a list of its own: the browser empties the event's when the event is over. */
function copyOf(event: DragEvent<HTMLElement>): DragEvent<HTMLElement> {
  const { types, items } = event.dataTransfer
  const data = { types: [...types], items: [...items].map(({ kind, type }) => ({ kind, type })) }
  return Object.create(event, { dataTransfer: { value: data } })
}
