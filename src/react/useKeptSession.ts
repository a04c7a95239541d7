'use client'
import { useContext, useEffect, useReducer, useState } from 'react'
import type { Session } from '../engine/sessionTypes.ts'
import { AttachkitContext } from './attachkitContext.ts'
import type { SessionLease } from './sessionLease.ts'
import { createSessionLease } from './sessionLease.ts'
import type { UnmountPolicy } from './unmountPolicy.ts'
import { leaveSession } from './unmountPolicy.ts'

interface KeptSessionOptions {
  /** Sessions of different vendors are never mixed: a handle of one means nothing to another. */
  vendor: string
  draftId: string | undefined
  unmount: UnmountPolicy
  create: () => Session
}

/** One session for the life of the component, or of the provider where a draft's id is given. */
export function useKeptSession({ vendor, draftId, unmount, create }: KeptSessionOptions): Session {
  const sessions = useContext(AttachkitContext)?.sessions
  if (draftId !== undefined && !sessions) throw new Error(missingProvider(draftId))

  const [generation, renew] = useReducer((count: number) => count + 1, 0)
  const key = JSON.stringify([vendor, draftId, generation])
  const [held, setHeld] = useState(() => ({ key, vendor, draftId, lease: open() }))
  let { lease } = held
  if (held.key !== key) {
    lease = open(held)
    setHeld({ key, vendor, draftId, lease })
  }

  const isFindable = draftId !== undefined
  useEffect(() => {
    // Hidden by <Activity> for a while, and ended meanwhile.
    if (lease.isClosed()) return renew()
    lease.retain()
    return () => lease.release(() => void leaveSession(lease, unmount, isFindable))
  }, [lease, unmount, isFindable])

  return lease.session

  function open(before?: { vendor: string; draftId: string | undefined; lease: SessionLease }): SessionLease {
    if (draftId === undefined || !sessions) return createSessionLease(create())
    return sessions.open(JSON.stringify([vendor, draftId]), () => {
      // Files picked before the draft had an id go with it.
      const isSameDraft = before && before.vendor === vendor && before.draftId === undefined && !before.lease.isClosed()
      return isSameDraft ? before.lease : createSessionLease(create())
    })
  }
}

function missingProvider(draftId: string): string {
  return (
    `attachkit: draftId "${draftId}" was given, but no <AttachkitProvider> is above this component. ` +
    'The provider is what keeps a draft over unmount and remount. Put one near the root of the app.'
  )
}
