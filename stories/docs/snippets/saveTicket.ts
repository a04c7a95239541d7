export interface Ticket {
  text: string
  handles: readonly string[]
  /** The same for every try to send the same ticket: two clicks make one. */
  idempotencyKey?: string
}

export const saved: Ticket[] = []

/** Stands in for your own request. */
export async function saveTicket(ticket: Ticket): Promise<void> {
  saved.push(ticket)
}
