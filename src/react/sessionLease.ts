import type { Session } from '../engine/sessionTypes.ts'

/** A session, and how many mounted components use it. */
export interface SessionLease {
  readonly session: Session
  readonly isHeld: () => boolean
  /** The session was ended: whoever needs one opens another. */
  readonly isClosed: () => boolean
  readonly retain: () => void
  /** Gives the session up. `leave` runs unless somebody takes it again within the same commit. */
  readonly release: (leave: () => void) => void
  /** Cancels and discards what is unfinished. What was committed is the backend's now and stays there. */
  readonly close: () => void
}

export function createSessionLease(session: Session): SessionLease {
  let holders = 0
  let closed = false

  return {
    session,
    isHeld: () => holders > 0,
    isClosed: () => closed,
    retain: () => {
      holders += 1
    },
    release: (leave) => {
      holders -= 1
      // StrictMode and a changed key unmount and mount within one commit: who is alone after it has really left.
      queueMicrotask(() => {
        if (holders === 0 && !closed) leave()
      })
    },
    close: () => {
      if (closed) return
      closed = true
      session.dispose()
    },
  }
}
