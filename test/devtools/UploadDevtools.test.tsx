import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { StrictMode } from 'react'
import { expect, it, onTestFinished, vi } from 'vitest'
import { UploadDevtools } from '../../src/devtools/index.ts'
import {
  createFixtureFile,
  createScriptedAdapter,
  createScriptedTransport,
  pickFiles,
} from '../../src/testing/index.ts'
import { updateLikeAnApp } from '../react/uploadHarness.tsx'
import { TicketFields } from '../testing/TicketFields.tsx'

async function show() {
  updateLikeAnApp()
  const adapter = createScriptedAdapter()
  const transports = { 'signed-put': createScriptedTransport({ outcomes: ['server-error', 'stored', 'forbidden'] }) }
  render(
    <StrictMode>
      <UploadDevtools isOpen>
        <TicketFields adapter={adapter} transports={transports} retry={{ baseDelayMs: 1 }} concurrency={1} />
      </UploadDevtools>
    </StrictMode>,
  )
  const files = [createFixtureFile('pdf', 'secret.pdf'), createFixtureFile('png', 'private.png')]
  await pickFiles(screen.getByRole('button', { name: 'Choose files' }), files)
  const panel = await screen.findByRole('complementary', { name: 'Upload devtools' }, { timeout: 15_000 })
  await within(panel).findByText('Uploads: 1 done, 1 failed', undefined, { timeout: 15_000 })
  return within(panel)
}

it('shows the queue, every step, retries and credentials', async () => {
  const panel = await show()
  const queue = within(panel.getByRole('table', { name: 'Queue' }))
  expect(queue.getByRole('row', { name: /secret\.pdf done 329 of 329 no\. 2, at .* ms/ })).toBeVisible()
  expect(queue.getByRole('row', { name: /private\.png failed: forbidden \(transfer\)/ })).toBeVisible()
  const timeline = within(panel.getByRole('table', { name: 'Events, latest first' }))
  expect(timeline.getByRole('row', { name: /1 retried attempt 2, failure .*server-error/ })).toBeVisible()
  expect(timeline.getAllByRole('row', { name: /settled outcome/ })).toHaveLength(2)
})

it('tells no name, URL or handle in its events and its diagnostics', async () => {
  const writeText = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue()
  onTestFinished(() => writeText.mockRestore())
  const panel = await show()
  await userEvent.click(panel.getByRole('button', { name: 'Copy diagnostics' }))
  await panel.findByText('Copied.', undefined, { timeout: 15_000 })
  const copied = writeText.mock.calls[0]?.[0] ?? ''
  expect(JSON.parse(copied)).toMatchObject({ items: [{ status: 'done' }, { status: 'failed', code: 'forbidden' }] })
  const told = `${copied} ${panel.getByRole('table', { name: 'Events, latest first' }).textContent}`
  expect(told).not.toMatch(/secret|private|https?:|Signature|object-\d/)
})

it('forgets its events when it is told to', async () => {
  const panel = await show()
  await userEvent.click(panel.getByRole('button', { name: 'Forget events' }))
  await waitFor(() => expect(panel.queryByRole('row', { name: /settled/ })).toBeNull())
})

it('shows how long the credential of an upload is still good, and when it has ended', async () => {
  updateLikeAnApp()
  const transport = createScriptedTransport()
  const lives = [600_000]
  const adapter = createScriptedAdapter({
    requestUpload: async (request) =>
      createScriptedAdapter({ credentialLifeMs: lives.shift() ?? 1 }).requestUpload(request),
  })
  render(
    <UploadDevtools isOpen>
      <TicketFields adapter={adapter} transports={{ 'signed-put': transport }} concurrency={1} />
    </UploadDevtools>,
  )
  const files = [createFixtureFile('pdf', 'long.pdf'), createFixtureFile('png', 'short.png')]
  await pickFiles(screen.getByRole('button', { name: 'Choose files' }), files)
  const panel = within(await screen.findByRole('complementary', { name: 'Upload devtools' }, { timeout: 15_000 }))
  const first = await transport.nextRequest()
  const name = /long\.pdf uploading .* ms, ends in (600|5\d\d) s/
  expect(await panel.findByRole('row', { name }, { timeout: 15_000 })).toBeVisible()
  first.respond()
  const second = await transport.nextRequest()
  expect(await panel.findByRole('row', { name: /long\.pdf done .* good for 600 s/ }, { timeout: 15_000 })).toBeVisible()
  const ended = /short\.png uploading .* ms, ended \d+ s ago/
  expect(await panel.findByRole('row', { name: ended }, { timeout: 15_000 })).toBeVisible()
  second.respond()
})
