import { act, cleanup, render } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { AttachmentFormField } from '../../src/components/attachment-field/index.ts'
import { AttachmentList, AttachmentListView } from '../../src/components/attachment-list/index.ts'
import { DropzoneField } from '../../src/components/dropzone/index.ts'
import { UploadProgressBar } from '../../src/components/upload-progress/index.ts'
import { UploadError } from '../../src/engine/errors.ts'
import type { ErrorCode, RejectionCode } from '../../src/engine/errors.ts'
import type { Item } from '../../src/engine/item.ts'
import type { Attachment } from '../../src/engine/ports.ts'
import { en } from '../../src/messages/en.ts'
import { AttachkitProvider } from '../../src/react/AttachkitProvider.tsx'
import { dragOver, dragOverPage } from '../../stories/support/dragFiles.ts'
import { posedDownloads } from '../../stories/support/posedDownloads.ts'
import { attachment, everyStatus, failed, paused, rejected } from '../../stories/support/posedItems.ts'
import { posedRemovals } from '../../stories/support/posedRemovals.ts'
import { pseudoMessages } from '../../stories/support/pseudoMessages.ts'
import { posableSession } from './posableSession.ts'

const errorCodes = Object.keys(en.errors) as ErrorCode[]
const rejectionCodes = Object.keys(en.rejections) as RejectionCode[]
const spoken = ['aria-label', 'aria-valuetext', 'aria-description', 'aria-placeholder', 'title', 'placeholder', 'alt']
const rules = { accept: ['.pdf', 'image/*'], maxFileSize: 1e7, maxFiles: 500, maxTotalSize: 1e8 }

type Six = [Attachment, Attachment, Attachment, Attachment, Attachment, Attachment]

function show(element: React.ReactElement) {
  return render(<AttachkitProvider messages={pseudoMessages}>{element}</AttachkitProvider>)
}

/** Texts and spoken attributes that did not come from the messages. A file's own name is no text of ours. */
function untranslated(): string[] {
  const elements = [...document.body.querySelectorAll('*')].filter((element) => !element.closest('style, script'))
  const attributes = elements.flatMap((element) => spoken.map((name) => element.getAttribute(name) ?? ''))
  const texts = elements
    .filter((element) => !element.closest('[data-part^="item-name"]'))
    .flatMap((element) => [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE))
    .map((node) => node.textContent ?? '')
  return [...texts, ...attributes].filter((text) => /\p{L}/u.test(text) && !/⟦.*⟧/su.test(text) && !isName(text))
}

const isName = (text: string) => /^[\w -]+\.\w+$/u.test(text)
const withCode = (code: ErrorCode): Item[] =>
  (['transfer', 'commit', 'credentials'] as const).map((stage) => failed(`${stage} ${code}.pdf`, 1, { code, stage }))

describe('R71 in a language that nobody speaks, nothing is left in English', () => {
  it('in rows of every state', () => {
    const items = [...everyStatus(), paused('auth.pdf', 1, 'auth'), paused('user.pdf', 1, 'user')]
    show(<AttachmentListView upload={posableSession(items, { rules, hold: 'auth' })} downloads={posedDownloads()} />)
    expect(document.querySelectorAll('li')).toHaveLength(items.length)
    expect(untranslated()).toEqual([])
  })

  it.each(errorCodes)('in the failure %s of every stage', (code) => {
    const upload = posableSession([], { rules })
    show(<AttachmentListView upload={upload} />)
    upload.pose(withCode(code).slice(0, 1))
    expect(untranslated()).toEqual([])
    upload.pose(withCode(code))
    expect(document.body.textContent).toContain('⟦')
    expect(untranslated()).toEqual([])
  })

  it.each(rejectionCodes)('in the rejection %s', (code) => {
    const upload = posableSession([], { rules })
    show(<AttachmentListView upload={upload} />)
    upload.pose([rejected('x.pdf', 1, { code, limit: 5, detail: 'no colons' })])
    expect(untranslated()).toEqual([])
    upload.pose([rejected('x.pdf', 1, { code }), rejected('y.pdf', 1, { code })])
    expect(untranslated()).toEqual([])
  })

  it('in stored rows, their downloads, scans and removals', () => {
    const [a, b, c, d, e, f] = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => attachment(`${name}.pdf`, 1000)) as Six
    const stored = [a, b, c, d, e, f]
    const error = new UploadError({ code: 'network', stage: 'download' })
    const downloads = posedDownloads({
      [a.handle]: { status: 'preparing' },
      [b.handle]: { status: 'downloading', receivedBytes: 500, totalBytes: undefined },
      [c.handle]: { status: 'failed', error },
      [d.handle]: { status: 'done' },
    })
    const removals = posedRemovals([
      { attachment: e, status: 'pending' },
      { attachment: f, status: 'failed', error },
    ])
    const scans = [attachment('x.pdf', 1, { scan: 'scanning' }), attachment('y.pdf', 1, { scan: 'infected' })]
    show(<AttachmentListView attachments={[...stored, ...scans]} downloads={downloads} removals={removals} />)
    expect(untranslated()).toEqual([])
  })

  it('in an empty list and a held queue', () => {
    for (const hold of ['user', 'offline', 'auth'] as const) {
      show(
        <AttachmentList.Root upload={posableSession([], { hold })}>
          <AttachmentList.Hold />
          <AttachmentList.Empty />
          <AttachmentList.Items />
        </AttachmentList.Root>,
      )
      expect(untranslated()).toEqual([])
      cleanup()
    }
  })

  it('in a drop zone at rest, under a drag, beside one, filled, full and disabled', async () => {
    const { container } = show(<DropzoneField upload={posableSession([], { rules })} />)
    expect(untranslated()).toEqual([])
    await dragOver(container.querySelector('[data-part="root"]')!)
    expect(untranslated()).toEqual([])
    cleanup()
    show(<DropzoneField upload={posableSession(everyStatus(), { rules: { ...rules, maxFiles: 1 } })} />)
    act(() => dragOverPage())
    expect(untranslated()).toEqual([])
    cleanup()
    show(<DropzoneField upload={posableSession([])} disabled />)
    expect(untranslated()).toEqual([])
  })

  it('in the progress of a batch, running, held and ended', () => {
    for (const items of [everyStatus(), everyStatus().filter(({ status }) => status === 'done'), withCode('network')]) {
      show(<UploadProgressBar upload={posableSession(items)} />)
      expect(document.body.textContent).toContain('⟦')
      expect(untranslated()).toEqual([])
      cleanup()
    }
  })

  it('in a field of a form: empty and required, busy, failed, full, disabled', () => {
    const busy = everyStatus().filter(({ status }) => status === 'uploading')
    const stored = [attachment('a.pdf', 1000), attachment('b.pdf', 1000)]
    const removals = posedRemovals([{ attachment: stored[1]!, status: 'pending' }])
    const fields = [
      <AttachmentFormField key="required" upload={posableSession([], { rules })} required />,
      <AttachmentFormField key="min" upload={posableSession([], { rules })} min={3} max={9} />,
      <AttachmentFormField key="busy" upload={posableSession(busy, { rules })} whileBusy="invalid" />,
      <AttachmentFormField key="failed" upload={posableSession(withCode('network'), { rules })} />,
      <AttachmentFormField key="max" upload={posableSession([])} attachments={stored} max={1} />,
      <AttachmentFormField
        key="stored"
        upload={posableSession([])}
        attachments={stored}
        removals={removals}
        disabled
      />,
    ]
    for (const field of fields) {
      const { container } = show(<form>{field}</form>)
      act(() => void container.querySelector('form')?.reportValidity())
      expect(container.querySelector('[data-scope="attachment-field"]')?.textContent).toContain('\u27e6')
      expect(untranslated()).toEqual([])
      cleanup()
    }
  })
})
