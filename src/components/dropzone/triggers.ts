const triggersOf = new WeakMap<object, Set<HTMLElement>>()

/** Remembers the button that adds files to a session, so that focus can go there when its last row is removed. */
export function rememberTrigger(upload: object, trigger: HTMLElement): () => void {
  const triggers = triggersOf.get(upload) ?? new Set()
  triggersOf.set(upload, triggers)
  triggers.add(trigger)
  return () => triggers.delete(trigger)
}

export function findTrigger(upload: object): HTMLElement | undefined {
  return [...(triggersOf.get(upload) ?? [])].find((trigger) => trigger.isConnected)
}
