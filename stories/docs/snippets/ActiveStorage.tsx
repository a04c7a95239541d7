import { AttachmentListView, createHasher, DropzoneField, useAttachmentDownload, useSignedUpload } from 'attachkit'
import { createActiveStorageAdapter } from 'attachkit/adapters/active-storage'

const adapter = createActiveStorageAdapter()
const integrity = { algorithms: ['md5'], hasher: createHasher() } as const

export default function ActiveStorage() {
  const upload = useSignedUpload({ adapter, integrity })
  const downloads = useAttachmentDownload({ adapter })
  return (
    <>
      <DropzoneField upload={upload} />
      <AttachmentListView upload={upload} downloads={downloads} />
    </>
  )
}
