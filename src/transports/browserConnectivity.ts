import type { Connectivity } from '../engine/ports.ts'

/** What the browser knows of the network. Where it knows nothing (a server), one is online. */
export function createBrowserConnectivity(): Connectivity {
  return {
    isOnline: () => globalThis.navigator?.onLine !== false,
    subscribe(listener) {
      const types = ['online', 'offline']
      for (const type of types) globalThis.addEventListener?.(type, listener)
      return () => {
        for (const type of types) globalThis.removeEventListener?.(type, listener)
      }
    },
  }
}
