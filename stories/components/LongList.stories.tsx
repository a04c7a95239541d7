import type { Meta, StoryObj } from '@storybook/react-vite'
import { AttachmentListView } from '../../src/components/attachment-list/index.ts'
import type { AttachmentListViewProps } from '../../src/components/attachment-list/index.ts'
import { frozenSession } from '../../src/testing/frozenSession.ts'
import { everyStatus, queued } from '../support/posedItems.ts'
import { pictureItems } from '../support/pictureItems.ts'

const many = Array.from({ length: 9_990 }, (_, at) => queued(`scan-${String(at + 1).padStart(4, '0')}.pdf`, 184_320))

const meta = {
  title: 'Components/AttachmentList/Long lists and pictures',
  component: AttachmentListView,
  argTypes: { upload: { control: false } },
} satisfies Meta<AttachmentListViewProps>

export default meta
type Story = StoryObj<AttachmentListViewProps>

/** With more than fifty rows the list scrolls by itself, and only the rows in sight are in the document. */
export const TenThousandRows: Story = { args: { upload: frozenSession([...everyStatus(), ...many]) } }

/** Raster pictures are shown small, and large on a click; what cannot be decoded keeps its icon. */
export const Pictures: Story = {
  tags: ['moving'],
  loaders: [async () => ({ items: await pictureItems() })],
  render: (args, { loaded }) => (
    <AttachmentListView {...args} upload={frozenSession((loaded as { items: typeof many }).items)} />
  ),
}
