import { AttachmentListView, DropzoneField, useAttachmentDownload, useSignedUpload } from 'attachkit'
import { createAlibabaTicketAdapter } from 'attachkit/adapters/alibaba-ticket'

const adapter = createAlibabaTicketAdapter({ endpoint: '/api/alibaba-ticket' })

export default function AlibabaTicket() {
  const upload = useSignedUpload({ adapter })
  const downloads = useAttachmentDownload({ adapter })
  return (
    <>
      <DropzoneField upload={upload} />
      <AttachmentListView upload={upload} downloads={downloads} />
    </>
  )
}
