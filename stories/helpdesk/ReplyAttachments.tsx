import { AttachmentListView, useAttachmentDownload, useAttachmentPreviews } from '../../src/index.ts'
import type { BackendAdapter } from '../../src/index.ts'
import type { TicketAttachment } from '../../src/dev-server/index.ts'
import type { HelpdeskSystem } from './systems.ts'

interface ReplyAttachmentsProps {
  attachments: readonly TicketAttachment[]
  /** The system that keeps them; absent when this page does not know it. */
  system: HelpdeskSystem | undefined
}

/** The attachments of a reply that was sent, with pictures of the pictures. */
export function ReplyAttachments({ attachments, system }: ReplyAttachmentsProps) {
  return (
    <div className="reply-files">
      {system ? (
        <DownloadableList attachments={attachments} adapter={system.adapter} />
      ) : (
        <AttachmentListView attachments={attachments} />
      )}
    </div>
  )
}

function DownloadableList({
  attachments,
  adapter,
}: {
  attachments: readonly TicketAttachment[]
  adapter: BackendAdapter
}) {
  const downloads = useAttachmentDownload({ adapter })
  const previews = useAttachmentPreviews({ adapter })
  return <AttachmentListView attachments={attachments} downloads={downloads} previews={previews} />
}
