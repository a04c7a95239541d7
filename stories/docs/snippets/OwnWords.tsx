import { AttachkitProvider, AttachmentListView, DropzoneField, useSignedUpload } from 'attachkit'
import { de } from 'attachkit/messages/de'
import { adapter, transports } from './backend.ts'

/** A whole language, and single texts of your own over it. */
const messages = { ...de, dropzone: { ...de.dropzone, label: 'Belege hier ablegen' } }

function Receipts() {
  const upload = useSignedUpload({ adapter, transports })
  return (
    <>
      <DropzoneField upload={upload} />
      <AttachmentListView upload={upload} />
    </>
  )
}

export default function OwnWords() {
  return (
    <AttachkitProvider messages={messages}>
      <Receipts />
    </AttachkitProvider>
  )
}
