import type { Item } from '../engine/item.ts'
import type { DevtoolsState } from './devtoolsLog.ts'

/**
 * What there is to tell of the uploads, as text for a ticket: states, sizes, types, codes and times. No file name, URL, handle,
 * signature or token is in it.
 */
export function diagnosticsOf({ sessions, events }: DevtoolsState): string {
  const items = sessions.flatMap((session) => [...session.getSnapshot().items.values()].map(describeItem))
  return JSON.stringify({ items, events }, undefined, 2)
}

function describeItem({ id, meta, retry, sentBytes, status, ...rest }: Item) {
  return {
    itemId: id,
    status,
    sizeBytes: meta.size,
    sentBytes,
    contentType: meta.contentType,
    retry: retry && { attempt: retry.attempt, code: retry.error.code, stage: retry.error.stage },
    code: 'error' in rest ? rest.error.code : undefined,
    stage: 'error' in rest ? rest.error.stage : undefined,
    reasons: 'reasons' in rest ? rest.reasons.map(({ code }) => code) : undefined,
    pausedBy: 'reason' in rest ? rest.reason : undefined,
  }
}
