import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { HelpdeskApi } from './helpdeskApi.ts'
import type { HelpdeskSystem } from './systems.ts'
import { SystemSelect } from './SystemSelect.tsx'
import { TicketList } from './TicketList.tsx'
import { TicketView } from './TicketView.tsx'
import { usePageAddress } from './usePageAddress.ts'
import './helpdesk.css'

export interface HelpdeskPageProps {
  helpdesk: HelpdeskApi
  /** Where attachments can be kept; the first is the one to begin with. */
  systems: readonly [HelpdeskSystem, ...HelpdeskSystem[]]
  /** Shown below the ticket: the simulator's panel, where there is a simulator. */
  tools?: ReactNode
}

/** A small helpdesk: tickets, a conversation, and a reply form that takes files. */
export function HelpdeskPage({ helpdesk, systems, tools }: HelpdeskPageProps) {
  const [address, changeAddress] = usePageAddress()
  const tickets = useQuery({ queryKey: ['tickets'], queryFn: ({ signal }) => helpdesk.listTickets(signal) })
  const system = systems.find(({ name }) => name === address.system) ?? systems[0]
  const ticketId = address.ticket ?? tickets.data?.[0]?.id

  return (
    <div className="helpdesk">
      <a className="skip" href="#reply">
        Skip to your reply
      </a>
      <header className="topbar">
        <h1>Helpdesk</h1>
        <SystemSelect systems={systems} current={system.name} onChange={(name) => changeAddress({ system: name })} />
      </header>
      <TicketList tickets={tickets.data ?? []} current={ticketId} onOpen={(id) => changeAddress({ ticket: id })} />
      <main className="desk">
        {tickets.error && <p role="alert">{tickets.error.message}</p>}
        {ticketId !== undefined && (
          // A ticket and a system have a draft of their own.
          <TicketView key={`${ticketId} ${system.name}`} {...{ ticketId, helpdesk, system, systems }} />
        )}
        {tools}
      </main>
    </div>
  )
}
