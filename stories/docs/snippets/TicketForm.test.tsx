import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import {
  createFixtureFile,
  createScriptedAdapter,
  createScriptedTransport,
  dropFiles,
  pickFiles,
} from 'attachkit/testing'
import { expect, it, vi } from 'vitest'
import TicketForm from './TicketForm.tsx'

it('sends the ticket with both files, the refused one after a retry', async () => {
  const adapter = createScriptedAdapter({ failures: { requestUpload: ['rate-limited'] } }) // once: the kit asks again
  const transports = { 'signed-put': createScriptedTransport({ outcomes: ['stored', 'forbidden'] }) }
  const onSend = vi.fn<(ticket: object) => Promise<void>>(async () => {})
  render(<TicketForm options={{ adapter, transports }} onSend={onSend} />)

  await userEvent.type(screen.getByRole('textbox', { name: 'Message' }), 'The printer is on fire')
  await dropFiles(screen.getByRole('group', { name: 'Drop or paste files here' }), createFixtureFile('jpeg'))
  await screen.findByRole('button', { name: 'Remove photo.jpg' }, { timeout: 5000 })
  await pickFiles(screen.getByRole('button', { name: 'Choose files' }), createFixtureFile('pdf'))
  await userEvent.click(await screen.findByRole('button', { name: 'Retry report.pdf' }))
  await userEvent.click(screen.getByRole('button', { name: 'Send' }))

  expect(await screen.findByText('Sent.')).toBeTruthy()
  expect(onSend.mock.calls).toEqual([[{ text: 'The printer is on fire', handles: ['object-2', 'object-4'] }]])
})
