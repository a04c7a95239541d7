'use client'
import { useState, useSyncExternalStore } from 'react'
import type { CSSProperties } from 'react'
import { copyText } from '../components/attachment-list/copyText.ts'
import { displayName } from '../engine/displayName.ts'
import type { Item } from '../engine/item.ts'
import type { TelemetryEvent } from '../telemetry/telemetryEvent.ts'
import { clockOf } from './clockOf.ts'
import { CredentialLife } from './CredentialLife.tsx'
import type { DevtoolsLog, DevtoolsState } from './devtoolsLog.ts'
import { diagnosticsOf } from './diagnosticsOf.ts'

interface DevtoolsPanelProps {
  log: DevtoolsLog
  isOpen: boolean
}

/** The panel itself, loaded when it is first shown. Its words are for developers, in English. */
export default function DevtoolsPanel({ log, isOpen }: DevtoolsPanelProps) {
  const state = useSyncExternalStore(log.subscribe, log.getSnapshot, log.getSnapshot)
  const [note, setNote] = useState('')
  const items = state.sessions.flatMap((session) => [...session.getSnapshot().items.values()])
  const copy = async () => {
    const isCopied = await copyText(diagnosticsOf(state))
    setNote(isCopied ? 'Copied.' : 'The browser refused to copy.')
  }
  return (
    <aside aria-label="Upload devtools" style={look.panel}>
      <details open={isOpen}>
        <summary style={look.summary}>Uploads: {countsOf(items)}</summary>
        {/* The buttons are within what scrolls, which the keyboard scrolls from there. */}
        <div style={look.body}>
          <p style={look.actions}>
            <button type="button" onClick={() => void copy()}>
              Copy diagnostics
            </button>
            <button type="button" onClick={log.clear}>
              Forget events
            </button>
            <output>{note}</output>
          </p>
          <Queue items={items} events={state.events} />
          <Timeline events={state.events} items={items} />
        </div>
      </details>
    </aside>
  )
}

/** How many there are in each state. */
function countsOf(items: readonly Item[]): string {
  const counts = new Map<string, number>()
  for (const { status } of items) counts.set(status, (counts.get(status) ?? 0) + 1)
  return [...counts].map(([status, count]) => `${count} ${status}`).join(', ') || 'none'
}

function Queue({ items, events }: { items: readonly Item[]; events: DevtoolsState['events'] }) {
  return (
    <table style={look.table}>
      <caption style={look.caption}>Queue</caption>
      <thead>
        <tr>
          <Heads of={['#', 'File', 'State', 'Bytes', 'Retry', 'Credential']} />
        </tr>
      </thead>
      <tbody>
        {items.map((item, index) => (
          <tr key={item.id}>
            <td>{index + 1}</td>
            <td>
              <bdi>{displayName(item.meta.name)}</bdi>
            </td>
            <td>{stateOf(item)}</td>
            <td>
              {item.sentBytes} of {item.meta.size}
            </td>
            <td>{item.retry && `try ${item.retry.attempt} of ${item.retry.maxAttempts}: ${item.retry.error.code}`}</td>
            <td>
              <CredentialLife item={item} events={events} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Heads({ of }: { of: readonly string[] }) {
  return of.map((name) => (
    <th key={name} scope="col" style={look.head}>
      {name}
    </th>
  ))
}

function stateOf(item: Item): string {
  if (item.status === 'failed') return `failed: ${item.error.code} (${item.error.stage})`
  if (item.status === 'paused') return `paused: ${item.reason}`
  if (item.status === 'rejected') return `rejected: ${item.reasons.map(({ code }) => code).join(', ')}`
  return item.status === 'uploading' && item.isStalled ? 'uploading, stalled' : item.status
}

function Timeline({ events, items }: { events: DevtoolsState['events']; items: readonly Item[] }) {
  const numbers = new Map(items.map(({ id }, index) => [id, index + 1]))
  return (
    <table style={look.table}>
      <caption style={look.caption}>Events, latest first</caption>
      <thead>
        <tr>
          <Heads of={['Time', '#', 'Event', 'With']} />
        </tr>
      </thead>
      <tbody>
        {events.toReversed().map((event, index) => (
          <tr key={events.length - index}>
            <td>{clockOf(event.at)}</td>
            <td>{numbers.get(event.itemId) ?? 'gone'}</td>
            <td>{event.type}</td>
            <td>{detailsOf(event)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Everything else that an event holds, which is nothing that could not leave the page. */
function detailsOf({ itemId: _itemId, at: _at, type: _type, ...rest }: TelemetryEvent): string {
  return Object.entries(rest)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name} ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`)
    .join(', ')
}

/** Set by script, which a strict style policy allows; nothing of the page's style sheets is needed. */
const look = {
  panel: {
    position: 'fixed',
    insetBlockEnd: 0,
    insetInlineEnd: 0,
    zIndex: 2147483000,
    maxInlineSize: 'min(60rem, 100vw)',
    font: '12px/1.5 ui-monospace, monospace',
    color: '#e8eaf0',
    background: '#171a21',
    borderStartStartRadius: 8,
    direction: 'ltr',
  },
  summary: { padding: '6px 12px', cursor: 'pointer' },
  body: { maxBlockSize: '40vh', overflow: 'auto', padding: '0 12px' },
  table: { borderCollapse: 'separate', borderSpacing: '0 2px', marginBlockEnd: 8, inlineSize: '100%' },
  caption: { textAlign: 'start', fontWeight: 700, paddingBlock: 6 },
  head: { textAlign: 'start', fontWeight: 400, paddingInlineEnd: 24, color: '#aab3c2' },
  actions: { display: 'flex', gap: 8, alignItems: 'center', margin: 0, paddingBlock: 8 },
} satisfies Record<string, CSSProperties>
