import type { Session, SessionState } from '../engine/sessionTypes.ts'

const snapshots = new WeakMap<object, SessionState>()

/**
 * What a server renders, and a browser while it hydrates: the session without files. A file added before a late boundary
 * hydrates would otherwise not match the server's HTML.
 */
export function serverSnapshot(upload: Pick<Session, 'getSnapshot'>): SessionState {
  const known = snapshots.get(upload)
  if (known) return known
  const { rules } = upload.getSnapshot()
  const snapshot: SessionState = { ids: [], items: new Map(), hold: undefined, rules, interrupted: [] }
  snapshots.set(upload, snapshot)
  return snapshot
}
