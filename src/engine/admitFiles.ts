import { createId } from './createId.ts'
import { fileMeta } from './fileMeta.ts'
import type { Item, QueuedItem, Rejection, RejectedItem } from './item.ts'
import { createAcceptMatcher } from './matchesAccept.ts'
import type { FileMeta } from './ports.ts'
import type { FileRules } from './rules.ts'

/** What already counts towards the limits: stored attachments and items that were not rejected. */
export interface Occupied {
  files: number
  bytes: number
}

export interface AdmitOptions {
  rules: FileRules
  occupied: Occupied
  /** What becomes of a drop that passes a count or total limit. */
  overflow: 'accept-first-n' | 'reject-batch'
  relativePath?: ((file: File) => string | undefined) | undefined
  /** Whether the browser says that a file is in truth a folder. */
  isDirectory?: ((file: File) => boolean) | undefined
  /** Keys of the files that are in the list already; undefined where duplicates are welcome. */
  known?: ReadonlySet<string> | undefined
  /** Duplicates are refused for good. @default false */
  areDuplicatesFinal?: boolean | undefined
}

/** Every given file as an item: queued, or rejected with all its reasons. As many come out as went in. */
export function admitFiles(files: readonly File[], options: AdmitOptions): Item[] {
  const { rules, occupied, overflow, relativePath, known, areDuplicatesFinal, isDirectory } = options
  const room = { ...occupied }
  const seen = known && new Set(known)
  const isAccepted = createAcceptMatcher(rules.accept)
  const duplicate: Rejection = areDuplicatesFinal ? { code: 'duplicate', isFinal: true } : { code: 'duplicate' }
  const items = files.map((file) => {
    const meta = fileMeta(file, relativePath?.(file))
    const against = isDirectory?.(file) ? folderReasons : reasonsAgainst(meta, rules, room, isAccepted)
    const reasons = against.length === 0 && isKnown(meta, seen) ? [duplicate] : against
    if (reasons.length > 0) return rejected(file, meta, reasons)
    room.files += 1
    room.bytes += meta.size
    return queued(file, meta)
  })
  const overflowed = items.some((item) => item.status === 'rejected' && item.reasons.some(isOverflow))
  return overflow === 'reject-batch' && overflowed ? items.map(rejectWithBatch) : items
}

/** Whether it was there before; from now on it is. */
function isKnown(meta: FileMeta, seen: Set<string> | undefined): boolean {
  if (!seen) return false
  const before = seen.size
  return seen.add(duplicateKey(meta)).size === before
}

/** Equal for files that a person would call the same: the same name in another folder is another file. */
export function duplicateKey({ name, size, lastModified, relativePath = '' }: FileMeta): string {
  return `${size} ${lastModified} ${name.length} ${name}${relativePath}`
}

const folderReasons: readonly Rejection[] = [{ code: 'file-is-directory' }]

function reasonsAgainst(
  meta: FileMeta,
  rules: FileRules,
  room: Occupied,
  isAccepted: (meta: FileMeta) => boolean,
): readonly Rejection[] {
  const reasons: Rejection[] = []
  if (!isAccepted(meta)) reasons.push({ code: 'file-invalid-type' })
  const detail = rules.checkName?.(meta.name)
  if (detail !== undefined) reasons.push({ code: 'file-invalid-name', detail })
  // What would not be taken anyway takes no room.
  const limit = sizeReason(meta, rules) ?? (reasons.length > 0 ? undefined : roomReason(meta, rules, room))
  if (limit) reasons.push(limit)
  return reasons
}

function sizeReason({ size }: FileMeta, { allowEmpty, maxFileSize, minFileSize }: FileRules): Rejection | undefined {
  if (size === 0 && !allowEmpty) return { code: 'file-empty' }
  if (maxFileSize !== undefined && size > maxFileSize) return { code: 'file-too-large', limit: maxFileSize }
  if (minFileSize !== undefined && size < minFileSize) return { code: 'file-too-small', limit: minFileSize }
  return undefined
}

function roomReason({ size }: FileMeta, { maxFiles, maxTotalSize }: FileRules, room: Occupied): Rejection | undefined {
  if (maxFiles !== undefined && room.files >= maxFiles) return { code: 'too-many-files', limit: maxFiles }
  if (maxTotalSize !== undefined && room.bytes + size > maxTotalSize) {
    return { code: 'total-too-large', limit: maxTotalSize }
  }
  return undefined
}

function isOverflow({ code }: Rejection): boolean {
  return code === 'too-many-files' || code === 'total-too-large'
}

function rejectWithBatch(item: QueuedItem | RejectedItem): RejectedItem {
  return item.status === 'rejected' ? item : rejected(item.file, item.meta, [{ code: 'batch-rejected' }])
}

function queued(file: File, meta: FileMeta): QueuedItem {
  return { id: createId(), file, meta, sentBytes: 0, status: 'queued' }
}

function rejected(file: File, meta: FileMeta, reasons: readonly Rejection[]): RejectedItem {
  return { id: createId(), file, meta, sentBytes: 0, status: 'rejected', reasons }
}
