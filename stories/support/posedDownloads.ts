import type { Download } from '../../src/engine/downloadPorts.ts'
import type { Downloads } from '../../src/engine/downloads.ts'

const nothing = () => {}

/** Downloads that stand still, by the handle of their attachment. */
export function posedDownloads(downloads: Record<string, Download> = {}): Downloads {
  const state = new Map(Object.entries(downloads))
  return {
    getSnapshot: () => state,
    subscribe: () => nothing,
    download: nothing,
    cancel: nothing,
    configure: nothing,
    dispose: nothing,
  }
}
