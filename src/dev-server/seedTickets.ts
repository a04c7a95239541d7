import type { Reply, Ticket } from './helpdeskTypes.ts'

type SeedReply = Pick<Reply, 'author' | 'role' | 'body'> & { hoursAgo: number }

/** A ticket of the first start, without what the database adds. */
export interface SeedTicket extends Pick<
  Ticket,
  'id' | 'subject' | 'requester' | 'requesterEmail' | 'status' | 'priority'
> {
  replies: readonly SeedReply[]
}

/** What a helpdesk looks like on a Tuesday morning. Names and addresses are made up. */
export const seedTickets: readonly SeedTicket[] = [
  {
    id: '4213',
    subject: 'Invoice export stops at page 40',
    requester: 'Marta Lindqvist',
    requesterEmail: 'marta.lindqvist@nordlicht.example',
    status: 'open',
    priority: 'high',
    replies: [
      {
        author: 'Marta Lindqvist',
        role: 'customer',
        hoursAgo: 26,
        body: 'Hello,\n\nsince the update on Friday our monthly invoice export stops at page 40 of 112. The PDF that comes out opens, but everything after page 40 is missing. We have to send the invoices to our tax adviser by Thursday.\n\nKind regards\nMarta',
      },
      {
        author: 'Jonas Weber',
        role: 'agent',
        hoursAgo: 24,
        body: 'Hello Marta,\n\nthank you for the clear description. Could you send us the PDF that came out and the log of the export? You find the log under Settings, Diagnostics, "Save log". A screenshot of the export dialog would help as well.\n\nBest\nJonas',
      },
      {
        author: 'Marta Lindqvist',
        role: 'customer',
        hoursAgo: 3,
        body: 'I have the files here: the PDF is about 200 MB, is that a problem? The log file has no proper type, our mail program refused to send it.',
      },
    ],
  },
  {
    id: '4209',
    subject: 'Cannot sign in on the tablet after changing the password',
    requester: 'Daniel Okafor',
    requesterEmail: 'd.okafor@harbourline.example',
    status: 'open',
    priority: 'normal',
    replies: [
      {
        author: 'Daniel Okafor',
        role: 'customer',
        hoursAgo: 30,
        body: 'I changed my password on the computer this morning. Since then the tablet in the warehouse says "Session ended" and starts over. On the computer everything works.',
      },
    ],
  },
  {
    id: '4198',
    subject: 'Scanner sends pages upside down',
    requester: 'Yuki Tanaka',
    requesterEmail: 'tanaka@kita-print.example',
    status: 'pending',
    priority: 'low',
    replies: [
      {
        author: 'Yuki Tanaka',
        role: 'customer',
        hoursAgo: 75,
        body: 'Every second page of a duplex scan arrives upside down. Model KX-410, firmware 2.8.1.',
      },
      {
        author: 'Jonas Weber',
        role: 'agent',
        hoursAgo: 52,
        body: 'Thank you. Please try the setting "Flip on long edge" under Scan, Duplex, and tell us whether the pages are right then.',
      },
    ],
  },
  {
    id: '4187',
    subject: 'Please add our new cost centres',
    requester: 'Inês Carvalho',
    requesterEmail: 'ines.carvalho@serra.example',
    status: 'solved',
    priority: 'normal',
    replies: [
      {
        author: 'Inês Carvalho',
        role: 'customer',
        hoursAgo: 190,
        body: 'From next month on we book on the cost centres 7100 to 7180. Could you add them for all our users?',
      },
      { author: 'Jonas Weber', role: 'agent', hoursAgo: 188, body: 'Done: all nine are there since a minute ago.' },
    ],
  },
]
