import { act, createEvent, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { feeding } from '../../src/components/attachment-list/Announcements.tsx'
import { rowParts } from '../../src/components/attachment-list/AttachmentListRow.tsx'
import { windowing } from '../../src/components/attachment-list/LongRows.tsx'
import { AttachmentListView } from '../../src/components/attachment-list/index.ts'
import { Dropzone, DropzoneField } from '../../src/components/dropzone/index.ts'
import { isFolder } from '../../src/components/dropzone/readDroppedFiles.ts'
import { dropOfFolder } from './fakeFolder.ts'
import { failed, queued, uploading } from '../../stories/support/posedItems.ts'
import type { LazyModule } from '../../src/engine/lazyModule.ts'
import { deferred } from '../support/deferred.ts'
import { posableSession } from './posableSession.ts'

// A new release of the page took the old parts away: none can be loaded any more.
const { lost } = vi.hoisted(() => ({
  lost: () => Promise.reject(new TypeError('Failed to fetch dynamically imported module')),
}))
vi.mock('../../src/components/dropzone/DragFollower.tsx', lost)
vi.mock('../../src/components/dropzone/walkFolders.ts', lost)

function drag(type: string, target: Element): DragEvent {
  const dataTransfer = new DataTransfer()
  dataTransfer.items.add(new File(['%PDF'], 'report.pdf', { type: 'application/pdf' }))
  const event = new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true })
  fireEvent(target, event)
  return event
}

it('R77 takes what is dropped although the code that follows drags is lost', async () => {
  const upload = posableSession()
  render(<DropzoneField upload={upload} />)
  const zone = screen.getByRole('group')
  expect(drag('dragenter', zone).defaultPrevented).toBe(true)
  expect(drag('dragover', zone).defaultPrevented).toBe(true)
  expect(drag('drop', zone).defaultPrevented).toBe(true)
  await waitFor(() => expect(upload.add).toHaveBeenCalledOnce())
  expect(vi.mocked(upload.add).mock.calls[0]?.[0]).toMatchObject([{ name: 'report.pdf', size: 4 }])
})

it('R77 a zone in a zone takes its own drop, once, without that code', async () => {
  const [outer, inner] = [posableSession(), posableSession()]
  render(
    <Dropzone.Root upload={outer}>
      <DropzoneField upload={inner} data-testid="inner" />
    </Dropzone.Root>,
  )
  drag('drop', screen.getByTestId('inner'))
  await waitFor(() => expect(inner.add).toHaveBeenCalledOnce())
  expect(outer.add).not.toHaveBeenCalled()
})

it('R77 shows a folder as one, to be refused, where the code that walks through it is lost', async () => {
  const upload = posableSession()
  render(<DropzoneField upload={upload} />)
  const zone = screen.getByRole('group')
  const drop = createEvent.drop(zone)
  Object.defineProperty(drop, 'dataTransfer', { value: dropOfFolder('case', { 'a.txt': 'text' }).dataTransfer })
  fireEvent(zone, drop)
  await waitFor(() => expect(upload.add).toHaveBeenCalledOnce())
  const [folder] = vi.mocked(upload.add).mock.calls[0]?.[0] ?? []
  expect(folder?.name).toBe('case')
  expect(folder && isFolder(folder)).toBe(true)
})

afterEach(() => void vi.restoreAllMocks())

/** As on a page that has not loaded it yet; each try to load it ends as the next promise. */
function notYet<M>(module: LazyModule<M>, ...tries: ReadonlyArray<() => Promise<void>>): void {
  const code = module.loaded()
  if (!code) throw new Error('not loaded')
  const left = [...tries]
  let isThere = false
  vi.spyOn(module, 'loaded').mockImplementation(() => (isThere ? code : undefined))
  vi.spyOn(module, 'load').mockImplementation(async () => {
    await left.shift()?.()
    isThere = true
    return code
  })
}

it('R77 a row shows the name of its file at once, and the rest in the same element later', async () => {
  const { promise, resolve } = deferred<void>()
  notYet(rowParts, () => promise)
  render(<AttachmentListView upload={posableSession([uploading('report.pdf', 1000, 10)])} />)
  const row = screen.getByRole('listitem', { name: 'report.pdf' })
  expect(row).toHaveTextContent('report.pdf')
  expect(row).toHaveAttribute('data-status', 'uploading')
  expect(within(row).queryByRole('button')).toBeNull()
  resolve()
  expect(await screen.findByRole('button', { name: 'Cancel report.pdf' })).toBeVisible()
  expect(screen.getByRole('listitem', { name: 'report.pdf' })).toBe(row)
})

it('R77 a file can be seen to have failed, and be removed, although the rest of its row is lost', async () => {
  notYet(rowParts, lost)
  const upload = posableSession([failed('report.pdf', 1000, { code: 'network', stage: 'transfer' })])
  render(<AttachmentListView upload={upload} />)
  const row = screen.getByRole('listitem', { name: 'report.pdf' })
  fireEvent.click(await within(row).findByRole('button', { name: 'Remove report.pdf' }))
  expect(upload.remove).toHaveBeenCalledOnce()
  expect(row).toHaveTextContent('Failed')
})

it('R77 a lost row is tried again once the browser is online', async () => {
  notYet(rowParts, lost, () => Promise.resolve())
  render(<AttachmentListView upload={posableSession([queued('report.pdf', 1000)])} />)
  await screen.findByRole('button', { name: 'Remove report.pdf' })
  act(() => void window.dispatchEvent(new Event('online')))
  expect(await screen.findByRole('button', { name: 'Cancel report.pdf' })).toBeVisible()
})

it('R77 tells of what happened before the code of the sentences was there, each once', async () => {
  const { promise, resolve } = deferred<void>()
  notYet(feeding, () => promise)
  const upload = posableSession([])
  render(<AttachmentListView upload={upload} />, { reactStrictMode: true })
  upload.pose([queued('report.pdf', 1000)])
  expect(screen.getByRole('log')).toBeEmptyDOMElement()
  resolve()
  await waitFor(() => expect(screen.getByRole('log').textContent).toContain('report.pdf'))
  expect(screen.getByRole('log').childElementCount).toBe(1)
})

it('R77 shows every row of a long list where the code that follows the scrolling is lost', async () => {
  vi.spyOn(windowing, 'loaded').mockReturnValue(undefined)
  vi.spyOn(windowing, 'load').mockImplementation(lost)
  const many = Array.from({ length: 120 }, (_, at) => queued(`file-${at}.pdf`, 1000))
  render(<AttachmentListView upload={posableSession(many)} />)
  await waitFor(() => expect(screen.getAllByRole('listitem')).toHaveLength(120))
})
