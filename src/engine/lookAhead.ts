import { deadlineOf, isStale } from './credentialLife.ts'
import type { Clock } from './clock.ts'
import type { Item } from './item.ts'
import type { Credential, FileMeta } from './ports.ts'

/** A credential with the span it is good for, on the session's clock. */
export interface LivingCredential<C extends Credential> {
  credential: C
  askedAt: number
  deadline: number
}

/** Credentials that were asked for while their file still stood in line. */
export interface LookAhead<C extends Credential> {
  /** Asks for the first files of the line, so many that no more than the limit lie unused. */
  readonly fill: (line: Iterable<Item>) => void
  /** The credential of a file whose turn has come; undefined where none was asked for, none came, or its life is half over. */
  readonly take: (item: Item) => Promise<LivingCredential<C> | undefined>
  readonly forget: (id: string) => void
}

interface LookAheadOptions<C extends Credential> {
  /** Credentials that may lie unused at a time. */
  limit: number
  clock: Clock
  /** Settles once the item's upload is aborted, whatever the backend does. */
  ask: (item: Item) => Promise<C>
}

/** A larger file takes longer to send than its credential takes to come, and might outlast the ones that wait behind it. */
const largestBytes = 1024 * 1024
/** A credential with less life left is asked for anew. */
const minLifeMs = 30_000

/** Asks for the credentials of small files while the ones before them move: the line then never waits for a signer. */
export function createLookAhead<C extends Credential>({ ask, clock, limit }: LookAheadOptions<C>): LookAhead<C> {
  interface Asked {
    meta: FileMeta
    answer: Promise<LivingCredential<C> | undefined>
  }
  const asked = new Map<string, Asked>()

  function askFor(item: Item): Asked {
    const askedAt = clock()
    const answer = ask(item).then(
      (credential) => ({ credential, askedAt, deadline: deadlineOf(credential.expiry, askedAt) }),
      // Asked again when the turn has come, and told then if it fails again.
      () => undefined,
    )
    return { meta: item.meta, answer }
  }

  return {
    fill(line) {
      for (const item of line) {
        if (asked.size >= limit || item.meta.size > largestBytes) return
        if (item.status === 'queued' && !item.stored && !item.handle && !asked.has(item.id)) {
          asked.set(item.id, askFor(item))
        }
      }
    },
    async take({ id, meta }) {
      const entry = asked.get(id)
      asked.delete(id)
      // Renamed since: the old name may be under the signature.
      if (!entry || entry.meta !== meta) return undefined
      const answer = await entry.answer
      return answer && !isStale(answer.deadline, answer.askedAt, clock, minLifeMs) ? answer : undefined
    },
    forget: (id) => void asked.delete(id),
  }
}
