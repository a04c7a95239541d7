import { AttachmentListView, DropzoneField, useAttachmentDownload, useFormPolicyUpload } from 'attachkit'
import { createAlibabaCloudBackupAdapter } from 'attachkit/adapters/alibaba-cloud-backup'

const adapter = createAlibabaCloudBackupAdapter({ endpoint: '/api/alibaba-cloud-backup' })

export default function AlibabaCloudBackup() {
  const upload = useFormPolicyUpload({ adapter })
  const downloads = useAttachmentDownload({ adapter })
  return (
    <>
      <DropzoneField upload={upload} />
      <AttachmentListView upload={upload} downloads={downloads} />
    </>
  )
}
