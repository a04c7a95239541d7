import type { TicketSummary } from '../../src/dev-server/index.ts'
import { TimeAgo } from './TimeAgo.tsx'

interface TicketListProps {
  tickets: readonly TicketSummary[]
  current: string | undefined
  onOpen: (id: string) => void
}

/** The queue of an agent: every ticket with who wrote it, what about, and how it stands. */
export function TicketList({ tickets, current, onOpen }: TicketListProps) {
  return (
    <nav className="tickets" aria-label="Tickets">
      {tickets.map((ticket) => (
        <a
          key={ticket.id}
          className="tickets-entry"
          href={`?ticket=${ticket.id}`}
          aria-current={ticket.id === current ? 'page' : undefined}
          onClick={(event) => {
            if (event.metaKey || event.ctrlKey || event.shiftKey) return
            event.preventDefault()
            onOpen(ticket.id)
          }}
        >
          <bdi className="tickets-subject">{ticket.subject}</bdi>
          <span className="tickets-facts">
            <span className="tag" data-status={ticket.status}>
              {ticket.status}
            </span>
            <bdi>{ticket.requester}</bdi> · <TimeAgo at={ticket.updatedAt} />
          </span>
        </a>
      ))}
    </nav>
  )
}
