import type { Meta, StoryObj } from '@storybook/react-vite'
import { AttachmentListView } from '../../src/components/attachment-list/index.ts'
import { DropzoneField } from '../../src/components/dropzone/index.ts'
import { UploadProgressBar } from '../../src/components/upload-progress/index.ts'
import { frozenSession } from '../../src/testing/frozenSession.ts'
import { movingSession } from '../support/movingSession.ts'
import { committing, preparing, queued } from '../support/posedItems.ts'
import './foundations.css'

const moving = movingSession('walkthrough.mp4', 84_000_000)
const unknown = frozenSession([preparing('price-list.csv', 9_216)])
const finishing = frozenSession([committing('floor-plan.png', 2_310_000)])
const empty = frozenSession([queued('notes.txt', 2_100)])

/**
 * Motion says that something happens, and nothing else: a bar follows its bytes, a stripe sweeps where their number is not
 * known, the last step breathes, an edge answers the pointer. Nothing enters, bounces or celebrates. With the system's
 * setting for reduced motion all of it stands still, and stripes take the place of what swept.
 */
const meta = { title: 'Foundations/Motion', tags: ['moving'] } satisfies Meta

export default meta

/** All that moves, with how long it takes. `--attachkit-duration` is the host's to set. */
export const Motion: StoryObj = {
  render: () => (
    <dl className="foundation-motion">
      <dt>Bytes that are sent: 120 ms, linear, as often as they are told</dt>
      <dd>
        <UploadProgressBar upload={moving} />
        <AttachmentListView upload={moving} />
      </dd>
      <dt>Work without a number: 1.4 s, over and over</dt>
      <dd>
        <UploadProgressBar upload={unknown} />
        <AttachmentListView upload={unknown} />
      </dd>
      <dt>The last step: 1.2 s, there and back</dt>
      <dd>
        <AttachmentListView upload={finishing} />
      </dd>
      <dt>Edges and buttons under the pointer: --attachkit-duration, 140 ms</dt>
      <dd>
        <DropzoneField upload={empty} guardPage={false} />
      </dd>
    </dl>
  ),
}
