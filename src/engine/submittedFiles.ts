import type { Attachment } from './ports.ts'
import { selectAttachments } from './selectors.ts'
import type { SessionState } from './sessionTypes.ts'
import type { SubmitGateOptions } from './submitTypes.ts'

/** What is shown as attached: stored ones that were not removed, then the session's. What is in both is sent once. */
export function attachmentsOf(
  files: SessionState,
  { attachments = [], removals }: SubmitGateOptions<unknown>,
): Attachment[] {
  const removed = removals?.getSnapshot()
  const shown = [...attachments.filter(({ handle }) => !removed?.has(handle)), ...selectAttachments(files)]
  return [...new Map(shown.map((attachment) => [attachment.handle, attachment])).values()]
}

/** Without the files that were added or taken up again while the request was under way: they are not part of it. */
export function unchangedSince(before: SessionState, now: SessionState): readonly string[] {
  return before.ids.filter((id) => now.items.get(id)?.status === before.items.get(id)?.status)
}
