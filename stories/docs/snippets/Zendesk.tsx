import { AttachmentListView, DropzoneField, useAttachmentDownload, useSignedUpload } from 'attachkit'
import { createZendeskAdapter } from 'attachkit/adapters/zendesk'

const adapter = createZendeskAdapter({ endpoint: '/api/zendesk' })

export default function Zendesk() {
  const upload = useSignedUpload({ adapter })
  const downloads = useAttachmentDownload({ adapter })
  return (
    <>
      <DropzoneField upload={upload} />
      <AttachmentListView upload={upload} downloads={downloads} />
    </>
  )
}
