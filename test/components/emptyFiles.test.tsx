import { render } from '@testing-library/react'
import { expect, it } from 'vitest'
import { AttachmentListView } from '../../src/components/attachment-list/index.ts'
import { UploadProgressBar } from '../../src/components/upload-progress/index.ts'
import {
  committing,
  done,
  paused,
  preparing,
  queued,
  retrying,
  stalled,
  uploading,
} from '../../stories/support/posedItems.ts'
import { posableSession } from './posableSession.ts'

it.each([
  queued('a', 0),
  preparing('a', 0),
  uploading('a', 0, 0),
  stalled('a', 0, 0),
  retrying('a', 0, 0),
  committing('a', 0),
  paused('a', 0, 'offline'),
  done('a', 0),
])('R74 an empty file is never NaN of anything, also in %o', (item) => {
  const upload = posableSession([item])
  const { container } = render(
    <>
      <UploadProgressBar upload={upload} />
      <AttachmentListView upload={upload} />
    </>,
  )
  expect(container.innerHTML).not.toMatch(/NaN|Infinity|undefined/)
})
