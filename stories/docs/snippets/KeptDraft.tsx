import { AttachkitProvider, AttachmentListView, DropzoneField, useSignedUpload, useUnloadGuard } from 'attachkit'
import { useState } from 'react'
import { adapter, transports } from './backend.ts'

/** Closed and opened again while a file is on its way: the file goes on, and its row is there. */
function Reply() {
  const upload = useSignedUpload({ adapter, transports, draftId: 'reply-to-4711' })
  useUnloadGuard(upload) // asks before the page is left while bytes would be lost
  return (
    <>
      <DropzoneField upload={upload} />
      <AttachmentListView upload={upload} />
    </>
  )
}

export default function KeptDraft() {
  const [isOpen, setIsOpen] = useState(true)
  return (
    <AttachkitProvider>
      <button type="button" onClick={() => setIsOpen(!isOpen)}>
        {isOpen ? 'Put aside' : 'Go on writing'}
      </button>
      {isOpen && <Reply />}
    </AttachkitProvider>
  )
}
