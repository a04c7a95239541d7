import { act } from '@testing-library/react'
import { vi } from 'vitest'
import type { Item } from '../../src/engine/item.ts'
import type { Session, SessionState } from '../../src/engine/sessionTypes.ts'
import { frozenSession } from '../../src/testing/frozenSession.ts'

/** A session in the test's hand: it shows what `pose` sets and records what it is told. */
export interface PosableSession extends Session {
  pose: (items: readonly Item[], rest?: Partial<Pick<SessionState, 'hold' | 'rules'>>) => void
}

export function posableSession(
  items: readonly Item[] = [],
  rest: Partial<Pick<SessionState, 'hold' | 'rules'>> = {},
): PosableSession {
  let posed = frozenSession(items, rest)
  const listeners = new Set<() => void>()
  return {
    ...posed,
    getSnapshot: () => posed.getSnapshot(),
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    add: vi.fn<Session['add']>(() => []),
    retry: vi.fn<Session['retry']>(),
    cancel: vi.fn<Session['cancel']>(),
    remove: vi.fn<Session['remove']>(),
    pose(next, nextRest = rest) {
      posed = frozenSession(next, nextRest)
      act(() => listeners.forEach((listener) => listener()))
    },
  }
}
