import { UploadError } from '../../src/engine/errors.ts'
import type { UploadErrorInit } from '../../src/engine/errors.ts'
import type {
  CancelledItem,
  CommittingItem,
  DoneItem,
  FailedItem,
  Item,
  PausedItem,
  PauseReason,
  PreparingItem,
  QueuedItem,
  RejectedItem,
  Rejection,
  UploadingItem,
} from '../../src/engine/item.ts'
import type { Attachment, StoredUpload } from '../../src/engine/ports.ts'
import type { InterruptedUpload } from '../../src/engine/uploadJournal.ts'

type Base = Pick<QueuedItem, 'id' | 'file' | 'meta' | 'sentBytes'>

/** Items for stories: each holds one state, made from a name and a size alone. The id is the name. */
function base(name: string, size: number, sentBytes = 0): Base {
  const meta = { name, size, contentType: 'application/octet-stream', lastModified: 0 }
  return { id: name, file: new File([], name), meta, sentBytes }
}

export function queued(name: string, size: number): QueuedItem {
  return { ...base(name, size), status: 'queued' }
}

export function preparing(name: string, size: number): PreparingItem {
  return { ...base(name, size), status: 'preparing', attempt: 1 }
}

export function uploading(name: string, size: number, sentBytes: number): UploadingItem {
  return { ...base(name, size, sentBytes), status: 'uploading', attempt: 1, handle: `handle ${name}` }
}

/** The bytes stand still. */
export function stalled(name: string, size: number, sentBytes: number): UploadingItem {
  return { ...uploading(name, size, sentBytes), isStalled: true }
}

/** Between two tries: the bytes that were sent stay shown. */
export function retrying(name: string, size: number, sentBytes: number): UploadingItem {
  const error = new UploadError({ code: 'network', stage: 'transfer' })
  return { ...uploading(name, size, sentBytes), retry: { attempt: 2, maxAttempts: 4, at: 0, error } }
}

export function committing(name: string, size: number): CommittingItem {
  return { ...base(name, size, size), status: 'committing', stored: storedAs(name) }
}

export function done(name: string, size: number): DoneItem {
  return { ...base(name, size, size), status: 'done', attachment: attachment(name, size) }
}

export function failed(name: string, size: number, init: UploadErrorInit): FailedItem {
  const item: FailedItem = { ...base(name, size), status: 'failed', error: new UploadError(init) }
  return init.stage === 'commit' ? { ...item, sentBytes: size, stored: storedAs(name) } : item
}

export function cancelled(name: string, size: number): CancelledItem {
  return { ...base(name, size), status: 'cancelled' }
}

export function paused(name: string, size: number, reason: PauseReason, sentBytes = 0): PausedItem {
  return { ...base(name, size, sentBytes), status: 'paused', reason }
}

export function rejected(name: string, size: number, ...reasons: Rejection[]): RejectedItem {
  return { ...base(name, size), status: 'rejected', reasons }
}

export function attachment(name: string, size?: number, rest: Partial<Attachment> = {}): Attachment {
  return { handle: `handle ${name}`, name, size, ...rest }
}

/** Left in the middle by an earlier page. */
export function interrupted(
  name: string,
  size: number,
  rest: Partial<Pick<InterruptedUpload, 'source'>> = {},
): InterruptedUpload {
  const upload = { handle: `handle ${name}`, uploadId: `upload of ${name}`, partSize: 8_388_608 }
  return { upload, file: base(name, size).meta, adapterName: 's3', begunAt: 0, ...rest }
}

function storedAs(name: string): StoredUpload {
  return { handle: `handle ${name}`, receipt: { status: 200, headers: {}, body: '' } }
}

/** One of each, in the order of a file's journey. */
export function everyStatus(): Item[] {
  return [
    queued('Board minutes 2026-02.docx', 184_320),
    preparing('price-list.csv', 9_216),
    uploading('walkthrough.mp4', 84_000_000, 35_280_000),
    uploading('no-progress-yet.bin', 2_400_000, 0),
    stalled('tunnel-survey.zip', 31_000_000, 9_000_000),
    retrying('site-photos.zip', 48_000_000, 21_000_000),
    committing('floor-plan.png', 2_310_000),
    paused('offline-report.pdf', 6_200_000, 'offline', 2_100_000),
    done('invoice-4411.pdf', 312_000),
    failed('contract-signed.pdf', 1_450_000, { code: 'network', stage: 'transfer' }),
    failed('uploaded-not-attached.pdf', 1_450_000, { code: 'server-error', stage: 'commit' }),
    cancelled('old-logo.svg', 14_000),
    rejected('setup.exe', 22_000_000, { code: 'file-invalid-type' }),
    rejected('raw-footage.mov', 4_100_000_000, { code: 'file-too-large', limit: 100_000_000 }),
  ]
}
