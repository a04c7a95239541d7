import { useForm } from '@tanstack/react-form'
import { useRef } from 'react'
import { AttachmentFormField, useSignedUpload, useSubmitGate } from '../../../src/index.ts'
import { LeftBehind } from '../LeftBehind.tsx'
import { submitLabel } from '../submitLabel.ts'
import type { Ticket, TicketFormProps } from './ticketForm.ts'

const empty: Ticket = { subject: '', attachments: [] }

/** TanStack Form: it holds the text and which attachments belong to it; the gate waits for files on their way. */
export function TanstackTicketForm({ adapter, transports, save }: TicketFormProps) {
  const upload = useSignedUpload({ adapter, transports })
  const form = useForm({ defaultValues: empty, onSubmit: () => void gate.submit() })
  const input = useRef<HTMLInputElement>(null)
  const { state, ...gate } = useSubmitGate({
    upload,
    readContent: () => form.state.values.subject,
    async onSubmit({ content, attachments }) {
      await save({ subject: content, attachments })
      form.reset()
    },
  })

  return (
    <form
      className="recipe-form"
      aria-label="New ticket"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void form.handleSubmit()
      }}
      onReset={() => form.reset()}
    >
      <form.Field
        name="subject"
        validators={{ onSubmit: ({ value }) => (value === '' ? 'Write a subject.' : undefined) }}
      >
        {(field) => (
          <label className="recipe-field">
            Subject
            <input value={field.state.value} onChange={(event) => field.handleChange(event.target.value)} />
          </label>
        )}
      </form.Field>
      <form.Field name="attachments" validators={{ onSubmit: () => input.current?.validationMessage || undefined }}>
        {(field) => (
          <AttachmentFormField
            upload={upload}
            value={field.state.value}
            onChange={field.handleChange}
            onBlur={field.handleBlur}
            inputRef={input}
            required
            whileBusy="valid"
            description="Screenshots and logs help us most."
            error={field.state.meta.errors[0]}
          />
        )}
      </form.Field>
      <LeftBehind state={state} gate={gate} />
      <form.Subscribe selector={({ isDefaultValue }) => isDefaultValue}>
        {(isDefault) => (
          <div className="recipe-actions">
            <button type="submit" className="primary">
              {submitLabel(state)}
            </button>
            <button type="reset">Reset</button>
            <button type="button" onClick={() => form.setFieldValue('attachments', [])}>
              Clear files
            </button>
            <output>{isDefault ? noteOf(state.status) : 'Not sent yet'}</output>
          </div>
        )}
      </form.Subscribe>
    </form>
  )
}

function noteOf(status: string) {
  return status === 'submitted' ? 'The ticket was sent.' : ''
}
