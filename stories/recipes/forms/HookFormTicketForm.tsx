import { useRef } from 'react'
import { Controller, useForm } from 'react-hook-form'
import { AttachmentFormField, useSignedUpload, useSubmitGate } from '../../../src/index.ts'
import { LeftBehind } from '../LeftBehind.tsx'
import { submitLabel } from '../submitLabel.ts'
import type { Ticket, TicketFormProps } from './ticketForm.ts'

const empty: Ticket = { subject: '', attachments: [] }

/** React Hook Form: it holds the text and which attachments belong to it; the gate waits for files on their way. */
export function HookFormTicketForm({ adapter, transports, save }: TicketFormProps) {
  const upload = useSignedUpload({ adapter, transports })
  const { control, formState, getValues, handleSubmit, register, reset, setValue } = useForm({ defaultValues: empty })
  const field = useRef<HTMLInputElement>(null)
  const { state, ...gate } = useSubmitGate({
    upload,
    readContent: () => getValues('subject'),
    async onSubmit({ content, attachments }) {
      await save({ subject: content, attachments })
      reset()
    },
  })

  return (
    <form
      className="recipe-form"
      aria-label="New ticket"
      noValidate
      onSubmit={handleSubmit(() => void gate.submit())}
      onReset={() => reset()}
    >
      <label className="recipe-field">
        Subject
        <input {...register('subject', { required: true })} />
      </label>
      <Controller
        control={control}
        name="attachments"
        rules={{ validate: () => field.current?.validationMessage || true }}
        render={({ field: { ref, value, onBlur, onChange }, fieldState }) => (
          <AttachmentFormField
            upload={upload}
            value={value}
            onChange={onChange}
            onBlur={onBlur}
            inputRef={(input) => {
              field.current = input
              ref(input)
            }}
            required
            whileBusy="valid"
            description="Screenshots and logs help us most."
            error={fieldState.error?.message}
          />
        )}
      />
      <LeftBehind state={state} gate={gate} />
      <div className="recipe-actions">
        <button type="submit" className="primary">
          {submitLabel(state)}
        </button>
        <button type="reset">Reset</button>
        <button type="button" onClick={() => setValue('attachments', [], { shouldDirty: true })}>
          Clear files
        </button>
        <output>{formState.isDirty ? 'Not sent yet' : noteOf(state)}</output>
      </div>
    </form>
  )

  function noteOf({ status }: typeof state) {
    return status === 'submitted' ? 'The ticket was sent.' : ''
  }
}
