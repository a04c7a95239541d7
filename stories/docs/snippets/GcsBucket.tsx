import { AttachmentListView, DropzoneField, useAttachmentDownload, useSignedUpload } from 'attachkit'
import { createGcsAdapter } from 'attachkit/adapters/gcs'

const adapter = createGcsAdapter({
  endpoint: '/api/attachments',
  kind: 'signed-put',
  multipart: { minFileSize: 16 * 1024 * 1024 },
})

export default function GcsBucket() {
  const upload = useSignedUpload({ adapter, rules: { accept: ['image/*', '.pdf'], maxFiles: 10 } })
  const downloads = useAttachmentDownload({ adapter })
  return (
    <>
      <DropzoneField upload={upload} />
      <AttachmentListView upload={upload} downloads={downloads} />
    </>
  )
}
