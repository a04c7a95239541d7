import { AttachmentListView, DropzoneField, useSignedUpload, useSubmitGate } from 'attachkit'
import { useState } from 'react'
import { adapter, transports } from './backend.ts'
import { saveTicket } from './saveTicket.ts'

export default function GatedForm() {
  const [text, setText] = useState('')
  const upload = useSignedUpload({ adapter, transports })
  const { state, ...gate } = useSubmitGate({
    upload,
    readContent: () => text,
    onSubmit: ({ content, attachments, idempotencyKey }) =>
      saveTicket({ text: content, handles: attachments.map(({ handle }) => handle), idempotencyKey }),
  })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void gate.submit()
      }}
    >
      <textarea aria-label="Message" value={text} onChange={(event) => setText(event.target.value)} />
      <DropzoneField upload={upload} />
      <AttachmentListView upload={upload} />
      {state.status === 'blocked' && (
        <p role="alert">
          {state.items.map(({ meta }) => meta.name).join(', ')} would be missing.
          <button type="button" onClick={() => gate.retry()}>
            Retry
          </button>
          <button type="button" onClick={() => gate.remove()}>
            Remove
          </button>
          <button type="button" onClick={() => void gate.submitWithout()}>
            Send without
          </button>
        </p>
      )}
      <button type="submit">
        {state.status === 'waiting' ? `Waiting for ${state.unfinished} of ${state.files}` : 'Send'}
      </button>
      <output>{state.status === 'submitted' && 'Sent.'}</output>
    </form>
  )
}
