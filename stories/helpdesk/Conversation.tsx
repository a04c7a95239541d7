import type { Reply, Ticket } from '../../src/dev-server/index.ts'
import { ReplyAttachments } from './ReplyAttachments.tsx'
import type { HelpdeskSystem } from './systems.ts'
import { TimeAgo } from './TimeAgo.tsx'

interface ConversationProps {
  ticket: Ticket
  systems: readonly HelpdeskSystem[]
}

/** Everything that was written on a ticket, oldest first, each reply with its attachments. */
export function Conversation({ ticket, systems }: ConversationProps) {
  return (
    <section className="conversation" aria-label="Conversation">
      {ticket.replies.map((reply) => (
        <ReplyEntry key={reply.id} reply={reply} system={systems.find(({ name }) => name === reply.vendor)} />
      ))}
    </section>
  )
}

function ReplyEntry({ reply, system }: { reply: Reply; system: HelpdeskSystem | undefined }) {
  return (
    <article className="reply" data-role={reply.role} aria-label={`Reply of ${reply.author}`}>
      <header className="reply-head">
        <span className="avatar" aria-hidden="true">
          {initialsOf(reply.author)}
        </span>
        <strong>{reply.author}</strong>
        <span className="quiet">{reply.role === 'agent' ? 'Support' : 'Customer'}</span>
        <span className="quiet reply-time">
          <TimeAgo at={reply.createdAt} />
        </span>
      </header>
      {reply.body !== '' && (
        <p className="reply-text" dir="auto">
          {reply.body}
        </p>
      )}
      {reply.attachments.length > 0 && <ReplyAttachments attachments={reply.attachments} system={system} />}
    </article>
  )
}

function initialsOf(name: string): string {
  return name
    .split(' ')
    .map((part) => part.slice(0, 1))
    .slice(0, 2)
    .join('')
}
