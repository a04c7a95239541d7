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

export interface LookAheadOptions<C extends Credential> {
  /** Credentials that may lie unused at a time. */
  limit: number
  /** Files in one call. A group is asked for when half of the credentials are used, so that few calls serve many files. */
  groupSize: number
  clock: Clock
  /** In the order of the items; undefined for one that gets none. Settles in time, whatever the backend does. */
  ask: (items: readonly Item[]) => Promise<readonly (C | undefined)[]>
}

/** A larger file takes longer to send than its credential takes to come, and might outlast the ones that wait behind it. */
const largestBytes = 1024 * 1024
/** A credential with less life left is asked for anew. */
const minLifeMs = 30_000

/** Asks for the credentials of small files while the ones before them move: the line then never waits for a signer. */
export function createLookAhead<C extends Credential>(options: LookAheadOptions<C>): LookAhead<C> {
  const { ask, clock, limit, groupSize } = options
  const refillAt = groupSize > 1 ? Math.floor(limit / 2) : limit - 1

  interface Asked {
    meta: FileMeta
    answer: Promise<LivingCredential<C> | undefined>
  }
  const asked = new Map<string, Asked>()

  function askFor(items: readonly Item[]) {
    const askedAt = clock()
    const answers = ask(items).catch(() => [])
    for (const [at, { id, meta }] of items.entries()) {
      // One that got none is asked for again when its turn has come, and what is wrong is told then.
      const answer = answers.then(({ [at]: credential }) => {
        return credential && { credential, askedAt, deadline: deadlineOf(credential.expiry, askedAt) }
      })
      asked.set(id, { meta, answer })
    }
  }

  /** The first of the line that have none yet, up to a large file. */
  function firstOf(line: Iterable<Item>, count: number): readonly Item[] {
    const items: Item[] = []
    for (const item of line) {
      if (items.length >= count || item.meta.size > largestBytes) break
      if (item.status === 'queued' && !item.stored && !item.handle && !asked.has(item.id)) items.push(item)
    }
    return items
  }

  return {
    fill(line) {
      if (asked.size > refillAt) return
      const items = firstOf(line, limit - asked.size)
      for (let at = 0; at < items.length; at += groupSize) askFor(items.slice(at, at + groupSize))
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
