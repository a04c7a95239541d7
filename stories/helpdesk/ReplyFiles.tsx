import { AttachmentListView, DropzoneField, UploadProgressBar, useAttachmentDownload } from '../../src/index.ts'
import type { BackendAdapter, Session } from '../../src/index.ts'

interface ReplyFilesProps {
  session: Session
  adapter: BackendAdapter
  /** While the reply is on its way. */
  disabled: boolean
}

/** The files of the next reply: the drop zone, how far they are, and the list. */
export function ReplyFiles({ session, adapter, disabled }: ReplyFilesProps) {
  const downloads = useAttachmentDownload({ adapter })
  return (
    <>
      <DropzoneField upload={session} disabled={disabled} />
      <UploadProgressBar upload={session} />
      <AttachmentListView upload={session} downloads={downloads} />
    </>
  )
}
