import type { Meta, StoryObj } from '@storybook/react-vite'
import { AttachmentListView } from '../../src/components/attachment-list/index.ts'
import { AttachmentFormField } from '../../src/components/attachment-field/index.ts'
import { DropzoneField } from '../../src/components/dropzone/index.ts'
import { frozenSession } from '../../src/testing/frozenSession.ts'
import { posedDownloads } from '../support/posedDownloads.ts'
import { attachment, done, failed, paused, rejected, uploading } from '../support/posedItems.ts'
import type { TokenSet } from '../support/tokenSets.ts'
import './foundations.css'

const rules = { accept: ['.pdf', '.docx', 'image/*'], maxFileSize: 25_000_000, maxFiles: 10 }
const empty = frozenSession([], { rules })
const session = frozenSession(
  [
    uploading('walkthrough-of-the-northern-region.mp4', 84_000_000, 35_280_000),
    failed('contract.pdf', 1_450_000, { code: 'network', stage: 'transfer' }),
    paused('site-photos.zip', 6_200_000, 'offline', 2_100_000),
    rejected('setup.exe', 22_000_000, { code: 'file-invalid-type' }),
    done('invoice-4411.pdf', 312_000),
  ],
  { rules },
)
const stored = [attachment('Screenshot of the error.png', 482_000), attachment('figures.xlsx', 96_000)]
const downloads = posedDownloads()
const grounds = ['light', 'dark'] as const

interface ThemeProps {
  tokens: TokenSet
  density: 'regular' | 'compact'
}

/** The same composition in light and in dark. */
function Theme({ tokens, density }: ThemeProps) {
  return (
    <div className="story-panes" data-density={density}>
      {grounds.map((ground) => (
        <section
          key={ground}
          className="story-pane"
          data-theme={ground}
          data-attachkit-theme={tokens}
          aria-label={`${tokens}, ${ground}`}
        >
          <div className="story-column">
            <DropzoneField upload={empty} guardPage={false} />
            <AttachmentFormField
              label="Attachments"
              description="Screenshots and logs help us most."
              upload={session}
              attachments={stored}
            />
            <AttachmentListView attachments={stored} downloads={downloads} />
          </div>
        </section>
      ))}
    </div>
  )
}

/**
 * Token sets that ship beside the default look, to show how far it bends: each is one file of custom properties. Import
 * `attachkit/themes/slate.css` and put `data-attachkit-theme="slate"` on any ancestor; what you set yourself still wins.
 */
const meta = {
  title: 'Foundations/Themes',
  component: Theme,
  args: { density: 'regular' },
  parameters: { wide: true },
} satisfies Meta<typeof Theme>

export default meta
type Story = StoryObj<typeof meta>

export const Default: Story = { args: { tokens: 'default' } }

/** Calm and square, for back offices: colour is kept for what needs a person. */
export const Slate: Story = { args: { tokens: 'slate' } }

/** Warm and round, for customers. */
export const Clay: Story = { args: { tokens: 'clay' } }

/** Dense and loud, for operations rooms: text of 7:1 and more, edges that are lines. */
export const Signal: Story = { args: { tokens: 'signal', density: 'compact' } }
