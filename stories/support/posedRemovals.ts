import type { Removal, Removals } from '../../src/engine/removalTypes.ts'

const nothing = () => {}

/** Removals that stand still. */
export function posedRemovals(
  removals: readonly Removal[],
): Pick<Removals, 'getSnapshot' | 'subscribe' | 'remove' | 'undo'> {
  const state = new Map(removals.map((removal) => [removal.attachment.handle, removal]))
  return { getSnapshot: () => state, subscribe: () => nothing, remove: nothing, undo: nothing }
}
