import type { Meta, StoryObj } from '@storybook/react-vite'
import { useContext, useState } from 'react'
import type { ReactNode } from 'react'
import { expect, userEvent, waitFor, within } from 'storybook/test'
import { UploadError } from '../../src/index.ts'
import { NetworkContext, networks } from '../support/networks.ts'
import { pickFiles } from '../support/pickFiles.ts'
import { attachment } from '../support/posedItems.ts'
import { BulkUpload } from './BulkUpload.tsx'
import { ChatComposer } from './ChatComposer.tsx'
import { ActionTicketForm } from './forms/ActionTicketForm.tsx'
import { HookFormTicketForm } from './forms/HookFormTicketForm.tsx'
import { TanstackTicketForm } from './forms/TanstackTicketForm.tsx'
import { HelpdeskReply } from './HelpdeskReply.tsx'
import { accept, memoryBackend } from './memoryBackend.ts'
import { ReadOnlyThread } from './ReadOnlyThread.tsx'
import { RecipeFrame } from './RecipeFrame.tsx'

const meta = {
  title: 'Recipes',
  decorators: [
    (Story) => (
      <RecipeFrame>
        <Story />
      </RecipeFrame>
    ),
  ],
} satisfies Meta

export default meta
type Story = StoryObj<typeof meta>

const stored = [attachment('Screenshot of the error.png', 482_000), attachment('server.log', 1_240_000)]

const file = (name: string, size: number) => new File([new Uint8Array(size)], name, { lastModified: 0 })

/** A backend of one story, made when it is first drawn. */
function Backed(props: BackedProps) {
  const name = useContext(NetworkContext)
  return <BackedOver key={name} {...networks[name].memory} {...props} />
}

function BackedOver({ children, ...options }: BackedProps) {
  const [backend] = useState(() => memoryBackend(options))
  return children(backend)
}

interface BackedProps extends NonNullable<Parameters<typeof memoryBackend>[0]> {
  children: (backend: ReturnType<typeof memoryBackend>) => ReactNode
}

/** Text, files of an earlier draft, and the whole page to drop more on. */
export const Reply: Story = {
  render: () => <Backed>{(backend) => <HelpdeskReply {...backend} stored={stored} save={accept} />}</Backed>,
}

export const ReplyDark: Story = { ...Reply, globals: { theme: 'dark' } }
export const ReplyRightToLeft: Story = { ...Reply, globals: { direction: 'rtl' } }
export const ReplyCompact: Story = { ...Reply, globals: { density: 'compact' } }

/** Sent while a file is on its way: the reply waits and then follows by itself, once. */
export const ReplyWaiting: Story = {
  render: () => (
    <Backed bytesPerSecond={200_000}>
      {(backend) => <HelpdeskReply {...backend} stored={stored} save={accept} />}
    </Backed>
  ),
  play: async ({ canvas, canvasElement }) => {
    pickFiles(canvasElement, file('walkthrough.mp4', 200_000))
    await canvas.findByRole('listitem', { name: 'walkthrough.mp4' })
    await userEvent.type(canvas.getByLabelText('Your reply'), 'Here it is.')
    await userEvent.click(canvas.getByRole('button', { name: 'Send reply' }))
    await canvas.findByRole('button', { name: 'Waiting for 1 of 1 file' })
    await waitFor(() => expect(canvas.getByText('The reply was sent.')).toBeVisible(), { timeout: 10_000 })
  },
}

/** A file failed: nothing is sent without asking, and the file is named. */
export const ReplyBlocked: Story = {
  render: () => (
    <Backed failWith={({ stage }) => (stage === 'transfer' ? forbidden() : undefined)}>
      {(backend) => <HelpdeskReply {...backend} stored={stored} save={accept} />}
    </Backed>
  ),
  play: async ({ canvas, canvasElement }) => {
    pickFiles(canvasElement, file('contract.pdf', 20_000))
    const row = await canvas.findByRole('listitem', { name: 'contract.pdf' })
    await waitFor(() => expect(row).toHaveAttribute('data-status', 'failed'))
    await userEvent.type(canvas.getByLabelText('Your reply'), 'Here it is.')
    await userEvent.click(canvas.getByRole('button', { name: 'Send reply' }))
    await canvas.findByText(/contract\.pdf is not attached/)
    await expect(within(canvasElement).getByRole('button', { name: 'Send without' })).toBeVisible()
  },
}

/** React 19 action, `useFormStatus`, and the browser's own validation. */
export const NewTicket: Story = {
  render: () => <Backed>{(backend) => <ActionTicketForm {...backend} save={accept} />}</Backed>,
}

/** What was to be sent was incomplete: the field says so, and focus is where it can be put right. */
export const NewTicketIncomplete: Story = {
  ...NewTicket,
  play: async ({ canvas }) => {
    await userEvent.type(canvas.getByLabelText('Subject'), 'Printer')
    await userEvent.click(canvas.getByRole('button', { name: 'Send ticket' }))
    await canvas.findByText('Add at least one file.')
  },
}

export const NewTicketDark: Story = { ...NewTicketIncomplete, globals: { theme: 'dark' } }

export const WithReactHookForm: Story = {
  render: () => <Backed>{(backend) => <HookFormTicketForm {...backend} save={accept} />}</Backed>,
}

export const WithTanstackForm: Story = {
  render: () => <Backed>{(backend) => <TanstackTicketForm {...backend} save={accept} />}</Backed>,
}

export const Chat: Story = {
  render: () => <Backed>{(backend) => <ChatComposer {...backend} save={accept} />}</Backed>,
}

export const ChatWithFiles: Story = {
  ...Chat,
  play: async ({ canvas, canvasElement }) => {
    pickFiles(canvasElement, file('IMG_0042.jpg', 48_000), file('notes.txt', 2_100))
    await waitFor(() => expect(canvas.getAllByText('Attached')).toHaveLength(2), { timeout: 5000 })
  },
}

export const ChatRightToLeft: Story = { ...ChatWithFiles, globals: { direction: 'rtl' } }

export const Bulk: Story = {
  parameters: { wide: true },
  render: () => <Backed rules={{ maxFileSize: 100_000_000 }}>{(backend) => <BulkUpload {...backend} />}</Backed>,
}

/** Most are there, some are not: what failed is retried together. */
export const BulkWithFailures: Story = {
  parameters: { wide: true },
  render: () => (
    <Backed
      rules={{ maxFileSize: 100_000_000 }}
      failWith={({ stage, file: { name = '' } = {} }) =>
        stage === 'transfer' && /[37]/.test(name) ? forbidden() : undefined
      }
    >
      {(backend) => <BulkUpload {...backend} />}
    </Backed>
  ),
  play: async ({ canvas, canvasElement }) => {
    pickFiles(canvasElement, ...Array.from({ length: 9 }, (_, at) => file(`scan-${at + 1}.tif`, 9_000)))
    await waitFor(() => expect(canvas.getByRole('button', { name: 'Retry 2 failed' })).toBeVisible(), { timeout: 5000 })
  },
}

export const BulkDark: Story = { ...BulkWithFailures, globals: { theme: 'dark' } }

export const Thread: Story = {
  render: () => (
    <Backed>
      {({ adapter }) => (
        <ReadOnlyThread
          adapter={adapter}
          messages={[
            {
              id: '1',
              author: 'Amina Haddad',
              sentAt: '3 March, 09:12',
              body: 'The export stops at 40 %. A picture of it and the log are below.',
              attachments: stored,
            },
            {
              id: '2',
              author: 'Support',
              sentAt: '3 March, 09:40',
              body: 'Thank you. Please try the attached settings.',
              attachments: [attachment('settings.json', 2_100), attachment('macro.xlsm', 88_000, { scan: 'scanning' })],
            },
          ]}
        />
      )}
    </Backed>
  ),
}

export const ThreadDark: Story = { ...Thread, globals: { theme: 'dark' } }

function forbidden(): UploadError {
  return new UploadError({ code: 'forbidden', stage: 'transfer', status: 403, requestId: '6F1A90C2' })
}
