/** A zone that takes pasted files. */
export interface PasteTaker {
  /** The zone's element. */
  element: () => HTMLElement | null
  /** Whether pastes in the rest of the zone's form are taken too. */
  takesForm: boolean
  onPaste: (event: ClipboardEvent) => void
}

const takers = new Set<PasteTaker>()

/** Hands each paste to the one zone it is for. Returns the function that stops. */
export function takePastes(taker: PasteTaker): () => void {
  if (takers.size === 0) document.addEventListener('paste', onPaste)
  takers.add(taker)
  return () => {
    takers.delete(taker)
    if (takers.size === 0) document.removeEventListener('paste', onPaste)
  }
}

function onPaste(event: ClipboardEvent): void {
  if (event.defaultPrevented) return
  const target = event.target instanceof Element ? event.target : document.body
  takerFor(target)?.onPaste(event)
}

/** The innermost zone around the target, else the zone of the target's form, else the only one when nothing has focus. */
function takerFor(target: Element): PasteTaker | undefined {
  const all = [...takers]
  const around = all.filter((taker) => taker.element()?.contains(target))
  const innermost = around.find((taker) => around.every((other) => other.element()?.contains(taker.element()) ?? true))
  if (innermost) return innermost
  const form = target.closest('form')
  const ofForm = all.find((taker) => taker.takesForm && form !== null && form.contains(taker.element()))
  if (ofForm) return ofForm
  const isUnfocused = target === document.body || target === document.documentElement
  return isUnfocused && all.length === 1 && all[0]?.takesForm ? all[0] : undefined
}
