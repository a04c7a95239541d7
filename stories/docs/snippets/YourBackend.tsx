'use client'
import { AttachmentListView, DropzoneField, useAttachmentDownload, useSignedUpload } from 'attachkit'
import { createSignedEndpointAdapter } from 'attachkit/adapters/signed-endpoint'
import 'attachkit/styles.css'

const adapter = createSignedEndpointAdapter({ endpoint: '/api/attachments', kind: 'signed-put' })

export default function YourBackend() {
  const upload = useSignedUpload({ adapter })
  const downloads = useAttachmentDownload({ adapter })
  return (
    <>
      <DropzoneField upload={upload} />
      <AttachmentListView upload={upload} downloads={downloads} />
    </>
  )
}
