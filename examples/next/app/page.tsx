import { NewTicket } from './NewTicket'

/** A server component. */
export default function Page() {
  return (
    <main>
      <h1>New ticket</h1>
      <NewTicket />
    </main>
  )
}
