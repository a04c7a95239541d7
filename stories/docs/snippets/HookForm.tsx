import { AttachmentFormField, useSignedUpload, type Attachment } from 'attachkit'
import { useState } from 'react'
import { Controller, useForm } from 'react-hook-form'
import { adapter, transports } from './backend.ts'
import { saveTicket } from './saveTicket.ts'

const empty: { text: string; attachments: readonly Attachment[] } = { text: '', attachments: [] }

export default function HookForm() {
  const upload = useSignedUpload({ adapter, transports })
  const [note, setNote] = useState('')
  const { control, handleSubmit, register, reset } = useForm({ defaultValues: empty })
  const send = handleSubmit(async ({ text, attachments }) => {
    await saveTicket({ text, handles: attachments.map(({ handle }) => handle) })
    upload.clear()
    reset()
    setNote('Sent.')
  })
  return (
    <form onSubmit={(event) => void send(event)}>
      <input aria-label="Subject" required {...register('text')} />
      <Controller
        control={control}
        name="attachments"
        render={({ field: { value, onBlur, onChange, ref } }) => (
          <AttachmentFormField
            upload={upload}
            value={value}
            onChange={onChange}
            onBlur={onBlur}
            inputRef={ref}
            required
          />
        )}
      />
      <button type="submit">Send</button>
      <output>{note}</output>
    </form>
  )
}
