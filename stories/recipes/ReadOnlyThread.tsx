import { AttachmentListView, useAttachmentDownload } from '../../src/index.ts'
import type { Attachment, BackendAdapter } from '../../src/index.ts'

interface Message {
  id: string
  author: string
  sentAt: string
  body: string
  attachments: readonly Attachment[]
}

interface ReadOnlyThreadProps {
  adapter: BackendAdapter
  messages: readonly Message[]
}

/** A conversation that is only read: each link is signed when it is asked for, however long the page was open. */
export function ReadOnlyThread({ adapter, messages }: ReadOnlyThreadProps) {
  const downloads = useAttachmentDownload({ adapter })
  return (
    <ol className="recipe-thread" aria-label="Conversation">
      {messages.map(({ id, author, sentAt, body, attachments }) => (
        <li key={id}>
          <article aria-label={`${author}, ${sentAt}`}>
            <header>
              <strong>{author}</strong>
              <span className="recipe-quiet">{sentAt}</span>
            </header>
            <p>{body}</p>
            {attachments.length > 0 && <AttachmentListView attachments={attachments} downloads={downloads} />}
          </article>
        </li>
      ))}
    </ol>
  )
}
