/** An attachment as the helpdesk keeps it: what a session's `Attachment` says, no address and no secret. */
export interface TicketAttachment {
  /** The vendor's opaque name of the stored object. */
  handle: string
  name: string
  /** Bytes; absent where the vendor does not tell. */
  size?: number | undefined
  contentType?: string | undefined
  /** ISO 8601: when the reply was saved. */
  createdAt: string
}

export interface Reply {
  id: string
  author: string
  role: 'customer' | 'agent'
  body: string
  /** ISO 8601. */
  createdAt: string
  /** Name of the adapter that knows the attachments' handles; absent without attachments. */
  vendor?: string | undefined
  attachments: TicketAttachment[]
}

/** A row of the ticket list. */
export interface TicketSummary {
  id: string
  subject: string
  requester: string
  status: 'open' | 'pending' | 'solved'
  priority: 'low' | 'normal' | 'high' | 'urgent'
  /** ISO 8601: of the latest reply. */
  updatedAt: string
  replyCount: number
}

/** `GET /api/helpdesk/tickets/:id` */
export interface Ticket extends TicketSummary {
  requesterEmail: string
  /** Oldest first. */
  replies: Reply[]
}

/** Body of `POST /api/helpdesk/tickets/:id/replies`. */
export interface ReplyInput {
  /** May be empty when there are attachments. */
  body: string
  attachments: ReadonlyArray<Omit<TicketAttachment, 'createdAt'>>
  /** Needed with attachments. */
  vendor?: string | undefined
  /** The same for every try of the same reply: it is saved once. */
  idempotencyKey: string
}

/** Every refusal of the helpdesk's API: one sentence, and the field it is about. */
export interface HelpdeskRefusal {
  error: { code: string; message: string; field?: string | undefined }
}
