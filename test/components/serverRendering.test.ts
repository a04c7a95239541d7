import { createElement } from 'react'
import { renderToString } from 'react-dom/server'
import { expect, it, vi } from 'vitest'
import { AttachmentFormField } from '../../src/components/attachment-field/index.ts'
import { AttachmentListView } from '../../src/components/attachment-list/index.ts'
import { DropzoneField } from '../../src/components/dropzone/index.ts'
import { UploadProgressBar } from '../../src/components/upload-progress/index.ts'
import { frozenSession } from '../../src/testing/frozenSession.ts'
import { attachment } from '../../stories/support/posedItems.ts'

it('R38 renders every component on a server, without window or document', () => {
  const complained = vi.spyOn(console, 'error')
  expect(globalThis).not.toHaveProperty('document')
  const upload = frozenSession([], { rules: { accept: ['.pdf'] } })
  const html = [
    renderToString(createElement(DropzoneField, { upload })),
    renderToString(createElement(UploadProgressBar, { upload })),
    renderToString(createElement(AttachmentListView, { upload, attachments: [attachment('report.pdf', 1000)] })),
    renderToString(
      createElement(AttachmentFormField, { upload, name: 'files', attachments: [attachment('report.pdf', 1000)] }),
    ),
  ]
  expect(html[0]).toContain('Choose files')
  expect(html[0]).toContain('accept=".pdf"')
  expect(html[1]).toBe('')
  expect(html[2]).toContain('report.pdf')
  expect(html[2]).toContain('data-status="done"')
  expect(html[3]).toContain('type="hidden" name="files"')
  expect(complained).not.toHaveBeenCalled()
})
