import { useState } from 'react'
import type { KeyboardEvent } from 'react'
import { AttachmentListView, Dropzone, useSignedUpload, useSubmitGate } from '../../src/index.ts'
import type { TicketFormProps } from './forms/ticketForm.ts'
import { LeftBehind } from './LeftBehind.tsx'
import { submitLabel } from './submitLabel.ts'

/** A message with files: the whole box takes drops and pastes, a photo comes straight from a phone's camera. */
export function ChatComposer({ adapter, transports, save }: TicketFormProps) {
  const [text, setText] = useState('')
  const upload = useSignedUpload({ adapter, transports })
  const { state, submit, ...gate } = useSubmitGate({
    upload,
    readContent: () => text,
    async onSubmit({ content, attachments }) {
      await save({ subject: content, attachments })
      setText('')
    },
  })

  function sendOnEnter(event: KeyboardEvent) {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    void submit()
  }
  return (
    <form
      className="recipe-form"
      aria-label="Message"
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <div className="recipe-composer" data-density="compact">
        <AttachmentListView upload={upload} />
        <textarea
          aria-label="Message"
          placeholder="Write a message"
          rows={2}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={sendOnEnter}
        />
        <LeftBehind state={state} gate={gate} />
        <div className="recipe-actions">
          <Dropzone.Root upload={upload} openOnClick={false} aria-label="Files of the message">
            <Dropzone.PageOverlay />
            <Dropzone.Trigger>Attach</Dropzone.Trigger>
            <Dropzone.CameraTrigger />
            <Dropzone.StopReading />
          </Dropzone.Root>
          <button type="submit" className="primary">
            {submitLabel(state, 'Send')}
          </button>
        </div>
      </div>
    </form>
  )
}
