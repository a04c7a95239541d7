import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent } from 'storybook/test'
import { createMemoryAdapter, createMemoryTransports } from '../../src/adapters/memory/index.ts'
import { AttachkitProvider } from '../../src/index.ts'
import { exampleTicket } from './exampleTicket.ts'
import { HelpdeskPage } from './HelpdeskPage.tsx'
import { createMemoryHelpdesk } from './memoryHelpdesk.ts'

const adapter = createMemoryAdapter({ latencyMs: 300, bytesPerSecond: 500_000 })

const meta: Meta<typeof HelpdeskPage> = {
  title: 'Recipes/Helpdesk page',
  component: HelpdeskPage,
  parameters: { layout: 'fullscreen' },
  args: {
    helpdesk: createMemoryHelpdesk([exampleTicket]),
    systems: [
      {
        name: adapter.name,
        label: 'Memory of this page',
        kind: 'signed-put',
        adapter,
        transports: createMemoryTransports(adapter),
      },
    ],
  },
  decorators: [
    (Story) => (
      <QueryClientProvider client={new QueryClient()}>
        <AttachkitProvider>
          <Story />
        </AttachkitProvider>
      </QueryClientProvider>
    ),
  ],
}

export default meta
type Story = StoryObj<typeof meta>

/** Pick, drop or paste files into the reply; nothing leaves the page. */
export const Default: Story = {}

/** A reply with one file, sent. */
export const Sent: Story = {
  play: async ({ canvas }) => {
    const file = new File(['the log of the export'], 'export.log')
    const form = await canvas.findByRole('form', { name: 'Reply' })
    await userEvent.upload(form.querySelector('input') as HTMLInputElement, file)
    await userEvent.type(canvas.getByRole('textbox', { name: 'Your reply' }), 'Here is the log.')
    await userEvent.click(canvas.getByRole('button', { name: 'Send reply' }))
    await canvas.findByText('The reply was sent.', undefined, { timeout: 5000 })
    const conversation = canvas.getByRole('region', { name: 'Conversation' })
    await expect(conversation).toHaveTextContent('export.log')
  },
}
