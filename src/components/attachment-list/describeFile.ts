import type { UploadError } from '../../engine/errors.ts'
import type { Item, RejectedItem, UploadingItem } from '../../engine/item.ts'
import type { Removal } from '../../engine/removalTypes.ts'
import type { SessionState } from '../../engine/sessionTypes.ts'
import { remainingMsOf, speedOf } from '../../engine/transferRate.ts'
import type { TransferRate } from '../../engine/transferRate.ts'
import { describeTypes } from '../../messages/describeTypes.ts'
import { say } from '../../messages/messages.ts'
import type { Messages } from '../../messages/messages.ts'
import type { ListedFile } from './attachmentListItemContext.ts'
import type { Continuation } from './useContinuation.ts'

/** What the texts of a row depend on besides its file. */
export interface DescribeContext extends Pick<SessionState, 'hold' | 'rules'> {
  /** Of an interrupted row: whether its file can be opened without being chosen, or another one was chosen in its place. */
  continuation?: Pick<Continuation, 'needsFile' | 'isOtherFile'> | undefined
}

/** A text of a row's quiet line, and what it tells: narrow rows leave out pace, never state. */
export interface Fact {
  kind: 'size' | 'state' | 'sent' | 'percent' | 'speed' | 'timeLeft'
  text: string
}

/** The row's quiet line: each fact is a text of its own, shown side by side. */
export function describeFile(file: ListedFile, context: DescribeContext, messages: Messages): Fact[] {
  const { item, attachment, download, removal, interrupted } = file
  if (removal) return [state(describeRemoval(removal, messages))]
  if (download && download.status !== 'cancelled') return describeDownload(file, messages)
  if (item && !attachment) return describeItem(item, file.rate, context, messages)
  if (interrupted) return describeInterrupted(context, messages)
  const size = describeSize(file.size, messages)
  if (attachment?.scan === 'scanning') return [...size, state(messages.facts.scanning)]
  if (attachment?.scan === 'infected') return [state(messages.facts.infected)]
  if (!item) return size
  return [...size, state(messages.status.done), ...(item.mismatch ? [state(messages.facts.mismatch)] : [])]
}

function describeItem(
  item: Item,
  rate: TransferRate | undefined,
  context: DescribeContext,
  messages: Messages,
): Fact[] {
  const size = describeSize(item.meta.size, messages)
  if (item.retry) return [state(messages.facts.retrying(item.retry))]
  switch (item.status) {
    case 'failed':
      return [state(describeFailure(item.error, item, messages))]
    case 'rejected':
      return [state(describeRejection(item, context, messages))]
    case 'paused':
      return [...size, state(messages.pauses[item.reason])]
    case 'queued':
      return [...size, state(context.hold === undefined ? messages.status.queued : messages.pauses[context.hold])]
    case 'uploading':
      return describeUploading(item, rate, messages)
    case 'preparing':
    case 'committing':
    case 'cancelled':
    case 'done':
      return [...size, state(messages.status[item.status])]
  }
}

function describeInterrupted({ continuation }: DescribeContext, { facts }: Messages): Fact[] {
  if (continuation?.isOtherFile) return [state(facts.otherFile)]
  return [state(continuation?.needsFile ? facts.interrupted : facts.interruptedAtHand)]
}

function describeRemoval({ status }: Removal, { facts }: Messages): string {
  if (status === 'pending') return facts.removalPending
  return status === 'failed' ? facts.removalFailed : facts.removing
}

/** Why an item failed. A commit that may yet succeed says that the bytes are safe. */
export function describeFailure(error: UploadError, item: Item | undefined, messages: Messages): string {
  if (error.stage === 'commit' && error.retryable && item?.stored) return messages.facts.notAttached
  return say(messages.errors[error.code], { stage: error.stage, limitBytes: error.limitBytes })
}

/** Why a file was not taken: the first reason, which is the one to act on. */
export function describeRejection({ reasons }: RejectedItem, { rules }: DescribeContext, messages: Messages): string {
  const types = describeTypes(rules.accept, messages)
  const [reason] = reasons
  if (!reason) return messages.status.rejected
  return say(messages.rejections[reason.code], { limit: reason.limit, detail: reason.detail, types })
}

function describeDownload({ size, download }: ListedFile, messages: Messages): Fact[] {
  const { facts, errors } = messages
  switch (download?.status) {
    case 'preparing':
      return [state(facts.preparingDownload)]
    case 'downloading':
      return [state(facts.downloading(download))]
    case 'failed':
      return [state(say(errors[download.error.code], { stage: 'download', limitBytes: undefined }))]
    case 'done':
      return [...describeSize(size, messages), state(facts.downloaded)]
    case 'cancelled':
    case undefined:
      return describeSize(size, messages)
  }
}

function describeUploading(item: UploadingItem, rate: TransferRate | undefined, messages: Messages): Fact[] {
  const size = describeSize(item.meta.size, messages)
  if (item.isStalled) return [...size, state(messages.facts.stalled)]
  if (item.sentBytes === 0) return [...size, state(messages.status.uploading)]
  // The store has not answered yet: nobody is told of 100 %.
  if (item.sentBytes === item.meta.size) return [...size, state(messages.status.committing)]
  const sent = { sentBytes: item.sentBytes, totalBytes: item.meta.size }
  return [
    { kind: 'sent', text: messages.facts.sent(sent) },
    { kind: 'percent', text: messages.facts.percent(sent) },
    ...describePace(rate, item.meta.size, messages),
  ]
}

/** Nothing before the rate can be relied on: a number that jumps about is worse than none. */
function describePace(rate: TransferRate | undefined, totalBytes: number, { facts }: Messages): Fact[] {
  const bytesPerSecond = speedOf(rate)
  const ms = remainingMsOf(rate, totalBytes)
  if (bytesPerSecond === undefined || ms === undefined) return []
  return [
    { kind: 'speed', text: facts.speed({ bytesPerSecond }) },
    { kind: 'timeLeft', text: facts.timeLeft({ ms }) },
  ]
}

function describeSize(bytes: number | undefined, { facts }: Messages): Fact[] {
  return bytes === undefined ? [] : [{ kind: 'size', text: facts.size({ bytes }) }]
}

function state(text: string): Fact {
  return { kind: 'state', text }
}
