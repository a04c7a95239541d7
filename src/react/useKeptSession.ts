'use client'
import { useCallback, useContext } from 'react'
import type { Session } from '../engine/sessionTypes.ts'
import { AttachkitContext } from './attachkitContext.ts'
import { createLease, type Lease } from './lease.ts'
import { useSessionWatch } from './sessionWatch.ts'
import { leaveSession, type UnmountPolicy } from './unmountPolicy.ts'
import { useLease } from './useLease.ts'

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
  const key = sessionKey(vendor, draftId)
  const isFindable = draftId !== undefined

  const session = useLease({
    key,
    open(before) {
      if (!sessions || !isFindable) return createLease(create())
      // Files picked before the draft had an id go with it.
      const isSameDraft = before?.key === sessionKey(vendor, undefined) && !before.lease.isClosed()
      return sessions.open(key, () => (isSameDraft ? before.lease : createLease(create())))
    },
    leave: useCallback((lease: Lease<Session>) => void leaveSession(lease, unmount, isFindable), [unmount, isFindable]),
  })
  useSessionWatch(session)

  return session
}

function sessionKey(vendor: string, draftId: string | undefined): string {
  return JSON.stringify([vendor, draftId])
}

function missingProvider(draftId: string): string {
  return `attachkit: draftId "${draftId}" needs an <AttachkitProvider> near the root of the app.`
}
