import { AttachmentListView, DropzoneField, useAttachmentDownload, useFormPolicyUpload } from 'attachkit'
import { createHuaweiCocAdapter } from 'attachkit/adapters/huawei-coc'

const adapter = createHuaweiCocAdapter({ endpoint: '/api/huawei-coc' })

export default function HuaweiCoc() {
  const upload = useFormPolicyUpload({ adapter })
  const downloads = useAttachmentDownload({ adapter })
  return (
    <>
      <DropzoneField upload={upload} />
      <AttachmentListView upload={upload} downloads={downloads} />
    </>
  )
}
