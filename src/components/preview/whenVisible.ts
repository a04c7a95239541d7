const waiting = new Map<Element, () => void>()
let observer: IntersectionObserver | undefined

/**
 * Calls back once, when the element comes into sight; never where nothing is drawn (jsdom). Returns the function that stops
 * waiting. One observer serves all.
 */
export function whenVisible(element: Element, onVisible: () => void): () => void {
  if (typeof IntersectionObserver !== 'function') return () => {}
  observer ??= new IntersectionObserver(tellVisible)
  waiting.set(element, onVisible)
  observer.observe(element)
  return () => forget(element)
}

function tellVisible(entries: readonly IntersectionObserverEntry[]): void {
  for (const { target, isIntersecting } of entries) {
    if (!isIntersecting) continue
    const onVisible = waiting.get(target)
    forget(target)
    onVisible?.()
  }
}

function forget(element: Element): void {
  waiting.delete(element)
  observer?.unobserve(element)
}
