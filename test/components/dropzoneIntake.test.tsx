import { act, createEvent, fireEvent, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { Dropzone, DropzoneField } from '../../src/components/dropzone/index.ts'
import { dropVerdict } from '../../src/components/dropzone/dropVerdict.ts'
import type { FileRules } from '../../src/engine/rules.ts'
import { attachment, cancelled, done, queued, rejected } from '../../stories/support/posedItems.ts'
import { dropOfFolder } from './fakeFolder.ts'
import type { FakeTree } from './fakeFolder.ts'
import { removalsDouble } from './posableRemovals.ts'
import { posableSession } from './posableSession.ts'
import type { PosableSession } from './posableSession.ts'

const pdf = new File(['%PDF'], 'report.pdf', { type: 'application/pdf' })

function transfer(...files: File[]): DataTransfer {
  const data = new DataTransfer()
  for (const file of files) data.items.add(file)
  return data
}

function drag(type: string, target: Element, data = transfer(pdf)) {
  const event = new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true })
  fireEvent(target, event)
  return event
}

function inputOf(container: Element): HTMLInputElement {
  return container.querySelector<HTMLInputElement>('input[type=file]')!
}

function namesAdded(upload: PosableSession): string[][] {
  return vi.mocked(upload.add).mock.calls.map(([files]) => files.map((file) => file.name))
}

function described(): string {
  const id = screen.getByRole('button').getAttribute('aria-describedby') ?? ''
  return document.getElementById(id)?.textContent ?? ''
}

describe('the budget', () => {
  const rules = { maxFiles: 3, maxTotalSize: 25_000_000 }

  it('R36 tells what is left after each file, stored attachments counted, refused ones not', () => {
    const upload = posableSession([], { rules })
    const stored = [attachment('old.pdf', 10_000_000)]
    const { rerender } = render(<DropzoneField upload={upload} />)
    expect(described()).toBe('25 MB in all\u00A0· at most 3 files')
    rerender(<DropzoneField upload={upload} attachments={stored} />)
    expect(described()).toBe('10 MB of 25 MB used\u00A0· 1 of 3 files')
    upload.pose([queued('a', 4_300_000), rejected('b', 9e9, { code: 'file-empty' }), cancelled('c', 1)])
    expect(described()).toBe('14.3 MB of 25 MB used\u00A0· 2 of 3 files')
    upload.pose([])
    expect(described()).toBe('10 MB of 25 MB used\u00A0· 1 of 3 files')
  })

  it('R36 R45 makes room for what was removed, and takes it back with the undo', () => {
    const { removals } = removalsDouble()
    const stored = [attachment('old.pdf', 10_000_000)]
    render(<DropzoneField upload={posableSession([], { rules })} attachments={stored} removals={removals} />)
    act(() => removals.remove(stored[0]!))
    expect(described()).toBe('25 MB in all\u00A0· at most 3 files')
    act(() => removals.undo(stored[0]!.handle))
    expect(described()).toBe('10 MB of 25 MB used\u00A0· 1 of 3 files')
  })

  it('R36 says so when nothing more fits', () => {
    const upload = posableSession([done('a', 1), done('b', 1), done('c', 1)], { rules })
    render(<DropzoneField upload={upload} />)
    expect(screen.getByText('There is no room for more files')).toBeVisible()
    expect(screen.getByRole('group')).toHaveAttribute('data-full')
  })
})

describe('the verdict on a drag', () => {
  it.each<[string, readonly string[], FileRules, number | undefined, string | undefined]>([
    ['Safari tells no types', [], { accept: ['.pdf'] }, undefined, undefined],
    ['a type that is empty', [''], { accept: ['.pdf'] }, undefined, undefined],
    ['a type of its own', ['application/acad'], { accept: ['.dwg'] }, undefined, undefined],
    ['text, which may be anything', ['text/plain'], { accept: ['.msg'] }, undefined, undefined],
    ['a type that fits', ['application/pdf'], { accept: ['.pdf'] }, undefined, 'all'],
    ['Excel for CSV', ['application/vnd.ms-excel'], { accept: ['.csv'] }, undefined, 'all'],
    ['no rules', ['application/acad'], {}, undefined, 'all'],
    ['a type of one kind that is not taken', ['image/png'], { accept: ['.pdf'] }, undefined, 'none'],
    ['one of two that may fit', ['image/png', ''], { accept: ['.pdf'] }, undefined, undefined],
    ['more than there is room for', ['', ''], { accept: ['.pdf'] }, 1, 'some'],
  ])('R33 judges %s', (_what, types, rules, room, verdict) => {
    expect(dropVerdict(types, rules, room)).toBe(verdict)
  })

  it('R33 says what dropping will do, and nothing once the drag is over', async () => {
    const upload = posableSession([], { rules: { accept: ['.pdf'], maxFiles: 2 } })
    render(<DropzoneField upload={upload} />)
    const zone = screen.getByRole('group')
    drag('dragenter', zone, transfer(pdf, pdf, pdf))
    expect(await screen.findByText('There is room for 2 files')).toBeVisible()
    drag('dragleave', zone)
    await waitFor(() => expect(zone).not.toHaveAttribute('data-verdict'))
    drag('dragenter', zone, transfer(new File([''], 'a.png', { type: 'image/png' })))
    expect(await screen.findByText('This type is not accepted. Choose PDF')).toBeVisible()
  })
})

describe('the whole page', () => {
  function renderPage(page: PosableSession, inner?: PosableSession) {
    return render(
      <>
        <p>Ticket</p>
        <Dropzone.Root upload={page} data-testid="page">
          <Dropzone.PageOverlay />
          {inner && <DropzoneField upload={inner} data-testid="inner" />}
        </Dropzone.Root>
      </>,
    )
  }

  it('R54 takes a drop anywhere once, and says so above everything while it is dragged', async () => {
    const upload = posableSession()
    renderPage(upload)
    const overlay = document.querySelector('[data-part="page-overlay"]')!
    expect(drag('dragover', screen.getByText('Ticket')).defaultPrevented).toBe(true)
    expect(overlay).toHaveTextContent('Drop to attach 1 file')
    expect(overlay.matches(':popover-open')).toBe(true)
    expect(drag('drop', screen.getByText('Ticket')).defaultPrevented).toBe(true)
    await waitFor(() => expect(namesAdded(upload)).toEqual([['report.pdf']]))
    expect(overlay.matches(':popover-open')).toBe(false)
  })

  it('R54 leaves a drop on another zone to that zone', async () => {
    const [page, inner, other] = [posableSession(), posableSession(), posableSession()]
    renderPage(page, inner)
    render(<DropzoneField upload={other} data-testid="other" />)
    drag('dragover', screen.getByTestId('other'))
    expect(screen.getByTestId('page')).not.toHaveAttribute('data-aimed')
    drag('drop', screen.getByTestId('other'))
    drag('drop', screen.getByTestId('inner'))
    await waitFor(() => expect([namesAdded(other), namesAdded(inner)]).toEqual([[['report.pdf']], [['report.pdf']]]))
    expect(page.add).not.toHaveBeenCalled()
  })

  it('R54 takes nothing behind an open dialog', () => {
    const upload = posableSession()
    renderPage(upload)
    render(<dialog ref={(dialog) => dialog?.showModal()}>Settings</dialog>)
    expect(drag('drop', screen.getByText('Settings')).defaultPrevented).toBe(true)
    expect(upload.add).not.toHaveBeenCalled()
    expect(screen.getByText(/landed beside the box/)).toBeInTheDocument()
  })

  it('R53 takes nothing while disabled, and still keeps the page', () => {
    const upload = posableSession()
    render(
      <Dropzone.Root upload={upload} disabled>
        <Dropzone.PageOverlay />
      </Dropzone.Root>,
    )
    expect(drag('drop', document.body).defaultPrevented).toBe(true)
    expect(upload.add).not.toHaveBeenCalled()
  })
})

describe('folders', () => {
  function dropFolder(name: string, tree: FakeTree, upload = posableSession()) {
    render(<DropzoneField upload={upload} />)
    const zone = screen.getByRole('group')
    const event = createEvent.drop(zone)
    Object.defineProperty(event, 'dataTransfer', { value: dropOfFolder(name, tree).dataTransfer })
    fireEvent(zone, event)
    return upload
  }

  it('R55 finds every file of a deep folder of thousands, with its path', async () => {
    const many = Object.fromEntries(Array.from({ length: 260 }, (_, at) => [`${at}.txt`, 'x']))
    let deep: FakeTree = { 'end.txt': 'x' }
    for (let level = 0; level < 20; level += 1) deep = { inner: deep }
    const upload = dropFolder('case', { many, deep, 'readme.txt': 'x' })
    await waitFor(() => expect(upload.add).toHaveBeenCalledTimes(1))
    const [files, options] = vi.mocked(upload.add).mock.calls[0]!
    expect(files).toHaveLength(262)
    const paths = files.map((file) => options?.relativePath?.(file))
    expect(paths).toContain('case/many/259.txt')
    expect(paths).toContain(`case/deep/${'inner/'.repeat(20)}end.txt`)
  })

  it('R55 leaves system files out and says which', async () => {
    const upload = dropFolder('case', { '.DS_Store': 'x', 'a.txt': 'x', b: { 'Thumbs.db': 'x', '._a.txt': 'x' } })
    await waitFor(() => expect(namesAdded(upload)).toEqual([['a.txt']]))
    expect(screen.getByText('Left out 3 system files: .DS_Store, Thumbs.db, and ._a.txt')).toBeVisible()
  })

  it('R55 shows a file that cannot be read, and loses none beside it', async () => {
    const upload = dropFolder('case', { 'a.txt': undefined, 'b.txt': 'x' })
    await waitFor(() => expect(namesAdded(upload)).toEqual([['a.txt', 'b.txt']]))
  })

  it('R55 tells how many were found, and adds nothing once it is stopped', async () => {
    const many = Object.fromEntries(Array.from({ length: 2000 }, (_, at) => [`${at}.txt`, 'x']))
    const upload = dropFolder('case', many)
    expect(await screen.findByText(/^Looking through the folder: [\d,]+ files found$/)).toBeVisible()
    await userEvent.setup().click(screen.getByRole('button', { name: 'Stop' }))
    expect(await screen.findByText('Stopped. Nothing of the folder was added.')).toBeVisible()
    expect(upload.add).not.toHaveBeenCalled()
    expect(screen.getByText('Drop or paste files here')).toBeVisible()
  })

  it('R55 leaves system files of a picked folder out too', async () => {
    const upload = posableSession()
    const { container } = render(<DropzoneField upload={upload} />)
    const inFolder = (name: string) => {
      const file = new File(['x'], name)
      Object.defineProperty(file, 'webkitRelativePath', { value: `case/${name}` })
      return file
    }
    const files = [inFolder('.DS_Store'), inFolder('a.txt')]
    Object.defineProperty(inputOf(container), 'files', { value: files, configurable: true })
    fireEvent(inputOf(container), new Event('change', { bubbles: true }))
    await waitFor(() => expect(namesAdded(upload)).toEqual([['a.txt']]))
    const [[added], options] = vi.mocked(upload.add).mock.calls[0]!
    expect(options?.relativePath?.(added!)).toBe('case/a.txt')
  })
})

describe('triggers', () => {
  function renderTriggers() {
    const { container } = render(
      <Dropzone.Root upload={posableSession([], { rules: { accept: ['.pdf', 'image/*'] } })}>
        <Dropzone.Trigger />
        <Dropzone.FolderTrigger />
        <Dropzone.CameraTrigger />
      </Dropzone.Root>,
    )
    const input = inputOf(container)
    vi.spyOn(input, 'click').mockImplementation(() => {})
    const attributes = () => ['accept', 'capture', 'webkitdirectory'].map((name) => input.getAttribute(name))
    return { attributes, user: userEvent.setup(), container }
  }

  it('R76 asks for the camera with its own button alone', async () => {
    const { attributes, user, container } = renderTriggers()
    expect(attributes()).toEqual(['.pdf,image/*', null, null])
    await user.click(screen.getByRole('button', { name: 'Take a photo' }))
    expect(attributes()).toEqual(['image/*', 'environment', null])
    await user.click(screen.getByRole('button', { name: 'Choose files' }))
    expect(attributes()).toEqual(['.pdf,image/*', null, null])
    expect(container.querySelectorAll('input[type=file]')).toHaveLength(1)
  })

  it('R55 opens the dialog for folders', async () => {
    const { attributes, user } = renderTriggers()
    await user.click(screen.getByRole('button', { name: 'Choose a folder' }))
    expect(attributes()).toEqual([null, null, ''])
  })
})
