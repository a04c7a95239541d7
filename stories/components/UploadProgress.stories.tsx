import type { Meta, StoryObj } from '@storybook/react-vite'
import { UploadProgressBar } from '../../src/components/upload-progress/index.ts'
import { frozenSession } from '../../src/testing/frozenSession.ts'
import { Panes } from '../support/Panes.tsx'
import { committing, done, failed, paused, preparing, queued, uploading } from '../support/posedItems.ts'

const network = { code: 'network', stage: 'transfer' } as const
const sessions = {
  active: frozenSession([
    done('a.pdf', 312_000),
    uploading('b.mp4', 84_000_000, 35_280_000),
    queued('c.zip', 9_000_000),
  ]),
  indeterminate: frozenSession([preparing('a.pdf', 312_000), queued('b.pdf', 100_000)]),
  finishing: frozenSession([done('a.pdf', 312_000), committing('b.pdf', 100_000)]),
  offline: frozenSession([paused('a.pdf', 312_000, 'offline', 100_000)], { hold: 'offline' }),
  signedOut: frozenSession([paused('a.pdf', 312_000, 'auth', 100_000)], { hold: 'auth' }),
  done: frozenSession([done('a.pdf', 312_000), done('b.pdf', 100_000)]),
  failed: frozenSession([done('a.pdf', 312_000), failed('b.pdf', 100_000, network)]),
}

const meta = {
  title: 'Components/UploadProgress',
  component: UploadProgressBar,
  args: { upload: sessions.active },
  argTypes: { upload: { control: false } },
} satisfies Meta<typeof UploadProgressBar>

export default meta
type Story = StoryObj<typeof meta>

/** Weighed by bytes over all files, also those that still wait. */
export const Default: Story = {}

export const Playground: Story = {
  argTypes: { upload: { control: 'select', options: Object.keys(sessions), mapping: sessions } },
}

/** No byte is counted yet, or none ever is, as under a service worker. */
export const Indeterminate: Story = { args: { upload: sessions.indeterminate } }

/** All bytes are sent; it is not called complete before the last commit. */
export const Finishing: Story = { args: { upload: sessions.finishing } }

export const Offline: Story = { args: { upload: sessions.offline } }

export const SignedOut: Story = { args: { upload: sessions.signedOut } }

export const Done: Story = { args: { upload: sessions.done } }

/** A batch with a failure never ends green. */
export const Failed: Story = { args: { upload: sessions.failed } }

export const AllStates: Story = {
  parameters: { controls: { disable: true }, wide: true },
  render: () => (
    <Panes>
      {() => (
        <div className="story-column">
          {Object.entries(sessions).map(([name, upload]) => (
            <UploadProgressBar key={name} upload={upload} />
          ))}
        </div>
      )}
    </Panes>
  ),
}
