import { AttachmentListView, DropzoneField, useAttachmentDownload, useSignedUpload } from 'attachkit'
import { createS3Adapter } from 'attachkit/adapters/s3'
import { createUploadJournal } from 'attachkit/journal'

const adapter = createS3Adapter({
  endpoint: '/api/attachments',
  kind: 'signed-put',
  multipart: { minFileSize: 16 * 1024 * 1024 },
})

const journal = createUploadJournal({ scope: 'ticket-4411' })

export default function LargeFiles() {
  const upload = useSignedUpload({ adapter, journal })
  const downloads = useAttachmentDownload({ adapter })
  return (
    <>
      <DropzoneField upload={upload} />
      <AttachmentListView upload={upload} downloads={downloads} />
    </>
  )
}
