import type { ItemEvent } from './item.ts'

/** Adds up what the parts of one file report. */
export interface PartProgress {
  readonly sent: (partNumber: number, sentBytes: number) => void
  readonly stalled: (partNumber: number, isStalled: boolean) => void
  /** Its bytes are stored, or it is given up: they count as stored, or not at all. */
  readonly ended: (partNumber: number, storedBytes: number) => void
}

/**
 * @param storedBytes what the store has from before
 * @param report takes the file's sum; the file stands still only when all parts under way do
 */
export function createPartProgress(storedBytes: number, report: (event: ItemEvent) => void): PartProgress {
  const underWay = new Map<number, { sentBytes: number; isStalled: boolean }>()
  let endedBytes = storedBytes
  let wasStalled = false

  function change(partNumber: number, news: { sentBytes?: number; isStalled?: boolean }) {
    underWay.set(partNumber, { sentBytes: 0, isStalled: false, ...underWay.get(partNumber), ...news })
    tell()
  }

  function tell() {
    const parts = [...underWay.values()]
    report({ type: 'bytesSent', sentBytes: parts.reduce((sum, { sentBytes }) => sum + sentBytes, endedBytes) })
    const isStalled = parts.length > 0 && parts.every((part) => part.isStalled)
    if (isStalled === wasStalled) return
    wasStalled = isStalled
    report({ type: 'stalled', isStalled })
  }

  tell()
  return {
    sent: (partNumber, sentBytes) => change(partNumber, { sentBytes }),
    stalled: (partNumber, isStalled) => change(partNumber, { isStalled }),
    ended(partNumber, bytes) {
      underWay.delete(partNumber)
      endedBytes += bytes
      tell()
    },
  }
}
