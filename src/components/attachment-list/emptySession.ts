import type { SessionState } from '../../engine/sessionTypes.ts'
import type { ListSession } from './attachmentListContext.ts'

const state: SessionState = { ids: [], items: new Map(), hold: undefined, rules: {}, interrupted: [] }
const nothing = () => {}

/** Stands in where a list shows stored attachments only. */
export const emptySession: ListSession = {
  getSnapshot: () => state,
  subscribe: () => nothing,
  add: () => [],
  cancel: nothing,
  retry: nothing,
  remove: nothing,
  admit: nothing,
  rename: nothing,
  resume: nothing,
  discardInterrupted: nothing,
}
