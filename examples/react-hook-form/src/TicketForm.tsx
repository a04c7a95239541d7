import { useState } from 'react'
import { AttachmentFormField, useSignedUpload, type Attachment } from 'attachkit'
import { createMemoryAdapter, createMemoryTransports } from 'attachkit/adapters/memory'
import 'attachkit/styles.css'
import { Controller, useForm } from 'react-hook-form'

const adapter = createMemoryAdapter()
const transports = createMemoryTransports(adapter)

interface Ticket {
  text: string
  attachments: readonly Attachment[]
}

const empty: Ticket = { text: '', attachments: [] }

export function TicketForm() {
  const upload = useSignedUpload({ adapter, transports })
  const { control, handleSubmit, register, reset } = useForm({ defaultValues: empty })
  const [note, setNote] = useState('')
  const send = handleSubmit(async (ticket) => {
    await saveTicket(ticket)
    upload.clear()
    reset()
    setNote(`Sent with ${ticket.attachments.map(({ name }) => name).join(', ')}.`)
  })
  return (
    <form onSubmit={(event) => void send(event)}>
      <h1>New ticket</h1>
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

/** Yours: the text, and the handle of each attachment. */
async function saveTicket({ text, attachments }: Ticket): Promise<void> {
  localStorage.setItem('ticket', JSON.stringify({ text, handles: attachments.map(({ handle }) => handle) }))
}
