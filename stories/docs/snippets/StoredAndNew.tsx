import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import {
  AttachmentListView,
  DropzoneField,
  UploadProgressBar,
  useAttachmentDownload,
  useAttachments,
  useSignedUpload,
} from 'attachkit'
import { adapter, transports } from './backend.ts'

function TicketFiles() {
  const { data: stored } = useAttachments({ adapter, scope: 'ticket-4711' })
  const upload = useSignedUpload({
    adapter,
    transports,
    existing: stored,
    rules: { accept: ['image/*', '.pdf', '.log'], maxFileSize: 25_000_000, maxFiles: 10 },
  })
  const downloads = useAttachmentDownload({ adapter })
  return (
    <>
      <DropzoneField upload={upload} attachments={stored} />
      <UploadProgressBar upload={upload} />
      <AttachmentListView upload={upload} attachments={stored} downloads={downloads} />
    </>
  )
}

const client = new QueryClient()

export default function StoredAndNew() {
  return (
    <QueryClientProvider client={client}>
      <TicketFiles />
    </QueryClientProvider>
  )
}
