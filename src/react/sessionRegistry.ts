import type { Session } from '../engine/sessionTypes.ts'
import type { Lease } from './lease.ts'

/** The sessions of a provider, by key: what lets an upload outlive the component that started it. */
export interface SessionRegistry {
  /** The open session under that key, else what `create` makes. Safe to call while rendering. */
  readonly open: (key: string, create: () => Lease<Session>) => Lease<Session>
  /** Whether it is one of a draft here. */
  readonly holds: (session: unknown) => boolean
  readonly retain: () => void
  /** Ends all sessions unless `retain` is called within the same commit. */
  readonly release: () => void
}

export function createSessionRegistry(): SessionRegistry {
  const leases = new Map<string, Lease<Session>>()
  let holders = 0

  function forgetClosed() {
    for (const [key, lease] of leases) if (lease.isClosed()) leases.delete(key)
  }

  return {
    open: (key, create) => {
      forgetClosed()
      const lease = leases.get(key) ?? create()
      leases.set(key, lease)
      return lease
    },
    holds: (session) => [...leases.values()].some(({ value }) => value === session),
    retain: () => {
      holders += 1
    },
    release: () => {
      holders -= 1
      queueMicrotask(() => {
        if (holders > 0) return
        for (const lease of leases.values()) lease.close()
        leases.clear()
      })
    },
  }
}
