import { AttachmentListView, DropzoneField, useAttachmentDownload, useSignedUpload } from 'attachkit'
import { createS3Adapter } from 'attachkit/adapters/s3'

const adapter = createS3Adapter({ endpoint: '/api/attachments', kind: 'signed-put' })

export default function S3Bucket() {
  const upload = useSignedUpload({ adapter, rules: { accept: ['image/*', '.pdf'], maxFiles: 10 } })
  const downloads = useAttachmentDownload({ adapter })
  return (
    <>
      <DropzoneField upload={upload} />
      <AttachmentListView upload={upload} downloads={downloads} />
    </>
  )
}
