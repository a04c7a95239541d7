import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it, vi } from 'vitest'
import { AttachmentListView } from '../../src/components/attachment-list/index.ts'
import { createSession } from '../../src/engine/session.ts'
import type { InterruptedUpload } from '../../src/engine/uploadJournal.ts'
import { posedHandle } from '../../stories/support/posedHandle.ts'
import { createMemoryJournal } from '../support/memoryJournal.ts'
import { begunUpload, createPartStore } from '../support/partStore.ts'

afterEach(() => vi.restoreAllMocks())

const bytes = Uint8Array.from({ length: 45 }, (_, index) => index)
const lastModified = 1_700_000_000_000

function video(changes: { name?: string; size?: number } = {}): File {
  const { name = 'video.mp4', size = 45 } = changes
  return new File([bytes.subarray(0, size)], name, { type: 'video/mp4', lastModified })
}

/** Two of five parts are in the store. */
async function showInterrupted(rest: Partial<InterruptedUpload> = {}) {
  const store = createPartStore()
  const parts = [1, 2].map((partNumber) => [partNumber, bytes.slice(partNumber * 10 - 10, partNumber * 10)] as const)
  store.uploads.set('upload-0', new Map(parts))
  const file = { name: 'video.mp4', size: 45, contentType: 'video/mp4', lastModified }
  const fingerprint = await fingerprintOf(video())
  const upload = { ...begunUpload(), fingerprint }
  const { journal, kept } = createMemoryJournal([{ upload, file, adapterName: 'scripted', begunAt: 0, ...rest }])
  const session = createSession({ adapter: store.adapter, transports: store.transports, journal })
  render(<AttachmentListView upload={session} />)
  await session.restore()
  return { ...store, kept, row: await screen.findByRole('listitem', { name: 'video.mp4' }) }
}

async function fingerprintOf(file: File) {
  const { fileFingerprint } = await import('../../src/engine/fileFingerprint.ts')
  return fileFingerprint(file)
}

/** The browser's dialog, in which a person chooses that file, or none. */
function chooseInDialog(file: File | undefined) {
  return vi.spyOn(HTMLInputElement.prototype, 'click').mockImplementation(function choose(this: HTMLInputElement) {
    const chosen = new DataTransfer()
    if (file) chosen.items.add(file)
    this.files = chosen.files
    this.dispatchEvent(new Event(file ? 'change' : 'cancel'))
  })
}

const press = async (name: string) => userEvent.setup().click(screen.getByRole('button', { name }))
const attached = () => screen.findByText('Attached')

it('R31 asks for the file of an interrupted upload, and sends what is missing', async () => {
  const { kept, log, objects, row } = await showInterrupted()
  expect(row).toHaveAccessibleDescription('Interrupted. Choose the file again to go on.')
  expect(row).toHaveAttribute('data-status', 'interrupted')
  chooseInDialog(video())
  await press('Choose file: video.mp4')
  await attached()
  expect(objects.get('object-0')).toEqual(bytes)
  expect(log.filter((line) => line.startsWith('put'))).toEqual(['put 3', 'put 4', 'put 5'])
  expect(screen.getAllByRole('listitem')).toHaveLength(1)
  await waitFor(() => expect(kept()).toEqual([]))
})

it('R31 says that another file was chosen, and takes the right one after it', async () => {
  const { objects, row } = await showInterrupted()
  chooseInDialog(video({ size: 44 }))
  await press('Choose file: video.mp4')
  const sentence = /That is another file\. Choose the one from before/
  await waitFor(() => expect(row).toHaveAccessibleDescription(sentence))
  expect(within(screen.getByRole('alert')).getByText(sentence)).toBeInTheDocument()
  expect(screen.getAllByRole('listitem')).toHaveLength(1)
  chooseInDialog(video())
  await press('Choose file: video.mp4')
  await attached()
  expect(objects.size).toBe(1)
})

it('waits on when the dialog is closed without a file', async () => {
  const { row } = await showInterrupted()
  const dialog = chooseInDialog(undefined)
  await press('Choose file: video.mp4')
  expect(dialog).toHaveBeenCalledOnce()
  expect(row).toHaveAccessibleDescription(/Choose the file again/)
  expect(document.querySelectorAll('body > input[type=file]')).toHaveLength(0)
})

it('R31 goes on without a dialog where the browser has the file at hand', async () => {
  const { objects, row } = await showInterrupted({ source: posedHandle('video.mp4', video()) })
  expect(row).toHaveAccessibleDescription(/It can go on where it stopped\./)
  await press('Continue with video.mp4')
  await attached()
  expect(objects.get('object-0')).toEqual(bytes)
})

it('has the file chosen where it was moved since', async () => {
  const source = posedHandle('video.mp4')
  vi.spyOn(source, 'getFile').mockRejectedValue(new DOMException('It is not there.', 'NotFoundError'))
  const { row } = await showInterrupted({ source })
  await press('Continue with video.mp4')
  await screen.findByRole('button', { name: 'Choose file: video.mp4' })
  expect(row).toHaveAccessibleDescription(/Choose the file again/)
})

it('R44 R59 removing the row frees the parts, and leaves the focus in the list', async () => {
  const { kept, uploads } = await showInterrupted()
  await press('Remove video.mp4')
  expect(screen.queryByRole('listitem')).toBeNull()
  await waitFor(() => expect(uploads.size).toBe(0))
  await waitFor(() => expect(kept()).toEqual([]))
  expect(document.body).not.toHaveFocus()
})
