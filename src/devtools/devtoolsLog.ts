import type { Session } from '../engine/sessionTypes.ts'
import { measureUploads } from '../telemetry/measureUploads.ts'
import type { TelemetryEvent } from '../telemetry/telemetryEvent.ts'

/** What the panel shows: the sessions there are, and what happened in them. */
export interface DevtoolsState {
  readonly sessions: readonly Session[]
  /** Oldest first; the latest 200. */
  readonly events: readonly TelemetryEvent[]
}

export interface DevtoolsLog {
  readonly getSnapshot: () => DevtoolsState
  readonly subscribe: (listener: () => void) => () => void
  /** Follows a session until the returned function is called. */
  readonly watch: (session: Session) => () => void
  /** Forgets the events. */
  readonly clear: () => void
}

const capacity = 200

/** Collects what the telemetry of each watched session tells. */
export function createDevtoolsLog(): DevtoolsLog {
  const listeners = new Set<() => void>()
  let state: DevtoolsState = { sessions: [], events: [] }

  function become(change: Partial<DevtoolsState>) {
    state = { ...state, ...change }
    for (const listener of listeners) listener()
  }

  return {
    getSnapshot: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    watch: (session) => {
      become({ sessions: [...state.sessions, session] })
      const stops = [
        measureUploads(session, (event) => become({ events: [...state.events, event].slice(-capacity) })),
        session.subscribe(() => become({})),
      ]
      return () => {
        for (const stop of stops) stop()
        become({ sessions: state.sessions.filter((each) => each !== session) })
      }
    },
    clear: () => become({ events: [] }),
  }
}
