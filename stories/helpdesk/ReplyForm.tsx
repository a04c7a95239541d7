import { useEffect, useId, useRef } from 'react'
import type { Reply, ReplyInput } from '../../src/dev-server/index.ts'
import { selectTotals, useSession } from '../../src/index.ts'
import type { BackendAdapter, Session, Totals } from '../../src/index.ts'
import { LeftBehind } from './LeftBehind.tsx'
import { ReplyFiles } from './ReplyFiles.tsx'
import { SignInNotice } from './SignInNotice.tsx'
import { useReplySubmit } from './useReplySubmit.ts'
import type { SubmitState } from './useReplySubmit.ts'
import { useTextDraft } from './useTextDraft.ts'

interface ReplyFormProps {
  session: Session
  ticketId: string
  /** Knows the files' handles; its name is kept beside them. */
  adapter: BackendAdapter
  send: (input: ReplyInput) => Promise<Reply>
  onSent: () => Promise<void>
}

/** Text and files of the next reply. Sending waits for files that are still going, and never leaves one out in silence. */
export function ReplyForm({ session, ticketId, adapter, send, onSent }: ReplyFormProps) {
  const [text, setText] = useTextDraft(ticketId)
  const latestText = useRef(text)
  useEffect(() => {
    latestText.current = text
  })
  const { state, submit, stopWaiting } = useReplySubmit({
    session,
    vendor: adapter.name,
    send,
    onSent: () => {
      setText('')
      return onSent()
    },
  })
  const totals = useSession(session, selectTotals)
  const textId = useId()
  const isSending = state.step === 'sending'
  const submitLatest = (options?: { withoutFailed: boolean }) => void submit(() => latestText.current, options)

  return (
    <form
      className="reply-form"
      aria-label="Reply"
      onSubmit={(event) => {
        event.preventDefault()
        submitLatest()
      }}
    >
      <label htmlFor={textId}>Your reply</label>
      <textarea
        id={textId}
        rows={5}
        value={text}
        readOnly={isSending}
        onChange={(event) => setText(event.target.value)}
      />
      <ReplyFiles session={session} adapter={adapter} disabled={isSending} />
      <SignInNotice session={session} />
      {state.step === 'blocked' && (
        <LeftBehind session={session} onSendWithout={() => submitLatest({ withoutFailed: true })} />
      )}
      <div className="reply-actions">
        <button type="submit" className="primary" aria-disabled={state.step === 'waiting' || isSending}>
          {submitLabel(state, totals)}
        </button>
        {state.step === 'waiting' && (
          <button type="button" onClick={stopWaiting}>
            Keep writing
          </button>
        )}
        <SubmitNote state={state} />
      </div>
    </form>
  )
}

function submitLabel({ step }: SubmitState, { unfinished, files }: Totals): string {
  if (step === 'sending') return 'Sending…'
  if (step === 'waiting') return `Waiting for ${unfinished} of ${files} ${files === 1 ? 'file' : 'files'}…`
  return 'Send reply'
}

function SubmitNote({ state }: { state: SubmitState }) {
  return (
    <>
      <output className="quiet">{state.step === 'sent' && 'The reply was sent.'}</output>
      {state.step === 'refused' && (
        <span className="refusal" role="alert">
          {state.message}
        </span>
      )}
    </>
  )
}
