import { AttachmentFormField, useAttachmentDownload } from '../../src/index.ts'
import type { BackendAdapter, Session } from '../../src/index.ts'

interface SessionFilesProps {
  session: Session
  adapter: BackendAdapter
}

/** A field of a form, with downloads of what is attached. */
export function SessionFiles({ session, adapter }: SessionFilesProps) {
  const downloads = useAttachmentDownload({ adapter })
  return (
    <form aria-label="Ticket" onSubmit={(event) => event.preventDefault()}>
      <AttachmentFormField upload={session} downloads={downloads} onSignIn={session.resume} />
    </form>
  )
}
