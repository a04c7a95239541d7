import type { DoneItem, Item } from '../../src/engine/item.ts'
import type { BackendAdapter } from '../../src/engine/ports.ts'
import { createSession } from '../../src/engine/session.ts'
import { createUploadJournal } from '../../src/journal/createUploadJournal.ts'
import { createSignedPutTransport } from '../../src/transports/signedPut.ts'

/**
 * A session as a page has one, that uploads one file to the store behind the backend.
 *
 * @param scope of the page's journal; without it none is kept
 */
export function openSession(adapter: BackendAdapter<'signed-put'>, { scope }: { scope?: string } = {}) {
  const transports = { 'signed-put': createSignedPutTransport({ onDiagnosis: () => {} }) }
  const journal = scope === undefined ? undefined : createUploadJournal({ scope })
  const session = createSession({ adapter, transports, journal })
  const item = () => [...session.getSnapshot().items.values()][0]

  /** Rejects when the file fails. */
  function until<I extends Item>(isReached: (item: Item) => item is I): Promise<I> {
    return new Promise((resolve, reject) => {
      const look = () => {
        const found = item()
        if (found?.status === 'failed') return end(() => reject(found.error))
        if (found && isReached(found)) end(() => resolve(found))
      }
      const end = (settle: () => void) => {
        stop()
        settle()
      }
      const stop = session.subscribe(look)
      look()
    })
  }

  return {
    session,
    item,
    isSent: (bytes: number) => until((reached): reached is Item => reached.sentBytes >= bytes),
    isDone: () => until((reached): reached is DoneItem => reached.status === 'done'),
  }
}
