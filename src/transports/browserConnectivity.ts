import type { Connectivity } from '../engine/ports.ts'

/** What the browser knows of the network. Where it knows nothing (a server), one is online. */
export function createBrowserConnectivity(): Connectivity {
  return {
    isOnline: () => globalThis.navigator?.onLine !== false,
    subscribe(listener) {
      if (typeof globalThis.addEventListener !== 'function') return () => {}
      globalThis.addEventListener('online', listener)
      globalThis.addEventListener('offline', listener)
      return () => {
        globalThis.removeEventListener('online', listener)
        globalThis.removeEventListener('offline', listener)
      }
    },
  }
}
