import { ancestorsOf, deepTarget } from '../part/ancestorsOf.ts'

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
  const target = deepTarget(event)
  takerFor(target instanceof Element ? target : document.body)?.onPaste(event)
}

/** The innermost zone around the target, else the zone of the target's form, else the only one when nothing has focus. */
function takerFor(target: Element): PasteTaker | undefined {
  const all = [...takers]
  const around = ancestorsOf(target)
  const depth = (taker: PasteTaker) => around.findIndex((node) => node === taker.element())
  const [innermost] = all.filter((taker) => depth(taker) >= 0).sort((one, other) => depth(one) - depth(other))
  if (innermost) return innermost
  const form = around.find((node) => node instanceof HTMLFormElement)
  const ofForm = all.find((taker) => taker.takesForm && form && ancestorsOf(taker.element()).includes(form))
  if (ofForm) return ofForm
  const isUnfocused = target === document.body || target === document.documentElement
  return isUnfocused && all.length === 1 && all[0]?.takesForm ? all[0] : undefined
}
