'use client'
import { useEffect, useReducer, useState } from 'react'
import type { Lease } from './lease.ts'

export interface LeaseOptions<T> {
  /** Another key takes another lease. */
  key: string
  /** Called while rendering, so it must not start anything. Is told what was held before under another key. */
  open: (before?: { key: string; lease: Lease<T> }) => Lease<T>
  /** What happens when nobody uses it any more. Wants a stable identity. */
  leave: (lease: Lease<T>) => void
}

/** Holds a store for as long as the component is mounted; the same one on every render with the same key. */
export function useLease<T>({ key, open, leave }: LeaseOptions<T>): T {
  const [generation, renew] = useReducer((count: number) => count + 1, 0)
  const [held, setHeld] = useState(() => ({ key, generation, lease: open() }))
  let { lease } = held
  if (held.key !== key || held.generation !== generation) {
    lease = open(held)
    setHeld({ key, generation, lease })
  }
  // A passive effect: layout effects are also undone while a sibling suspends, and that is no reason to stop.
  useEffect(() => {
    // Hidden by <Activity> for a while, and closed meanwhile.
    if (lease.isClosed()) return renew()
    lease.retain()
    return () => lease.release(() => leave(lease))
  }, [lease, leave])

  return lease.value
}
