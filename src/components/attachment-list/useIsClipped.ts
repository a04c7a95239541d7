'use client'
import { useEffect, useState } from 'react'
import type { RefObject } from 'react'

const watched = new Map<Element, () => void>()
let observer: ResizeObserver | undefined

/**
 * Whether a text has ever been wider than its box; measured again for another text and when the box changes. Never before the
 * browser has laid out the page for itself: a row that asks earlier makes it do so once more.
 */
export function useIsClipped(ref: RefObject<HTMLElement | null>, text: string): boolean {
  const [clippedText, setClippedText] = useState<string>()
  useEffect(() => {
    const element = ref.current
    if (!element || clippedText === text) return undefined
    const measure = () => {
      // Both are rounded, each its own way: by one pixel nothing is cut off.
      if (element.scrollWidth > element.clientWidth + 1) setClippedText(text)
    }
    return watchSize(element, measure)
  }, [ref, text, clippedText])
  return clippedText === text
}

/**
 * Calls after the next layout, and whenever the size has changed. One observer for all rows: each costs far more than the
 * measuring. Where nothing has a size (jsdom) there is none.
 */
function watchSize(element: Element, measure: () => void): () => void {
  if (typeof ResizeObserver !== 'function') return () => {}
  observer ??= new ResizeObserver((entries) => entries.forEach(({ target }) => watched.get(target)?.()))
  watched.set(element, measure)
  observer.observe(element)
  return () => {
    observer?.unobserve(element)
    watched.delete(element)
  }
}
