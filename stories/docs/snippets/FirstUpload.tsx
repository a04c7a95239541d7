'use client'
import { AttachmentListView, DropzoneField, useAttachmentDownload, useSignedUpload } from 'attachkit'
import { createMemoryAdapter, createMemoryTransports } from 'attachkit/adapters/memory'
import 'attachkit/styles.css'

const adapter = createMemoryAdapter()
const transports = createMemoryTransports(adapter)

export default function FirstUpload() {
  const upload = useSignedUpload({ adapter, transports })
  const downloads = useAttachmentDownload({ adapter })
  return (
    <>
      <DropzoneField upload={upload} />
      <AttachmentListView upload={upload} downloads={downloads} />
    </>
  )
}
