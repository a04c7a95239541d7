'use client'
import { AttachmentListView, DropzoneField, useAttachmentDownload, useSignedUpload } from 'attachkit'
import { createMemoryAdapter, createMemoryTransports } from 'attachkit/adapters/memory'

const adapter = createMemoryAdapter()
const transports = createMemoryTransports(adapter)

/** Rendered on the server too, and taken over by the browser as it is. */
export function NewTicket() {
  const upload = useSignedUpload({ adapter, transports, draftId: 'new-ticket' })
  const downloads = useAttachmentDownload({ adapter })
  return (
    <>
      <DropzoneField upload={upload} />
      <AttachmentListView upload={upload} downloads={downloads} />
    </>
  )
}
