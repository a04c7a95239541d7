import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Conversation } from './Conversation.tsx'
import type { HelpdeskApi } from './helpdeskApi.ts'
import { ReplyForm } from './ReplyForm.tsx'
import type { HelpdeskSystem } from './systems.ts'
import { UploadSession } from './UploadSession.tsx'

interface TicketViewProps {
  ticketId: string
  helpdesk: HelpdeskApi
  system: HelpdeskSystem
  systems: readonly HelpdeskSystem[]
}

/** One ticket: what it is about, what was written, and the form for the next reply. */
export function TicketView({ ticketId, helpdesk, system, systems }: TicketViewProps) {
  const client = useQueryClient()
  const ticket = useQuery({
    queryKey: ['tickets', ticketId],
    queryFn: ({ signal }) => helpdesk.getTicket(ticketId, signal),
  })
  if (ticket.error) return <p role="alert">{ticket.error.message}</p>
  if (!ticket.data) return <p className="quiet">Loading the ticket…</p>

  const { subject, requester, requesterEmail, status } = ticket.data
  return (
    <>
      <header className="ticket-head">
        <h2>
          <bdi>{subject}</bdi>
        </h2>
        <p className="quiet">
          <span className="tag" data-status={status}>
            {status}
          </span>
          #{ticketId} · {requester} · {requesterEmail}
        </p>
      </header>
      <Conversation ticket={ticket.data} systems={systems} />
      <UploadSession system={system} draftId={ticketId}>
        {(session) => (
          <ReplyForm
            session={session}
            ticketId={ticketId}
            adapter={system.adapter}
            send={(input) => helpdesk.addReply(ticketId, input)}
            onSent={() => client.invalidateQueries({ queryKey: ['tickets'] })}
          />
        )}
      </UploadSession>
    </>
  )
}
