import type { Meta, StoryObj } from '@storybook/react-vite'
import { AttachmentFormField } from '../../src/components/attachment-field/index.ts'
import { frozenSession } from '../../src/testing/frozenSession.ts'
import { Panes } from '../support/Panes.tsx'
import { posedRemovals } from '../support/posedRemovals.ts'
import { attachment, done, failed, queued, uploading } from '../support/posedItems.ts'

const rules = { accept: ['.pdf', 'image/*'], maxFileSize: 25_000_000, maxTotalSize: 100_000_000, maxFiles: 10 }
const empty = frozenSession([], { rules })
const moving = frozenSession([uploading('walkthrough.mp4', 84_000_000, 35_280_000), queued('notes.txt', 2_100)], {
  rules,
})
const broken = frozenSession(
  [done('invoice-4411.pdf', 312_000), failed('contract.pdf', 1_450_000, { code: 'network', stage: 'transfer' })],
  { rules },
)
const stored = [attachment('Screenshot of the error.png', 482_000), attachment('server.log', 1_240_000)]

const meta = {
  title: 'Components/AttachmentField',
  component: AttachmentFormField,
  args: { upload: empty, name: 'attachments', description: 'Screenshots and logs help us most.' },
  argTypes: { upload: { control: false } },
  render: (args) => (
    <form aria-label="Ticket">
      <AttachmentFormField {...args} />
    </form>
  ),
} satisfies Meta<typeof AttachmentFormField>

export default meta
type Story = StoryObj<typeof meta>

/** Label, description, zone and list as one field of a form. */
export const Default: Story = {}

export const Playground: Story = {
  args: { upload: moving, attachments: stored, required: true, whileBusy: 'invalid', disabled: false },
}

const sent: Story['play'] = ({ canvasElement }) => void canvasElement.querySelector('form')?.reportValidity()

/** Said once the form was to be sent, and not before. */
export const Required: Story = { args: { required: true }, play: sent }

export const Busy: Story = { args: { upload: moving }, play: sent }

export const FailedFile: Story = { args: { upload: broken }, play: sent }

/** Stored attachments of a draft, one of them removed with the next submit. */
export const Editing: Story = {
  args: { attachments: stored, removals: posedRemovals([{ attachment: stored[1]!, status: 'pending' }]) },
}

export const Disabled: Story = { args: { attachments: stored, disabled: true } }

/** The words of a form library. */
export const LibraryError: Story = { args: { error: 'Add the log of the export.' } }

/** Text at twice its size: everything grows with it, nothing is cut off but names. */
export const LargeText: Story = {
  args: { upload: broken, attachments: stored },
  decorators: [
    (Story) => {
      // Sizes are in rem: what a person sets in the browser is the root's.
      return (
        <>
          <style>{':root { font-size: 200% }'}</style>
          <Story />
        </>
      )
    },
  ],
}

/** A phone, or a page at 400 %: 320 px, without scrolling sideways. */
export const Narrow: Story = {
  args: { upload: broken, attachments: stored },
  decorators: [
    (Story) => (
      <div style={{ maxInlineSize: 320 - 48 }}>
        <Story />
      </div>
    ),
  ],
}

export const AllStates: Story = {
  parameters: { controls: { disable: true }, wide: true },
  render: (args) => (
    <Panes>
      {(caption) => (
        <form className="story-column" aria-label={caption}>
          <AttachmentFormField {...args} name={undefined} label="Nothing yet" />
          <AttachmentFormField {...args} name={undefined} label="On the way" upload={moving} attachments={stored} />
          <AttachmentFormField
            {...args}
            name={undefined}
            label="Wrong"
            upload={broken}
            error="contract.pdf is not attached."
          />
        </form>
      )}
    </Panes>
  ),
}
