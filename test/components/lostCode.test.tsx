import { createEvent, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { Dropzone, DropzoneField } from '../../src/components/dropzone/index.ts'
import { isFolder } from '../../src/components/dropzone/readDroppedFiles.ts'
import { dropOfFolder } from './fakeFolder.ts'
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
