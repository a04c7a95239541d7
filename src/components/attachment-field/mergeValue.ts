import type { Attachment } from '../../engine/ports.ts'

/**
 * The field's value after something happened: what it was, less what was removed, and what the session has attached by now,
 * each once. The same array when nothing changes.
 *
 * @param own what the session has attached
 * @param gone handles of what is no longer part of it
 * @param back stored attachments whose removal was undone
 */
export function mergeValue(
  value: readonly Attachment[],
  own: readonly Attachment[],
  gone: ReadonlySet<string>,
  back: readonly Attachment[],
): readonly Attachment[] {
  const latest = new Map(own.map((attachment) => [attachment.handle, attachment]))
  const merged = new Map<string, Attachment>()
  for (const attachment of [...value, ...back, ...own]) {
    if (!gone.has(attachment.handle)) merged.set(attachment.handle, latest.get(attachment.handle) ?? attachment)
  }
  const next = [...merged.values()]
  return isSameValue(value, next) ? value : next
}

/** Whether two values name the same attachments, in the same order and under the same names. */
export function isSameValue(a: readonly Attachment[], b: readonly Attachment[]): boolean {
  return a.length === b.length && a.every(({ handle, name }, at) => handle === b[at]?.handle && name === b[at].name)
}
