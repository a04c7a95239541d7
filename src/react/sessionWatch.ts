'use client'
import { createContext, useContext, useEffect } from 'react'
import type { Session } from '../engine/sessionTypes.ts'

/** Is told of each session that a mounted hook uses; what it returns is called when that hook lets go. */
export type SessionWatch = (session: Session) => (() => void) | void

/** For telemetry and developer tools, which see the sessions below them. Undefined: nobody watches. */
export const SessionWatchContext = createContext<SessionWatch | undefined>(undefined)

export function useSessionWatch(session: Session): void {
  const watch = useContext(SessionWatchContext)
  useEffect(() => watch?.(session), [watch, session])
}
