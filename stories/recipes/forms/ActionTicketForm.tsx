import { useActionState, useState } from 'react'
import { useFormStatus } from 'react-dom'
import { AttachmentFormField, selectAttachments, useSignedUpload } from '../../../src/index.ts'
import type { TicketFormProps } from './ticketForm.ts'

/** A form with an action, and nothing but the browser's validation: files on their way make it invalid. */
export function ActionTicketForm({ adapter, transports, save }: TicketFormProps) {
  const upload = useSignedUpload({ adapter, transports })
  const [isDirty, setIsDirty] = useState(false)
  const [answer, send] = useActionState(async (_before: Answer, data: FormData): Promise<Answer> => {
    const subject = textOf(data.get('subject'))
    const handles = new Set(data.getAll('attachments').map(String))
    const attachments = selectAttachments(upload.getSnapshot()).filter(({ handle }) => handles.has(handle))
    try {
      await save({ subject, attachments })
      upload.clear()
      setIsDirty(false)
      return { subject: '', note: 'The ticket was sent.' }
    } catch (error) {
      return { subject, note: error instanceof Error ? error.message : 'The ticket was not sent.' }
    }
  }, nothingYet)

  return (
    <form className="recipe-form" aria-label="New ticket" action={send} onReset={() => setIsDirty(false)}>
      <label className="recipe-field">
        Subject
        <input
          key={answer.subject}
          name="subject"
          required
          defaultValue={answer.subject}
          onChange={() => setIsDirty(true)}
        />
      </label>
      <AttachmentFormField
        upload={upload}
        name="attachments"
        required
        description="Screenshots and logs help us most."
        onChange={(value) => setIsDirty(value.length > 0)}
      />
      <div className="recipe-actions">
        <SendButton />
        <button type="reset">Reset</button>
        <button type="button" onClick={() => upload.reset()}>
          Clear files
        </button>
        <output>{isDirty ? 'Not sent yet' : answer.note}</output>
      </div>
    </form>
  )
}

interface Answer {
  subject: string
  note: string
}

const nothingYet: Answer = { subject: '', note: '' }

function textOf(entry: FormDataEntryValue | null): string {
  return typeof entry === 'string' ? entry : ''
}

function SendButton() {
  const { pending } = useFormStatus()
  return (
    <button type="submit" className="primary" aria-disabled={pending}>
      {pending ? 'Sending…' : 'Send ticket'}
    </button>
  )
}
