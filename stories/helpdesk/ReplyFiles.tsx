import { AttachmentListView } from '../../src/components/attachment-list/index.ts'
import { DropzoneField } from '../../src/components/dropzone/index.ts'
import { UploadProgressBar } from '../../src/components/upload-progress/index.ts'
import type { BackendAdapter } from '../../src/engine/ports.ts'
import type { Session } from '../../src/engine/sessionTypes.ts'
import { useAttachmentDownload } from '../../src/react/useAttachmentDownload.ts'

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
