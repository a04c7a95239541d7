import { describe, expect, it } from 'vitest'
import { UploadError } from '../../src/engine/errors.ts'
import type { ItemEvent, ItemStatus } from '../../src/engine/item.ts'
import { transition } from '../../src/engine/transition.ts'
import { itemIn, pendingRetry, stored } from '../support/items.ts'

const statuses: ItemStatus[] = [
  'queued',
  'preparing',
  'uploading',
  'committing',
  'done',
  'failed',
  'cancelled',
  'paused',
  'rejected',
]

const events: Record<ItemEvent['type'], ItemEvent> = {
  credentialRequested: { type: 'credentialRequested', attempt: 2 },
  credentialIssued: { type: 'credentialIssued', handle: 'object-2', lifeMs: Infinity },
  multipartBegun: { type: 'multipartBegun', upload: { handle: 'object-2', uploadId: 'upload-2', partSize: 50 } },
  multipartFound: { type: 'multipartFound', upload: { handle: 'object-2', uploadId: 'upload-2', partSize: 50 } },
  multipartLost: { type: 'multipartLost' },
  bytesSent: { type: 'bytesSent', sentBytes: 60 },
  stalled: { type: 'stalled', isStalled: true },
  bytesStored: { type: 'bytesStored', stored },
  committed: { type: 'committed', attachment: { handle: 'object-1', name: 'report.pdf' } },
  attemptFailed: { type: 'attemptFailed', retry: pendingRetry() },
  failed: { type: 'failed', error: new UploadError({ code: 'forbidden', stage: 'transfer' }) },
  paused: { type: 'paused', reason: 'offline' },
  cancelled: { type: 'cancelled' },
  requeued: { type: 'requeued' },
  givenUp: { type: 'givenUp' },
  admitted: { type: 'admitted' },
  renamed: { type: 'renamed', name: 'evidence.pdf' },
  mismatchFound: { type: 'mismatchFound', kind: 'Windows program' },
}

/** Where each event leads from the statuses it applies to; from any other it changes nothing. */
const table: Record<ItemEvent['type'], Partial<Record<ItemStatus, ItemStatus>>> = {
  credentialRequested: { queued: 'preparing', preparing: 'preparing', uploading: 'preparing' },
  credentialIssued: { preparing: 'uploading' },
  multipartBegun: { preparing: 'uploading', uploading: 'uploading' },
  multipartFound: { queued: 'queued' },
  multipartLost: { uploading: 'uploading' },
  bytesSent: { uploading: 'uploading' },
  stalled: { uploading: 'uploading' },
  bytesStored: { queued: 'committing', preparing: 'committing', uploading: 'committing' },
  committed: { committing: 'done' },
  attemptFailed: { preparing: 'preparing', uploading: 'uploading', committing: 'committing' },
  failed: { queued: 'failed', preparing: 'failed', uploading: 'failed', committing: 'failed' },
  paused: { preparing: 'paused', uploading: 'paused', committing: 'paused' },
  cancelled: {
    queued: 'cancelled',
    preparing: 'cancelled',
    uploading: 'cancelled',
    paused: 'cancelled',
    failed: 'cancelled',
  },
  requeued: { failed: 'queued', cancelled: 'queued', paused: 'queued' },
  givenUp: { preparing: 'paused', uploading: 'paused', committing: 'paused', failed: 'failed', paused: 'paused' },
  admitted: { rejected: 'queued' },
  renamed: { queued: 'queued', failed: 'failed', done: 'done' },
  mismatchFound: { queued: 'queued' },
}

describe('transition', () => {
  const rows = (Object.keys(events) as Array<ItemEvent['type']>).flatMap((type) =>
    statuses.map((from) => ({ type, from, to: table[type][from] })),
  )

  it.each(rows.filter(({ to }) => to))('$type: $from becomes $to', ({ type, from, to }) => {
    const item = itemIn(from)
    const next = transition(item, events[type])
    expect(next.status).toBe(to)
    expect(next).not.toBe(item)
  })

  it.each(rows.filter(({ to }) => !to))('$type: $from stays the same reference', ({ type, from }) => {
    const item = itemIn(from)
    expect(transition(item, events[type])).toBe(item)
  })

  it('R24 shown bytes never fall while a retry catches up', () => {
    const retrying = transition(itemIn('uploading'), events.attemptFailed)
    const again = transition(transition(retrying, events.credentialRequested), events.credentialIssued)
    expect(transition(again, { type: 'bytesSent', sentBytes: 10 })).toBe(again)
    expect(again).toMatchObject({ sentBytes: 40, retry: { attempt: 2 } })
    expect(transition(again, { type: 'bytesSent', sentBytes: 41 })).toMatchObject({ sentBytes: 41, retry: undefined })
  })

  it('R24 counted bytes never pass the file size', () => {
    expect(transition(itemIn('uploading'), { type: 'bytesSent', sentBytes: 5000 }).sentBytes).toBe(100)
  })

  it('R25 a stall ends with the attempt, and told twice is no news', () => {
    const stalled = transition(itemIn('uploading'), events.stalled)
    expect(stalled).toMatchObject({ isStalled: true })
    expect(transition(stalled, events.stalled)).toBe(stalled)
    expect(transition(stalled, { type: 'stalled', isStalled: false })).toMatchObject({ isStalled: false })
    expect(transition(stalled, events.attemptFailed)).toMatchObject({ isStalled: false })
    expect(transition(stalled, events.paused)).not.toHaveProperty('isStalled')
  })

  it('a number that is not one changes nothing', () => {
    const item = itemIn('uploading')
    expect(transition(item, { type: 'bytesSent', sentBytes: Number.NaN })).toBe(item)
  })

  it('R47 a failed commit keeps what is stored', () => {
    const failed = transition(itemIn('committing'), events.failed)
    expect(failed.stored).toBe(stored)
    expect(transition(failed, events.requeued).stored).toBe(stored)
  })

  it('a cancelled item carries nothing of what was written', () => {
    expect(transition(itemIn('uploading'), events.cancelled)).toMatchObject({ sentBytes: 0 })
    expect(transition(itemIn('uploading'), events.cancelled).handle).toBeUndefined()
  })
})
