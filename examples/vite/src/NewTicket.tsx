import { AttachmentListView, DropzoneField, UploadProgressBar, useAttachmentDownload, useSignedUpload } from 'attachkit'
import { createMemoryAdapter, createMemoryTransports } from 'attachkit/adapters/memory'
import 'attachkit/styles.css'

const adapter = createMemoryAdapter()
const transports = createMemoryTransports(adapter)

export function NewTicket() {
  const upload = useSignedUpload({ adapter, transports, rules: { maxFiles: 10, maxFileSize: 50_000_000 } })
  const downloads = useAttachmentDownload({ adapter })
  return (
    <main>
      <h1>New ticket</h1>
      <DropzoneField upload={upload} />
      <UploadProgressBar upload={upload} />
      <AttachmentListView upload={upload} downloads={downloads} />
    </main>
  )
}
