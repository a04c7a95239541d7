import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, within } from 'storybook/test'
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

async function pictureFile(): Promise<File> {
  const canvas = new OffscreenCanvas(320, 200)
  const context = canvas.getContext('2d')
  if (context) context.fillStyle = '#2f5bb7'
  context?.fillRect(0, 0, 320, 200)
  return new File([await canvas.convertToBlob()], 'export-dialog.png', { type: 'image/png' })
}

/** A reply with a picture and a log, sent by the keyboard: the conversation shows the picture itself. */
export const Sent: Story = {
  play: async ({ canvas }) => {
    const files = [await pictureFile(), new File(['the log of the export'], 'export.log')]
    const form = await canvas.findByRole('form', { name: 'Reply' })
    await userEvent.upload(form.querySelector('input') as HTMLInputElement, files)
    await userEvent.type(canvas.getByRole('textbox', { name: 'Your reply' }), 'Here they are.')
    await userEvent.keyboard('{Control>}{Enter}{/Control}')
    await canvas.findByText('The reply was sent.', undefined, { timeout: 15_000 })
    const conversation = canvas.getByRole('region', { name: 'Conversation' })
    await within(conversation).findByRole('listitem', { name: 'export.log' })
    const picture = await within(conversation).findByRole('button', { name: 'Preview export-dialog.png' })
    await expect(picture).toBeVisible()
  },
}
