import { withDeadline } from './attempt.ts'
import type { Item } from './item.ts'
import type { LookAheadOptions } from './lookAhead.ts'
import type { BackendAdapter, CredentialKind, CredentialOf } from './ports.ts'
import type { Queue } from './queue.ts'
import type { SessionOptions } from './sessionTypes.ts'
import { defaultDeadlines } from './uploadFile.ts'

interface AheadContext<K extends CredentialKind> {
  /** Read anew for each call: the adapter may change while the session lives. */
  options: () => SessionOptions<K>
  credentialCalls: Queue
  /** Aborted when the item's upload is. */
  signalOf: (id: string) => AbortSignal
}

/** Of the credentials that may lie unused there are no more than slots, or so many: each grows old while it waits. */
const fewest = 3

/** How the backend is asked ahead: in groups where it signs so, else one by one. */
export function createAheadCalls<K extends CredentialKind>({
  options,
  credentialCalls,
  signalOf,
}: AheadContext<K>): Omit<LookAheadOptions<CredentialOf<K>>, 'clock'> {
  const { adapter: first, concurrency = fewest, credentialsAhead = 0 } = options()

  async function askForOne([item]: readonly Item[]) {
    if (!item) return []
    const { id: itemId, meta: file } = item
    return inTime(signalOf(itemId), async (adapter, signal) => [
      await adapter.requestUpload({ itemId, file, attempt: 1, signal }),
    ])
  }

  async function askForMany(items: readonly Item[]) {
    const files = items.map(({ id: itemId, meta: file }) => ({ itemId, file }))
    return inTime(
      new AbortController().signal,
      async (adapter, signal) => (await adapter.batch?.requestUploads({ files, signal })) ?? [],
    )
  }

  function inTime<T>(signal: AbortSignal, ask: (adapter: BackendAdapter<K>, signal: AbortSignal) => Promise<T>) {
    const { adapter, deadlines } = options()
    const withinMs = { ...defaultDeadlines, ...deadlines }.credentials
    const askNow = (inner: AbortSignal) => ask(adapter, inner)
    return credentialCalls.run(() => withDeadline('credentials', withinMs, signal, askNow), signal)
  }

  return first.batch
    ? { limit: first.batch.maxFiles, groupSize: first.batch.maxFiles, ask: askForMany }
    : { limit: Math.min(credentialsAhead, Math.max(concurrency, fewest)), groupSize: 1, ask: askForOne }
}
