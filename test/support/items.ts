import { UploadError } from '../../src/engine/errors.ts'
import { fileMeta } from '../../src/engine/fileMeta.ts'
import type { Item, ItemStatus, PendingRetry } from '../../src/engine/item.ts'
import type { StoredUpload } from '../../src/engine/ports.ts'

export const stored: StoredUpload = { handle: 'object-1', receipt: { status: 200, headers: {}, body: '' } }

let made = 0

/** Each a file of its own: no two were saved in the same millisecond. */
export function fileOf(size: number, name = 'report.pdf', type = 'application/pdf'): File {
  return new File([new Uint8Array(size)], name, { type, lastModified: 1_700_000_000_000 + made++ })
}

export function pendingRetry(changes: Partial<PendingRetry> = {}): PendingRetry {
  const error = new UploadError({ code: 'server-error', stage: 'transfer' })
  return { attempt: 2, maxAttempts: 4, at: 1000, error, ...changes }
}

/** An item of 100 bytes in the given status, 40 of them sent where that makes sense. */
export function itemIn(status: ItemStatus): Item {
  const file = fileOf(100)
  const base = { id: 'item-1', file, meta: fileMeta(file), sentBytes: 0 }
  const begun = { ...base, sentBytes: 40, handle: 'object-1' }
  switch (status) {
    case 'queued':
      return { ...base, status }
    case 'preparing':
      return { ...base, status, attempt: 1 }
    case 'uploading':
      return { ...begun, status, attempt: 1 }
    case 'committing':
      return { ...begun, status, sentBytes: 100, stored }
    case 'done':
      return { ...begun, status, sentBytes: 100, attachment: { handle: 'object-1', name: 'report.pdf' } }
    case 'failed':
      return { ...begun, status, error: new UploadError({ code: 'server-error', stage: 'transfer' }) }
    case 'cancelled':
      return { ...base, status }
    case 'paused':
      return { ...begun, status, reason: 'offline' }
    case 'rejected':
      return { ...base, status, reasons: [{ code: 'file-empty' }] }
  }
}
