import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createRoot } from 'react-dom/client'
import { AttachkitProvider, selectTotals, type Session } from '../../src/index.ts'
import { openLedger, type LedgerEntries } from './pageLedger.ts'
import { counts, SoakDesk } from './SoakDesk.tsx'
import type { StepCounts } from './countSteps.ts'
import { soakBytes, soakName } from './soakFile.ts'

/** Where the page stands. */
export interface SoakState {
  done: number
  failed: string[]
  /** Statuses, and how many files are in each. */
  statuses: Record<string, number>
  hold: string | undefined
  sentBytes: number
}

/** What Node asks of the page. */
export interface SoakDriver {
  /** Picks files by their numbers, through the drop zone's own input. */
  pick: (first: number, count: number) => void
  state: () => SoakState
  /** Resolves with the handle of each file once nothing is left to do. */
  settled: () => Promise<Record<string, string>>
  remove: (names: readonly string[]) => void
  unmount: () => void
  ledger: () => LedgerEntries
  counts: () => StepCounts
  /** The books as they were before anything was mounted. */
  before: LedgerEntries
}

declare global {
  interface Window {
    soak: SoakDriver
  }
}

const ledger = openLedger()
document.body.innerHTML = '<div id="desk"></div>'
const root = createRoot(document.querySelector('#desk') as HTMLElement)
const before = ledger()
let session: Session

root.render(
  <QueryClientProvider client={new QueryClient()}>
    <AttachkitProvider>
      <SoakDesk onSession={(created) => void (session = created)} />
    </AttachkitProvider>
  </QueryClientProvider>,
)

window.soak = {
  before,
  ledger,
  counts: () => counts,
  pick(first, count) {
    const transfer = new DataTransfer()
    for (let index = first; index < first + count; index += 1) {
      transfer.items.add(new File([soakBytes(index)], soakName(index)))
    }
    const input = document.querySelector('input[type=file]') as HTMLInputElement
    input.files = transfer.files
    input.dispatchEvent(new Event('change', { bubbles: true }))
  },
  state() {
    const snapshot = session.getSnapshot()
    const statuses: Record<string, number> = {}
    const failed: string[] = []
    for (const item of snapshot.items.values()) {
      statuses[item.status] = (statuses[item.status] ?? 0) + 1
      if (item.status === 'failed') failed.push(`${item.meta.name}: ${item.error.stage} ${item.error.code}`)
      if (item.status === 'rejected') failed.push(`${item.meta.name}: ${item.reasons.map(({ code }) => code).join()}`)
    }
    const { sentBytes } = selectTotals(snapshot)
    return { done: statuses['done'] ?? 0, failed, statuses, hold: snapshot.hold, sentBytes }
  },
  async settled() {
    const { items } = await session.settled()
    const handles: Record<string, string> = {}
    for (const item of items.values()) if (item.status === 'done') handles[item.meta.name] = item.attachment.handle
    return handles
  },
  remove(names) {
    for (const item of session.getSnapshot().items.values()) if (names.includes(item.meta.name)) session.remove(item.id)
  },
  unmount: () => root.unmount(),
}
