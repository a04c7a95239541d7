import type { Meta, StoryObj } from '@storybook/react-vite'
import { useContext, useMemo } from 'react'
import { expect, waitFor } from 'storybook/test'
import { createMemoryAdapter, createMemoryTransports } from '../../src/adapters/memory/index.ts'
import { UploadError, useSignedUpload } from '../../src/index.ts'
import type { ErrorCode, Stage } from '../../src/index.ts'
import { en } from '../../src/messages/en.ts'
import { NetworkContext, networks } from '../support/networks.ts'
import { pickFiles } from '../support/pickFiles.ts'
import { RecipeFrame } from '../recipes/RecipeFrame.tsx'
import { SessionFiles } from './SessionFiles.tsx'

interface FlowProps {
  /** Milliseconds that each call of the backend takes. */
  latencyMs: number
  bytesPerSecond: number
  /** The step that fails, of every file. */
  failAt: Stage | 'nothing'
  failAs: ErrorCode
}

/** Pick, drop or paste files: they travel at the pace that the controls set, with honest progress, and stay in this page. */
function Flow({ latencyMs, bytesPerSecond, failAt, failAs }: FlowProps) {
  const { memory } = networks[useContext(NetworkContext)]
  const backend = useMemo(() => {
    const failWith = ({ stage }: { stage: Stage }) =>
      stage === failAt ? new UploadError({ code: failAs, stage, requestId: '6F1A90C2' }) : undefined
    const adapter = createMemoryAdapter({ latencyMs, bytesPerSecond, failWith, ...memory })
    return { adapter, transports: { 'signed-put': createMemoryTransports(adapter)['signed-put'] } }
  }, [latencyMs, bytesPerSecond, failAt, failAs, memory])
  const session = useSignedUpload({ ...backend, retry: { maxRetries: 1, baseDelayMs: 200 } })
  return <SessionFiles session={session} adapter={backend.adapter} />
}

const meta = {
  title: 'Flows/Pace and failure',
  component: Flow,
  args: { latencyMs: 300, bytesPerSecond: 500_000, failAt: 'nothing', failAs: 'network' },
  argTypes: {
    latencyMs: { control: { type: 'range', min: 0, max: 5000, step: 100 } },
    bytesPerSecond: { control: { type: 'range', min: 10_000, max: 5_000_000, step: 10_000 } },
    failAt: { control: 'inline-radio', options: ['nothing', 'credentials', 'transfer', 'commit'] },
    failAs: { control: 'select', options: Object.keys(en.errors) },
  },
  decorators: [
    (Story, { args }) => (
      // Another pace is another backend, and a session belongs to one.
      <RecipeFrame key={JSON.stringify(args)}>
        <Story />
      </RecipeFrame>
    ),
  ],
} satisfies Meta<typeof Flow>

export default meta
type Story = StoryObj<typeof meta>

export const Default: Story = {}

export const Slow: Story = { args: { latencyMs: 2000, bytesPerSecond: 60_000 } }

const ends =
  (status: string): NonNullable<Story['play']> =>
  async ({ canvas, canvasElement }) => {
    pickFiles(canvasElement, new File([new Uint8Array(40_000)], 'report.pdf', { lastModified: 0 }))
    const row = await canvas.findByRole('listitem', { name: 'report.pdf' })
    await waitFor(() => expect(row).toHaveAttribute('data-status', status), { timeout: 15_000 })
  }

export const Attached: Story = { play: ends('done') }

/** The store refuses: no bytes are there, Retry begins anew. */
export const FailsInTransfer: Story = { args: { failAt: 'transfer', failAs: 'forbidden' }, play: ends('failed') }

/** The bytes are stored: Retry asks for the attachment only. */
export const FailsAtCommit: Story = { args: { failAt: 'commit', failAs: 'server-error' }, play: ends('failed') }
