import type { Item } from '../engine/item.ts'
import type { Session, SessionState } from '../engine/sessionTypes.ts'

const nothing = () => {}

/** A session that stands still, for a story or a test of how a state looks: it shows these items and obeys nothing. */
export function frozenSession(
  items: readonly Item[],
  rest: Partial<Pick<SessionState, 'hold' | 'rules' | 'interrupted'>> = {},
): Session {
  const state: SessionState = {
    ids: items.map((item) => item.id),
    items: new Map(items.map((item) => [item.id, item])),
    hold: rest.hold,
    rules: rest.rules ?? {},
    interrupted: rest.interrupted ?? [],
  }
  return {
    warm: nothing,
    getSnapshot: () => state,
    subscribe: () => nothing,
    observe: () => nothing,
    add: () => [],
    start: nothing,
    retry: nothing,
    retryAll: nothing,
    restore: () => Promise.resolve(),
    discardInterrupted: nothing,
    cancel: nothing,
    remove: nothing,
    admit: nothing,
    rename: nothing,
    pause: nothing,
    resume: nothing,
    clear: nothing,
    reset: nothing,
    leave: nothing,
    comeBack: nothing,
    settled: () => Promise.resolve(state),
    configure: nothing,
    dispose: nothing,
  }
}
