'use client'
import { useCallback, useSyncExternalStore } from 'react'

/** Anything that tells when it has changed. */
export interface Subscribable {
  subscribe: (listener: () => void) => () => void
}

/**
 * Reads a part of a store that may not be there. Undefined without a store, and on the server.
 *
 * @param read must return the same reference until that part changes; define it outside of the component or memoise it
 */
export function useStore<S extends Subscribable, T>(store: S | undefined, read: (store: S) => T): T | undefined {
  const readNow = useCallback(() => (store ? read(store) : undefined), [store, read])
  return useSyncExternalStore(store?.subscribe ?? subscribeToNothing, readNow, neverOnServer)
}

const subscribeToNothing = () => () => {}
const neverOnServer = () => undefined
