import { createRoot } from 'react-dom/client'
import { AttachmentFormField, useSignedUpload } from 'attachkit'
import { createMemoryAdapter, createMemoryTransports } from 'attachkit/adapters/memory'
import 'attachkit/styles.css'

const adapter = createMemoryAdapter()
const transports = createMemoryTransports(adapter)

function Attachments() {
  const upload = useSignedUpload({ adapter, transports })
  return <AttachmentFormField upload={upload} name="attachments" required />
}

createRoot(document.getElementById('attachments')!).render(<Attachments />)
