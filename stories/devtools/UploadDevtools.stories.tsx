import type { Meta, StoryObj } from '@storybook/react-vite'
import { AttachmentListView, DropzoneField, useSignedUpload } from 'attachkit'
import { UploadDevtools } from 'attachkit/devtools'
import {
  createFixtureFile,
  createScriptedAdapter,
  createScriptedTransport,
  dropFiles,
  type TransferOutcome,
} from 'attachkit/testing'
import { useState } from 'react'

interface DeskProps {
  /** How each transfer ends, in order. */
  outcomes: TransferOutcome[]
}

function Desk({ outcomes }: DeskProps) {
  const [adapter] = useState(() => createScriptedAdapter())
  const [transports] = useState(() => ({ 'signed-put': createScriptedTransport({ outcomes, latencyMs: 20 }) }))
  const upload = useSignedUpload({ adapter, transports, concurrency: 1, retry: { baseDelayMs: 1 } })
  return (
    <>
      <DropzoneField upload={upload} />
      <AttachmentListView upload={upload} />
    </>
  )
}

const meta = {
  title: 'Devtools/Panel',
  component: Desk,
  args: { outcomes: ['server-error', 'stored', 'forbidden'] },
  decorators: [
    (Story) => (
      <UploadDevtools isOpen>
        <Story />
      </UploadDevtools>
    ),
  ],
} satisfies Meta<typeof Desk>

export default meta

/** One file that is stored after a retry, and one that is refused. R78: `attachkit/testing` in a play function. */
export const TwoFiles: StoryObj<typeof meta> = {
  play: async ({ canvas }) => {
    const zone = await canvas.findByRole('group', { name: 'Drop or paste files here' })
    await dropFiles(zone, [createFixtureFile('pdf'), createFixtureFile('jpeg')])
    await canvas.findByText('Uploads: 1 done, 1 failed', undefined, { timeout: 10_000 })
  },
}
