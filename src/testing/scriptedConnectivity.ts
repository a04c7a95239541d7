import type { Connectivity } from '../engine/ports.ts'

export interface ScriptedConnectivity extends Connectivity {
  readonly goOffline: () => void
  readonly goOnline: () => void
}

/** The network as the test says: give it to a hook or a session as `connectivity`. Nothing of the browser is touched. */
export function createScriptedConnectivity(isOnline = true): ScriptedConnectivity {
  const listeners = new Set<() => void>()
  let state = isOnline
  function become(next: boolean) {
    state = next
    for (const listener of listeners) listener()
  }
  return {
    isOnline: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    goOffline: () => become(false),
    goOnline: () => become(true),
  }
}
