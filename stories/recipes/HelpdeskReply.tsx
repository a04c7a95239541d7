import { useId, useState } from 'react'
import {
  AttachmentListView,
  Dropzone,
  UploadProgressBar,
  useAttachmentDownload,
  useAttachmentRemovals,
  useSignedUpload,
  useSubmitGate,
} from '../../src/index.ts'
import type { Attachment } from '../../src/index.ts'
import type { TicketFormProps } from './forms/ticketForm.ts'
import { LeftBehind } from './LeftBehind.tsx'
import { submitLabel } from './submitLabel.ts'

interface HelpdeskReplyProps extends Omit<TicketFormProps, 'save'> {
  /** Of a draft that was written before. */
  stored: readonly Attachment[]
  save: (reply: { body: string; attachments: readonly Attachment[]; idempotencyKey: string }) => Promise<void>
}

/** The reply below a conversation: files may be dropped anywhere on the page, and the reply follows them. */
export function HelpdeskReply({ adapter, transports, stored, save }: HelpdeskReplyProps) {
  const [body, setBody] = useState('')
  const upload = useSignedUpload({ adapter, transports, draftId: 'reply-4711', existing: stored, duplicates: 'ask' })
  const downloads = useAttachmentDownload({ adapter })
  const removals = useAttachmentRemovals({ adapter })
  const { state, submit, ...gate } = useSubmitGate({
    upload,
    attachments: stored,
    removals,
    readContent: () => body,
    async onSubmit({ content, attachments, idempotencyKey }) {
      await save({ body: content, attachments, idempotencyKey })
      setBody('')
    },
  })
  const id = useId()
  return (
    <form
      className="recipe-form"
      aria-label="Reply"
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <div className="recipe-field">
        <label htmlFor={id}>Your reply</label>
        <textarea id={id} rows={4} required value={body} onChange={(event) => setBody(event.target.value)} />
      </div>
      <Dropzone.Root upload={upload} attachments={stored} removals={removals}>
        <Dropzone.PageOverlay />
        <Dropzone.Icon />
        <Dropzone.Label />
        <Dropzone.Trigger />
        <Dropzone.StopReading />
        <Dropzone.Hint />
      </Dropzone.Root>
      <UploadProgressBar upload={upload} />
      <AttachmentListView upload={upload} attachments={stored} downloads={downloads} removals={removals} />
      <LeftBehind state={state} gate={gate} />
      <div className="recipe-actions">
        <button type="submit" className="primary">
          {submitLabel(state, 'Send reply')}
        </button>
        {state.status === 'waiting' && (
          <button type="button" onClick={gate.stopWaiting}>
            Keep writing
          </button>
        )}
        <output>{state.status === 'submitted' && 'The reply was sent.'}</output>
      </div>
    </form>
  )
}
