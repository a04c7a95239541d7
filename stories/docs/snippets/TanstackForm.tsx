import { useForm } from '@tanstack/react-form'
import { AttachmentFormField, useSignedUpload, type Attachment } from 'attachkit'
import { useState } from 'react'
import { adapter, transports } from './backend.ts'
import { saveTicket } from './saveTicket.ts'

const empty: { text: string; attachments: readonly Attachment[] } = { text: '', attachments: [] }

export default function TanstackForm() {
  const upload = useSignedUpload({ adapter, transports })
  const [note, setNote] = useState('')
  const form = useForm({
    defaultValues: empty,
    async onSubmit({ value: { text, attachments } }) {
      await saveTicket({ text, handles: attachments.map(({ handle }) => handle) })
      upload.clear()
      form.reset()
      setNote('Sent.')
    },
  })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void form.handleSubmit()
      }}
    >
      <form.Field name="text">
        {({ state, handleChange }) => (
          <input
            aria-label="Subject"
            required
            value={state.value}
            onChange={(event) => handleChange(event.target.value)}
          />
        )}
      </form.Field>
      <form.Field name="attachments">
        {({ state, handleBlur, handleChange }) => (
          <AttachmentFormField
            upload={upload}
            value={state.value}
            onChange={handleChange}
            onBlur={handleBlur}
            required
          />
        )}
      </form.Field>
      <button type="submit">Send</button>
      <output>{note}</output>
    </form>
  )
}
