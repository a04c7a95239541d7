import type { Reply, Ticket, TicketAttachment } from '../../src/dev-server/index.ts'
import { HelpdeskError } from './helpdeskApi.ts'
import type { HelpdeskApi } from './helpdeskApi.ts'

/** A helpdesk without a server: it forgets everything with the page. */
export function createMemoryHelpdesk(tickets: readonly Ticket[]): HelpdeskApi {
  const known = new Map(tickets.map((ticket) => [ticket.id, ticket]))

  function find(id: string): Ticket {
    const ticket = known.get(id)
    if (!ticket) throw new HelpdeskError('There is no ticket with this number.')
    return ticket
  }

  return {
    listTickets: async () => [...known.values()],
    getTicket: async (id) => find(id),
    async addReply(ticketId, { body, attachments, vendor }) {
      const ticket = find(ticketId)
      const createdAt = new Date().toISOString()
      const reply: Reply = {
        id: `${ticketId}-${ticket.replies.length + 1}`,
        author: 'Jonas Weber',
        role: 'agent',
        body,
        createdAt,
        vendor,
        attachments: attachments.map((attachment): TicketAttachment => ({ ...attachment, createdAt })),
      }
      known.set(ticketId, { ...ticket, updatedAt: createdAt, replies: [...ticket.replies, reply] })
      return reply
    },
  }
}
