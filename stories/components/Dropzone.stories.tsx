import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, waitFor, within } from 'storybook/test'
import { Dropzone, DropzoneField } from '../../src/components/dropzone/index.ts'
import { frozenSession } from '../../src/testing/frozenSession.ts'
import { Panes } from '../support/Panes.tsx'
import { attachment, done, uploading } from '../support/posedItems.ts'
import { dragOver, dragOverPage, dropEndlessFolder } from '../support/dragFiles.ts'

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

/** Nothing is said of a drag whose types the browser keeps to itself, or that several kinds of file share. */
export const DraggingUnknown: Story = {
  play: async ({ canvas }) => dragOver(await canvas.findByRole('group'), ['']),
}

/** Every file is of a type that is surely not taken. */
export const DraggingRefused: Story = {
  play: async ({ canvas }) => dragOver(await canvas.findByRole('group'), ['video/mp4']),
}

/** There is room for some of them. */
export const DraggingTooMany: Story = {
  args: { upload: frozenSession([], { rules: { maxFiles: 2 } }) },
  play: async ({ canvas }) => dragOver(await canvas.findByRole('group'), ['', '', '']),
}

/** What is left of the limits, stored attachments counted. */
export const Budget: Story = {
  args: { upload: filled, attachments: [attachment('Screenshot of the error.png', 482_000)] },
}

export const Full: Story = {
  args: { upload: frozenSession([done('one.pdf', 312_000)], { rules: { accept: ['.pdf'], maxFiles: 1 } }) },
}

/** A long walk through a folder can be stopped. */
export const ReadingFolder: Story = {
  play: async ({ canvas }) => dropEndlessFolder(await canvas.findByRole('group')),
}

/** The zone takes what is dropped anywhere on the page. */
export const WholePage: Story = {
  render: ({ upload }) => (
    <Dropzone.Root upload={upload}>
      <Dropzone.PageOverlay />
      <Dropzone.Trigger />
      <Dropzone.Hint />
    </Dropzone.Root>
  ),
  play: () =>
    waitFor(() => {
      dragOverPage()
      void expect(document.querySelector('[data-part="page-overlay"]')).toBeVisible()
    }),
}

/** Folders and the camera have buttons of their own: the others never open them. */
export const MoreTriggers: Story = {
  render: ({ upload }) => (
    <Dropzone.Root upload={upload}>
      <Dropzone.Icon />
      <Dropzone.Label />
      <div className="story-row">
        <Dropzone.Trigger />
        <Dropzone.FolderTrigger />
        <Dropzone.CameraTrigger />
      </div>
      <Dropzone.Hint />
    </Dropzone.Root>
  ),
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
