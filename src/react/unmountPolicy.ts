import type { Session } from '../engine/sessionTypes.ts'
import type { Lease } from './lease.ts'

/**
 * What becomes of unfinished uploads when the last component that uses them unmounts. `keep`: transfers and commits finish;
 * under a draft's id the session is there again on the next mount. `cancel`: they are aborted and discarded.
 */
export type UnmountPolicy = 'keep' | 'cancel'

/** @param isFindable a later mount can ask for the session again, by its draft's id */
export async function leaveSession(lease: Lease<Session>, policy: UnmountPolicy, isFindable: boolean): Promise<void> {
  if (policy === 'cancel') return lease.close()
  const state = await lease.value.settled()
  const isWorthKeeping = isFindable && state.ids.length > 0
  if (!isWorthKeeping && !lease.isHeld()) lease.close()
}
