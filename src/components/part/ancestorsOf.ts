/** A node and all around it, out of shadow roots too: `contains` and `closest` end at their edge. */
export function ancestorsOf(node: Node | null): Node[] {
  const found: Node[] = []
  for (let around = node; around; around = around.parentNode ?? hostOf(around)) found.push(around)
  return found
}

/** What an event was for, which its `target` hides once the event has left a shadow root. */
export function deepTarget(event: Event): EventTarget | null {
  return event.composedPath()[0] ?? event.target
}

function hostOf(node: Node): Element | null {
  return node instanceof ShadowRoot ? node.host : null
}
