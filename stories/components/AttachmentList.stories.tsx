import type { Meta, StoryObj } from '@storybook/react-vite'
import { userEvent } from 'storybook/test'
import { AttachmentList, AttachmentListView } from '../../src/components/attachment-list/index.ts'
import type { AttachmentListViewProps } from '../../src/components/attachment-list/index.ts'
import { UploadError } from '../../src/engine/errors.ts'
import type { ErrorCode, RejectionCode } from '../../src/engine/errors.ts'
import type { Item, PauseReason } from '../../src/engine/item.ts'
import { en } from '../../src/messages/en.ts'
import { frozenSession } from '../../src/testing/frozenSession.ts'
import { Panes } from '../support/Panes.tsx'
import { posedDownloads } from '../support/posedDownloads.ts'
import { posedHandle } from '../support/posedHandle.ts'
import { posedRemovals } from '../support/posedRemovals.ts'
import { movingSession } from '../support/movingSession.ts'
import {
  attachment,
  cancelled,
  committing,
  done,
  everyStatus,
  failed,
  interrupted,
  paused,
  preparing,
  queued,
  rejected,
  retrying,
  stalled,
  uploading,
} from '../support/posedItems.ts'

const rules = { accept: ['.pdf', 'image/*'], maxFileSize: 100_000_000 }
const downloads = posedDownloads()
const onRemove = () => {}
const errorCodes = Object.keys(en.errors) as ErrorCode[]
const rejectionCodes = Object.keys(en.rejections) as RejectionCode[]
const stored = [
  attachment('Screenshot of the error.png', 482_000),
  attachment('server.log', 1_240_000),
  attachment('Angebot März 2026.pdf', 96_000),
]

const meta = {
  title: 'Components/AttachmentList',
  component: AttachmentListView,
  args: { upload: frozenSession(everyStatus(), { rules }), attachments: stored, downloads, onRemove },
  argTypes: {
    upload: { control: false },
    attachments: { control: false },
    downloads: { control: false },
    onRemove: { control: false },
  },
} satisfies Meta<AttachmentListViewProps>

export default meta
type Story = StoryObj<AttachmentListViewProps>

const held = (hold: PauseReason): Story => ({
  args: {
    upload: frozenSession([paused('report.pdf', 6_200_000, hold, 2_100_000), queued('notes.txt', 2_100)], {
      hold,
      rules,
    }),
    attachments: [],
    onSignIn: () => {},
  },
})
const showing = (...items: Item[]): Story => ({ args: { upload: frozenSession(items, { rules }), attachments: [] } })

/** Stored attachments first, then the session's files, in one list. */
export const Default: Story = {
  args: { upload: frozenSession([uploading('walkthrough.mp4', 84_000_000, 35_280_000), queued('notes.txt', 2_100)]) },
}

export const Playground: Story = {}

export const Stored: Story = { args: { upload: undefined } }
export const ReadOnly: Story = { args: { upload: undefined, onRemove: undefined } }
export const Queued: Story = showing(queued('board-minutes.docx', 184_320))
export const Preparing: Story = showing(preparing('price-list.csv', 9_216))
export const Uploading: Story = showing(uploading('walkthrough.mp4', 84_000_000, 35_280_000))
/** Speed and time left, once both can be relied on. */
export const UploadingWithPace: Story = {
  tags: ['moving'],
  args: { upload: movingSession('walkthrough.mp4', 84_000_000), attachments: [] },
}
/** Under a service worker no progress is told at all. */
export const UploadingWithoutProgress: Story = showing(uploading('walkthrough.mp4', 84_000_000, 0))
/** The bytes stand still; nothing is given up yet. */
export const Stalled: Story = {
  ...showing(stalled('tunnel-survey.zip', 31_000_000, 9_000_000)),
  tags: ['unpictured'],
}
export const Retrying: Story = showing(retrying('site-photos.zip', 48_000_000, 21_000_000))
export const Committing: Story = showing(committing('floor-plan.png', 2_310_000))
export const Done: Story = showing(done('invoice-4411.pdf', 312_000))
export const Failed: Story = showing(failed('contract.pdf', 1_450_000, { code: 'network', stage: 'transfer' }))
export const FailedAtCommit: Story = showing(
  failed('contract.pdf', 1_450_000, { code: 'server-error', stage: 'commit' }),
)
export const FailedForGood: Story = showing(
  failed('contract.pdf', 1_450_000, { code: 'file-too-large', stage: 'transfer', limitBytes: 10_000_000 }),
)
export const Cancelled: Story = showing(cancelled('old-logo.svg', 14_000))
/** Nothing to do: it goes on by itself. */
export const PausedOffline: Story = held('offline')
/** Signing in is the host's; files and progress are kept. */
export const PausedSignedOut: Story = held('auth')
export const PausedByUser: Story = held('user')
export const RejectedType: Story = showing(rejected('setup.exe', 22_000_000, { code: 'file-invalid-type' }))
export const RejectedSize: Story = showing(
  rejected('raw-footage.mov', 4_100_000_000, { code: 'file-too-large', limit: 100_000_000 }),
)

export const RejectedDuplicate: Story = showing(done('invoice-4411.pdf', 312_000), {
  ...rejected('invoice-4411.pdf', 312_000, { code: 'duplicate' }),
  id: 'again',
})

/** Every failure there is a sentence for, each with its way out. */
export const EveryFailure: Story = {
  ...showing(
    ...errorCodes.map((code) => failed(`${code}.pdf`, 1_450_000, { code, stage: 'transfer', limitBytes: 10_000_000 })),
  ),
  tags: ['unpictured'],
}

export const EveryRejection: Story = {
  ...showing(...rejectionCodes.map((code) => rejected(`${code}.pdf`, 1_450_000, { code, limit: 5 }))),
  tags: ['unpictured'],
}

/** The extension is not part of what is written. */
export const Renaming: Story = {
  args: { upload: frozenSession([done('image.png', 312_000)]), attachments: [] },
  play: async ({ canvas }) => userEvent.click(await canvas.findByRole('button', { name: /Rename|إعادة تسمية/ })),
}

const [first, second, third] = stored as [(typeof stored)[0], (typeof stored)[0], (typeof stored)[0]]

export const Downloading: Story = {
  args: {
    upload: undefined,
    downloads: posedDownloads({
      [first.handle]: { status: 'preparing' },
      [second.handle]: { status: 'downloading', receivedBytes: 480_000, totalBytes: 1_240_000 },
      [third.handle]: { status: 'failed', error: new UploadError({ code: 'network', stage: 'download' }) },
    }),
  },
}

/** Removed with the next submit, and not before; one that the backend refused to remove is still there. */
export const Removing: Story = {
  args: {
    upload: undefined,
    removals: posedRemovals([
      { attachment: first, status: 'pending' },
      {
        attachment: third,
        status: 'failed',
        error: new UploadError({ code: 'forbidden', stage: 'commit' }),
      },
    ]),
  },
}

/** What an earlier page left in the middle: the browser has the second file at hand, the first must be chosen again. */
export const Interrupted: Story = {
  args: {
    upload: frozenSession([], {
      interrupted: [
        interrupted('walkthrough.mp4', 840_000_000),
        interrupted('site-photos.zip', 48_000_000, { source: posedHandle('site-photos.zip') }),
      ],
    }),
    attachments: [],
  },
}

export const Scanning: Story = {
  args: {
    upload: undefined,
    attachments: [
      attachment('macro.xlsm', 88_000, { scan: 'scanning' }),
      attachment('invoice.pdf.exe', 4_100, { scan: 'infected' }),
    ],
  },
}

/** A name is cut in the middle, so that its extension is always seen; other scripts stay in their own box. */
export const Names: Story = {
  args: {
    upload: undefined,
    attachments: [
      attachment(
        'quarterly-report-of-the-northern-region-2026-final-version-7-reviewed-by-everyone-twice.pdf',
        312_000,
      ),
      attachment('تقرير ربع سنوي عن المنطقة الشمالية مع جميع الملاحق والجداول والصور والمراجعات.docx', 96_000),
      attachment(
        '没有空格的非常长的中文文件名称用来检查省略号的位置是否正确并且扩展名始终可见测试测试测试.xlsx',
        48_000,
      ),
      attachment('README', 1_200),
      attachment('<img src=x onerror=alert(1)>.png', 1_200),
    ],
  },
}

export const Empty: Story = {
  args: { upload: undefined, attachments: [] },
  render: (args) => (
    <AttachmentList.Root {...args}>
      <AttachmentList.Empty />
      <AttachmentList.Items />
    </AttachmentList.Root>
  ),
}

export const AllStates: Story = {
  parameters: { controls: { disable: true }, wide: true },
  render: (args) => <Panes>{() => <AttachmentListView {...args} />}</Panes>,
}
