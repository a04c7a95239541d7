import {
  AttachmentListView,
  Dropzone,
  UploadProgressBar,
  useAttachmentDownload,
  useAttachmentPreviews,
} from '../../src/index.ts'
import type { BackendAdapter, Session } from '../../src/index.ts'

interface ReplyFilesProps {
  session: Session
  adapter: BackendAdapter
  /** While the reply is on its way. */
  disabled: boolean
}

/** The files of the next reply: a drop zone that takes them anywhere on the page, how far they are, and the list. */
export function ReplyFiles({ session, adapter, disabled }: ReplyFilesProps) {
  const downloads = useAttachmentDownload({ adapter })
  const previews = useAttachmentPreviews({ adapter })
  return (
    <>
      <Dropzone.Root upload={session} disabled={disabled}>
        <Dropzone.PageOverlay />
        <Dropzone.Icon />
        <Dropzone.Label />
        <Dropzone.Trigger />
        <Dropzone.StopReading />
        <Dropzone.Hint />
      </Dropzone.Root>
      <UploadProgressBar upload={session} />
      <AttachmentListView upload={session} downloads={downloads} previews={previews} />
    </>
  )
}
