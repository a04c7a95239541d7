import type { Reply, ReplyInput, Ticket, TicketSummary } from '../../src/dev-server/index.ts'

/** The page's way to its tickets: over HTTP on the dev server, in memory in a story. */
export interface HelpdeskApi {
  listTickets(signal: AbortSignal): Promise<TicketSummary[]>
  getTicket(id: string, signal: AbortSignal): Promise<Ticket>
  /** Saves a reply once for each idempotency key. */
  addReply(ticketId: string, input: ReplyInput): Promise<Reply>
}

/** A refusal of the helpdesk; the message is a sentence to show. */
export class HelpdeskError extends Error {
  override readonly name = 'HelpdeskError'
}
