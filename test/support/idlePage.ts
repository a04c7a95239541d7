import { beforeAll } from 'vitest'
import { feeding } from '../../src/components/attachment-list/Announcements.tsx'
import { rowParts } from '../../src/components/attachment-list/AttachmentListRow.tsx'

// As on a page that was left alone for a moment: what the browser loads when it is idle is there.
beforeAll(async () => {
  await rowParts.load('list')
  await feeding.load('list')
})
