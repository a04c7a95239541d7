import { AttachmentListView, DropzoneField, useSignedUpload, useSubmitGate, type SignedUploadOptions } from 'attachkit'
import { useState } from 'react'
import * as backend from './backend.ts'
import { saveTicket } from './saveTicket.ts'

export interface TicketFormProps {
  /** A test gives an adapter and transports of its own. */
  options?: SignedUploadOptions
  onSend?: typeof saveTicket
}

export default function TicketForm({ options = backend, onSend = saveTicket }: TicketFormProps) {
  const [text, setText] = useState('')
  const upload = useSignedUpload(options)
  const { state, submit } = useSubmitGate({
    upload,
    readContent: () => text,
    onSubmit: ({ content, attachments }) => onSend({ text: content, handles: attachments.map(({ handle }) => handle) }),
  })
  return (
    <form onSubmit={(event) => (event.preventDefault(), void submit())}>
      <textarea aria-label="Message" value={text} onChange={(event) => setText(event.target.value)} />
      <DropzoneField upload={upload} />
      <AttachmentListView upload={upload} />
      <button type="submit">Send</button>
      <output>{state.status === 'submitted' && 'Sent.'}</output>
    </form>
  )
}
