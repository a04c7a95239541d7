import type { MutableRefObject, Ref, RefCallback } from 'react'

/** One ref that feeds two; undefined when there is none. */
export function joinRefs<E>(first: Ref<E> | undefined, second: Ref<E> | undefined): RefCallback<E> | undefined {
  if (!first && !second) return undefined
  return (element) => {
    setRef(first, element)
    setRef(second, element)
  }
}

/** Hands an element, or null when it is gone, to a ref of either kind. */
export function setRef<E>(ref: Ref<E> | undefined, element: E | null): void {
  if (typeof ref === 'function') ref(element)
  else if (ref) (ref as MutableRefObject<E | null>).current = element
}
