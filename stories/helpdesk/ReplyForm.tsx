import { useId } from 'react'
import type { KeyboardEvent } from 'react'
import type { Reply, ReplyInput } from '../../src/dev-server/index.ts'
import { useUnloadGuard } from '../../src/index.ts'
import type { BackendAdapter, Session, SubmitState } from '../../src/index.ts'
import { LeftBehind } from './LeftBehind.tsx'
import { ReplyFiles } from './ReplyFiles.tsx'
import { SignInNotice } from './SignInNotice.tsx'
import { refusalSentence, useReplyGate } from './useReplyGate.ts'
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
  useUnloadGuard(session)
  const gate = useReplyGate({
    session,
    vendor: adapter.name,
    text,
    send,
    onSent: () => {
      setText('')
      void onSent()
    },
  })
  const { state } = gate
  const textId = useId()
  const keysId = useId()
  const isSending = state.status === 'submitting'

  return (
    <form
      id="reply"
      className="reply-form"
      aria-label="Reply"
      onSubmit={(event) => {
        event.preventDefault()
        void gate.submit()
      }}
    >
      <label htmlFor={textId}>Your reply</label>
      <textarea
        id={textId}
        rows={5}
        dir="auto"
        value={text}
        readOnly={isSending}
        aria-describedby={keysId}
        aria-keyshortcuts="Control+Enter Meta+Enter"
        onChange={(event) => setText(event.target.value)}
        onKeyDown={sendByKeys}
      />
      <ReplyFiles session={session} adapter={adapter} disabled={isSending} />
      <SignInNotice session={session} />
      {state.status === 'blocked' && <LeftBehind items={state.items} gate={gate} />}
      <div className="reply-actions">
        <button type="submit" className="primary" aria-disabled={state.status === 'waiting' || isSending}>
          {submitLabel(state)}
        </button>
        {state.status === 'waiting' && (
          <button type="button" onClick={gate.stopWaiting}>
            Keep writing
          </button>
        )}
        <SubmitNote state={state} />
        <span id={keysId} className="quiet reply-keys">
          Ctrl or ⌘ with Enter sends
        </span>
      </div>
    </form>
  )
}

/** As in every mail program: Enter alone begins a new line. */
function sendByKeys(event: KeyboardEvent<HTMLTextAreaElement>) {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
  event.preventDefault()
  event.currentTarget.form?.requestSubmit()
}

function submitLabel(state: SubmitState): string {
  if (state.status === 'submitting') return 'Sending…'
  if (state.status !== 'waiting') return 'Send reply'
  return `Waiting for ${state.unfinished} of ${state.files} ${state.files === 1 ? 'file' : 'files'}…`
}

function SubmitNote({ state }: { state: SubmitState }) {
  return (
    <>
      <output className="quiet">{state.status === 'submitted' && 'The reply was sent.'}</output>
      {state.status === 'refused' && (
        <span className="refusal" role="alert">
          {refusalSentence(state.error)}
        </span>
      )}
    </>
  )
}
