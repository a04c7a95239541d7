import { AttachmentFormField, useSignedUpload } from 'attachkit'
import { useActionState } from 'react'
import { adapter, transports } from './backend.ts'
import { saveTicket } from './saveTicket.ts'

/** React 19: the action gets the handles as form data. Files on their way make the form invalid, so it waits for them. */
export default function ActionForm() {
  const upload = useSignedUpload({ adapter, transports })
  const [note, send, isPending] = useActionState(async (_before: string, data: FormData) => {
    const [text = '', ...handles] = [...data.getAll('text'), ...data.getAll('attachments')].map(String)
    await saveTicket({ text, handles })
    upload.clear() // the ticket owns them now
    return 'Sent.'
  }, '')
  return (
    <form action={send}>
      <input aria-label="Subject" name="text" required />
      <AttachmentFormField upload={upload} name="attachments" required />
      <button type="submit" disabled={isPending}>
        Send
      </button>
      <output>{note}</output>
    </form>
  )
}
