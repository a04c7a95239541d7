import { AttachmentListView, DropzoneField, useAttachmentDownload, useSignedUpload } from 'attachkit'
import { createAzureBlobAdapter } from 'attachkit/adapters/azure-blob'

const adapter = createAzureBlobAdapter({ endpoint: '/api/attachments', multipart: { minFileSize: 16 * 1024 * 1024 } })

export default function AzureBlob() {
  const upload = useSignedUpload({ adapter, rules: { accept: ['image/*', '.pdf'], maxFiles: 10 } })
  const downloads = useAttachmentDownload({ adapter })
  return (
    <>
      <DropzoneField upload={upload} />
      <AttachmentListView upload={upload} downloads={downloads} />
    </>
  )
}
