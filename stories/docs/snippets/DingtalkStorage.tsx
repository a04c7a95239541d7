import { AttachmentListView, DropzoneField, useAttachmentDownload, useSignedUpload } from 'attachkit'
import { createDingtalkStorageAdapter } from 'attachkit/adapters/dingtalk-storage'

const adapter = createDingtalkStorageAdapter({ endpoint: '/api/dingtalk-storage', conflictStrategy: 'AUTO_RENAME' })

export default function DingtalkStorage() {
  const upload = useSignedUpload({ adapter })
  const downloads = useAttachmentDownload({ adapter })
  return (
    <>
      <DropzoneField upload={upload} />
      <AttachmentListView upload={upload} downloads={downloads} />
    </>
  )
}
