import { createClock, type Clock } from '../engine/clock.ts'
import type { Item } from '../engine/item.ts'
import { isUnfinished } from '../engine/selectors.ts'
import type { ItemChange, Session } from '../engine/sessionTypes.ts'
import { followUpload, type Measured } from './followUpload.ts'
import type { TelemetryEvent } from './telemetryEvent.ts'

export interface MeasureOptions {
  /** Milliseconds that only grow, for durations. @default the page's own, sleep included */
  clock?: Clock | undefined
  /** Milliseconds since the epoch, for `at`. @default Date.now */
  now?: (() => number) | undefined
}

/**
 * Tells what happens to the files of a session and how long each step takes, one stream without names. Costs nothing where it is
 * not called.
 *
 * @param onEvent called at once for each event; what it throws becomes an uncaught error of the page
 * @returns the function that stops it
 * @example
 * const stop = measureUploads(session, (event) => navigator.sendBeacon('/telemetry', JSON.stringify(event)))
 */
export function measureUploads(
  session: Pick<Session, 'observe' | 'getSnapshot'>,
  onEvent: (event: TelemetryEvent) => void,
  { clock = createClock(), now = Date.now }: MeasureOptions = {},
): () => void {
  const followed = new Map<string, (change: ItemChange) => void>()

  function emit(itemId: string, measured: Measured) {
    if (measured.type === 'settled') followed.delete(itemId)
    onEvent({ itemId, at: now(), ...measured })
  }

  function follow(item: Item) {
    followed.set(
      item.id,
      followUpload(item, clock, (measured) => emit(item.id, measured)),
    )
  }

  function begin(item: Item) {
    if (item.status === 'rejected')
      return emit(item.id, { type: 'rejected', codes: item.reasons.map(({ code }) => code) })
    follow(item)
    emit(item.id, { type: 'added', sizeBytes: item.meta.size, contentType: item.meta.contentType })
  }

  // Files may have been added before anybody measured; their wait counts from now.
  for (const item of session.getSnapshot().items.values()) if (isUnfinished(item)) follow(item)

  return session.observe((change) => {
    const { after, before, event } = change
    if (after && (event.type === 'added' || event.type === 'admitted')) return begin(after)
    if (!before) return
    const isAgain = event.type === 'requeued' && !followed.has(before.id)
    if (!isAgain) return followed.get(before.id)?.(change)
    follow(before)
    emit(before.id, { type: 'requeued', after: 'end' })
  })
}
