import type { Meta, StoryObj } from '@storybook/react-vite'
import { AttachmentFormField } from '../../src/components/attachment-field/index.ts'
import { AttachmentListView } from '../../src/components/attachment-list/index.ts'
import { DropzoneField } from '../../src/components/dropzone/index.ts'
import { UploadProgressBar } from '../../src/components/upload-progress/index.ts'
import { frozenSession } from '../../src/testing/frozenSession.ts'
import { Panes } from '../support/Panes.tsx'
import { posedDownloads } from '../support/posedDownloads.ts'
import { posedRemovals } from '../support/posedRemovals.ts'
import { attachment, done, everyStatus, failed, uploading } from '../support/posedItems.ts'

const rules = { accept: ['.pdf', 'image/*'], maxFileSize: 25_000_000, maxFiles: 20 }
const empty = frozenSession([], { rules })
const every = frozenSession(everyStatus(), { rules })
const pairs = [
  frozenSession([uploading('walkthrough.mp4', 84_000_000, 35_280_000)], { rules }),
  frozenSession([done('a.pdf', 312_000)], { rules }),
  frozenSession([failed('b.pdf', 100_000, { code: 'network', stage: 'transfer' })], { rules }),
]
const stored = [
  attachment('server.log', 1_240_000),
  attachment('macro.xlsm', 88_000, { scan: 'scanning' }),
  attachment('invoice.pdf.exe', 4_100, { scan: 'infected' }),
  attachment('old-contract.pdf', 96_000),
]
const removals = posedRemovals([{ attachment: stored[3]!, status: 'pending' }])
const downloads = posedDownloads({ [stored[0]!.handle]: { status: 'preparing' } })

const meta = {
  title: 'Components/All states',
  tags: ['unpictured'],
  parameters: { wide: true, controls: { disable: true } },
} satisfies Meta

export default meta

/** Every component in every state, in light, dark, right to left and compact. */
export const AllStates: StoryObj = {
  render: () => (
    <Panes>
      {(caption) => (
        <form className="story-column" aria-label={caption}>
          <DropzoneField upload={empty} guardPage={false} />
          <DropzoneField upload={empty} guardPage={false} disabled />
          {pairs.map((upload, at) => (
            <UploadProgressBar key={at} upload={upload} />
          ))}
          <AttachmentFormField
            upload={every}
            attachments={stored}
            downloads={downloads}
            removals={removals}
            error="contract-signed.pdf is not attached."
          />
          <AttachmentListView attachments={stored.slice(0, 1)} />
        </form>
      )}
    </Panes>
  ),
}
