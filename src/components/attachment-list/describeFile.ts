import type { UploadError } from '../../engine/errors.ts'
import type { Item, RejectedItem, UploadingItem } from '../../engine/item.ts'
import type { SessionState } from '../../engine/sessionTypes.ts'
import { describeTypes } from '../../messages/describeTypes.ts'
import { say } from '../../messages/messages.ts'
import type { Messages } from '../../messages/messages.ts'
import type { ListedFile } from './attachmentListItemContext.ts'

/** What the texts of a row depend on besides its file. */
export type DescribeContext = Pick<SessionState, 'hold' | 'rules'>

/** The row's quiet line: each entry is a text of its own, shown side by side. */
export function describeFile(file: ListedFile, context: DescribeContext, messages: Messages): string[] {
  const { item, attachment, download } = file
  if (download && download.status !== 'cancelled') return describeDownload(file, messages)
  if (item && !attachment) return describeItem(item, context, messages)
  const size = describeSize(file.size, messages)
  if (attachment?.scan === 'scanning') return [...size, messages.facts.scanning]
  if (attachment?.scan === 'infected') return [messages.facts.infected]
  return item ? [...size, messages.status.done] : size
}

function describeItem(item: Item, context: DescribeContext, messages: Messages): string[] {
  const size = describeSize(item.meta.size, messages)
  if (item.retry) return [messages.facts.retrying(item.retry)]
  switch (item.status) {
    case 'failed':
      return [describeFailure(item.error, item, messages)]
    case 'rejected':
      return [describeRejection(item, context, messages)]
    case 'paused':
      return [...size, messages.pauses[item.reason]]
    case 'queued':
      return [...size, context.hold === undefined ? messages.status.queued : messages.pauses[context.hold]]
    case 'uploading':
      return describeUploading(item, messages)
    case 'preparing':
    case 'committing':
    case 'cancelled':
    case 'done':
      return [...size, messages.status[item.status]]
  }
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

function describeDownload({ size, download }: ListedFile, messages: Messages): string[] {
  const { facts, errors } = messages
  switch (download?.status) {
    case 'preparing':
      return [facts.preparingDownload]
    case 'downloading':
      return [facts.downloading(download)]
    case 'failed':
      return [say(errors[download.error.code], { stage: 'download', limitBytes: undefined })]
    case 'done':
      return [...describeSize(size, messages), facts.downloaded]
    case 'cancelled':
    case undefined:
      return describeSize(size, messages)
  }
}

function describeUploading(item: UploadingItem, messages: Messages): string[] {
  const size = describeSize(item.meta.size, messages)
  if (item.isStalled) return [...size, messages.facts.stalled]
  return item.sentBytes > 0 ? describeSent(item, messages) : [...size, messages.status.uploading]
}

function describeSent({ sentBytes, meta }: Item, { facts }: Messages): string[] {
  const sent = { sentBytes, totalBytes: meta.size }
  return [facts.sent(sent), facts.percent(sent)]
}

function describeSize(bytes: number | undefined, { facts }: Messages): string[] {
  return bytes === undefined ? [] : [facts.size({ bytes })]
}
