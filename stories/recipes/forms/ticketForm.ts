import type { Attachment, BackendAdapter, SignedPutCredential, Transports } from '../../../src/index.ts'

/** What a form sends. */
export interface Ticket {
  subject: string
  attachments: readonly Attachment[]
}

/** What every form recipe is given by the app. */
export interface TicketFormProps {
  adapter: BackendAdapter<SignedPutCredential['kind']>
  /** @default the browser's own requests */
  transports?: Transports<SignedPutCredential['kind']> | undefined
  /** Rejects with an `Error` whose message is for people. */
  save: (ticket: Ticket) => Promise<void>
}
