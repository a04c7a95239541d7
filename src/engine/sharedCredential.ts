import type { Clock } from './clock.ts'
import { deadlineOf, isStale } from './credentialLife.ts'
import type { Expiry } from './ports.ts'

export interface SharedCredentialOptions<T> {
  /** Asks the backend for a credential that serves many files (an STS triple, a policy for a folder). */
  ask: () => Promise<T & { expiry?: Expiry | undefined }>
  clock: Clock
  /** A credential with less life left is asked for anew. @default 30000 */
  minLifeMs?: number | undefined
}

export interface SharedCredential<T> {
  /** The held credential, or a new one; callers at the same time share one call. A failure is not kept. */
  readonly get: () => Promise<T>
  /** Forgets the held credential, unless it was replaced since: pass the one that was refused. */
  readonly invalidate: (refused: T) => void
}

/** One credential for many files, refreshed by one call at a time. */
export function createSharedCredential<T extends object>({
  ask,
  clock,
  minLifeMs = 30_000,
}: SharedCredentialOptions<T>): SharedCredential<T> {
  let held: { credential: T; deadline: number; askedAt: number } | undefined
  let asking: Promise<T> | undefined

  async function refresh(): Promise<T> {
    const askedAt = clock()
    try {
      const credential = await ask()
      held = { credential, deadline: deadlineOf(credential.expiry, askedAt), askedAt }
      return credential
    } finally {
      asking = undefined
    }
  }

  return {
    get() {
      if (held && !isStale(held.deadline, held.askedAt, clock, minLifeMs)) return Promise.resolve(held.credential)
      asking ??= refresh()
      return asking
    },
    invalidate(refused) {
      if (held?.credential === refused) held = undefined
    },
  }
}
