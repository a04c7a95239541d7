import type { Ticket } from '../../src/dev-server/index.ts'

/** A ticket as a support agent meets it: a question, an answer, and files that were asked for. */
export const exampleTicket: Ticket = {
  id: '4213',
  subject: 'Invoice export stops at page 40',
  requester: 'Marta Lindqvist',
  requesterEmail: 'marta.lindqvist@nordlicht.example',
  status: 'open',
  priority: 'high',
  updatedAt: '2026-03-03T09:00:00.000Z',
  replyCount: 2,
  replies: [
    {
      id: '1',
      author: 'Marta Lindqvist',
      role: 'customer',
      body: 'Since the update on Friday our monthly invoice export stops at page 40 of 112. Everything after it is missing.',
      createdAt: '2026-03-02T10:00:00.000Z',
      attachments: [],
    },
    {
      id: '2',
      author: 'Jonas Weber',
      role: 'agent',
      body: 'Thank you for the clear description. Could you send us the PDF that came out, and the log of the export?',
      createdAt: '2026-03-03T09:00:00.000Z',
      attachments: [],
    },
  ],
}
