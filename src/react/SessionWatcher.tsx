'use client'
import { useCallback, useContext, useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import type { Session } from '../engine/sessionTypes.ts'
import { SessionWatchContext } from './sessionWatch.ts'

interface Watched {
  holders: number
  readonly close: () => void
}

/**
 * Opens something for each session that a hook below uses, and closes it when no hook uses the session any more and its
 * uploads have ended: one that outlives its component still has an end to be seen. Watchers may stand inside one another.
 */
export function SessionWatcher({ open, children }: SessionWatcherProps) {
  const outer = useContext(SessionWatchContext)
  const [sessions] = useState(() => new Map<Session, Watched>())
  useEffect(() => () => closeAll(sessions), [sessions])
  const watch = useCallback(
    (session: Session) => {
      const watched = sessions.get(session) ?? { holders: 0, close: open(session) }
      watched.holders += 1
      sessions.set(session, watched)
      const leaveOuter = outer?.(session)
      return () => {
        watched.holders -= 1
        void closeOnceSettled(sessions, session)
        leaveOuter?.()
      }
    },
    [open, outer, sessions],
  )

  return <SessionWatchContext.Provider value={watch}>{children}</SessionWatchContext.Provider>
}

export interface SessionWatcherProps {
  /** Wants a stable identity. Returns the function that closes. */
  open: (session: Session) => () => void
  children?: ReactNode
}

async function closeOnceSettled(sessions: Map<Session, Watched>, session: Session): Promise<void> {
  await session.settled()
  const watched = sessions.get(session)
  if (!watched || watched.holders > 0) return
  watched.close()
  sessions.delete(session)
}

function closeAll(sessions: Map<Session, Watched>): void {
  for (const { close } of sessions.values()) close()
  sessions.clear()
}
