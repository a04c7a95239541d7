import type { Meta, StoryObj } from '@storybook/react-vite'
import { userEvent, within } from 'storybook/test'
import { Dropzone, DropzoneField } from '../../src/components/dropzone/index.ts'
import { frozenSession } from '../../src/testing/frozenSession.ts'
import { Panes } from '../support/Panes.tsx'
import { uploading } from '../support/posedItems.ts'
import { dragOver, dragOverPage } from '../support/dragFiles.ts'

const rules = {
  accept: ['.pdf', '.docx', 'image/*'],
  maxFileSize: 25_000_000,
  maxFiles: 10,
  maxTotalSize: 100_000_000,
}
const empty = frozenSession([], { rules })
const filled = frozenSession([uploading('walkthrough.mp4', 84_000_000, 35_280_000)], { rules })

const meta = {
  title: 'Components/Dropzone',
  component: DropzoneField,
  args: { upload: empty },
  argTypes: { upload: { control: false } },
} satisfies Meta<typeof DropzoneField>

export default meta
type Story = StoryObj<typeof meta>

/** What is taken, and how, in one sentence, a button and the limits. */
export const Default: Story = {}

export const Playground: Story = { args: { disabled: false, openOnClick: true, pasteFrom: 'form', guardPage: true } }

export const NoLimits: Story = { args: { upload: frozenSession([]) } }

export const OneFile: Story = { args: { upload: frozenSession([], { rules: { accept: ['.pdf'], maxFiles: 1 } }) } }

export const Disabled: Story = { args: { disabled: true } }

/** Once there are files, the zone makes room for them. */
export const Filled: Story = { args: { upload: filled } }

export const Dragging: Story = {
  play: async ({ canvas }) => dragOver(await canvas.findByRole('group')),
}

export const DraggingFilled: Story = {
  args: { upload: filled },
  play: async ({ canvas }) => dragOver(await canvas.findByRole('group')),
}

/** Files are dragged over the page, but not over the zone. */
export const Nearby: Story = {
  play: () => dragOverPage(),
}

/** Whoever uses the keyboard meets one button. */
export const Focused: Story = {
  play: async ({ canvasElement }) => {
    within(canvasElement).getByRole('button').focus()
    await userEvent.tab({ shift: true })
    await userEvent.tab()
  },
}

/** The same parts, put together otherwise. */
export const OwnComposition: Story = {
  render: ({ upload }) => (
    <Dropzone.Root upload={upload}>
      <Dropzone.Trigger>Attach evidence</Dropzone.Trigger>
      <Dropzone.Hint />
    </Dropzone.Root>
  ),
}

export const AllStates: Story = {
  parameters: { controls: { disable: true }, wide: true },
  render: () => (
    <Panes>
      {() => (
        <div className="story-column">
          <DropzoneField upload={empty} guardPage={false} />
          <DropzoneField upload={filled} guardPage={false} />
          <DropzoneField upload={empty} disabled guardPage={false} />
        </div>
      )}
    </Panes>
  ),
}
