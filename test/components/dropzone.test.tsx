import { act, createEvent, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { StrictMode } from 'react'
import type { ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { describe, expect, it, vi } from 'vitest'
import { Dropzone, DropzoneField } from '../../src/components/dropzone/index.ts'
import { queued } from '../../stories/support/posedItems.ts'
import { posableSession } from './posableSession.ts'
import type { PosableSession } from './posableSession.ts'

const pdf = new File(['%PDF'], 'report.pdf', { type: 'application/pdf' })
const png = new File(['png'], 'image.png', { type: 'image/png' })

function transfer(files: readonly File[], texts: Record<string, string> = {}): DataTransfer {
  const data = new DataTransfer()
  for (const file of files) data.items.add(file)
  for (const [type, text] of Object.entries(texts)) data.setData(type, text)
  return data
}

/** As a real drag's: a transfer that no drag made keeps its effect at 'none' whatever is set. */
function dragged(files: readonly File[], texts: Record<string, string> = {}): DataTransfer {
  return Object.defineProperty(transfer(files, texts), 'dropEffect', { value: 'none', writable: true })
}

function paste(target: Element, data: DataTransfer): boolean {
  return fireEvent(target, new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
}

function drag(type: string, target: Element, data = transfer([pdf])) {
  const event = new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true })
  fireEvent(target, event)
  return event
}

function inputOf(container: Element): HTMLInputElement {
  return container.querySelector<HTMLInputElement>('input[type=file]')!
}

function pick(input: HTMLInputElement, ...files: File[]) {
  input.files = transfer(files).files
  fireEvent(input, new Event('change', { bubbles: true }))
}

function namesAdded(upload: PosableSession): string[][] {
  return vi.mocked(upload.add).mock.calls.map(([files]) => files.map((file) => file.name))
}

describe('picking', () => {
  it('R34 has one file input and opens its dialog once per activation', async () => {
    const { container } = render(<DropzoneField upload={posableSession()} />)
    expect(container.querySelectorAll('input[type=file]')).toHaveLength(1)
    const opened = vi.spyOn(inputOf(container), 'click').mockImplementation(() => {})
    const user = userEvent.setup()

    await user.click(screen.getByRole('button', { name: 'Choose files' }))
    expect(opened).toHaveBeenCalledTimes(1)
    screen.getByRole('button').focus()
    await user.keyboard('{Enter}')
    expect(opened).toHaveBeenCalledTimes(2)
    await user.keyboard(' ')
    expect(opened).toHaveBeenCalledTimes(3)
    await user.click(screen.getByText('Drop or paste files here'))
    expect(opened).toHaveBeenCalledTimes(4)
  })

  it('R34 opens the dialog once when it is wrapped in a label', async () => {
    const { container } = render(
      // eslint-disable-next-line jsx-a11y/label-has-associated-control
      <label>
        Files <DropzoneField upload={posableSession()} />
      </label>,
    )
    const opened = vi.spyOn(inputOf(container), 'click').mockImplementation(() => {})
    await userEvent.setup().click(screen.getByRole('button'))
    expect(opened).toHaveBeenCalledTimes(1)
  })

  it('R43 adds the same file again when it is picked twice', async () => {
    const upload = posableSession()
    const { container } = render(<DropzoneField upload={upload} />)
    pick(inputOf(container), pdf)
    await waitFor(() => expect(namesAdded(upload)).toEqual([['report.pdf']]))
    expect(inputOf(container).value).toBe('')
    pick(inputOf(container), pdf)
    await waitFor(() => expect(namesAdded(upload)).toEqual([['report.pdf'], ['report.pdf']]))
  })

  it('R35 hands every picked file to the session, whatever its type', async () => {
    const upload = posableSession([], { rules: { accept: ['.pdf'], maxFiles: 1, maxFileSize: 1 } })
    const { container } = render(<DropzoneField upload={upload} />)
    pick(inputOf(container), pdf, png)
    await waitFor(() => expect(namesAdded(upload)).toEqual([['report.pdf', 'image.png']]))
  })

  it('R32 feeds the accept attribute from the session rules', () => {
    const { container } = render(
      <DropzoneField upload={posableSession([], { rules: { accept: ['.pdf', 'image/*'], maxFiles: 1 } })} />,
    )
    expect(inputOf(container)).toHaveAttribute('accept', '.pdf,image/*')
    expect(inputOf(container)).not.toHaveAttribute('multiple')
    expect(screen.getByRole('button', { name: 'Choose a file' })).toBeVisible()
  })

  it('leaves the picked file as the browser made it', async () => {
    const upload = posableSession()
    const { container } = render(<DropzoneField upload={upload} />)
    const typeless = new File(['a;b'], 'table.csv', { type: '' })
    pick(inputOf(container), typeless)
    await waitFor(() => expect(upload.add).toHaveBeenCalled())
    expect(vi.mocked(upload.add).mock.calls[0]?.[0][0]?.type).toBe('')
  })
})

describe('the hint', () => {
  it('R36 describes the trigger with the limits', () => {
    render(<DropzoneField upload={posableSession([], { rules: { accept: ['.pdf'], maxFileSize: 10_000_000 } })} />)
    expect(screen.getByRole('button')).toHaveAccessibleDescription('PDF\u00A0· up to 10 MB each')
  })

  it('is absent when there is no limit', () => {
    render(<DropzoneField upload={posableSession()} />)
    expect(screen.getByRole('button')).not.toHaveAttribute('aria-describedby')
  })
})

describe('dropping', () => {
  it('adds dropped files once, also in StrictMode', async () => {
    const upload = posableSession()
    render(<DropzoneField upload={upload} />, { wrapper: StrictMode })
    drag('drop', screen.getByRole('group'), transfer([pdf, png]))
    await waitFor(() => expect(namesAdded(upload)).toEqual([['report.pdf', 'image.png']]))
  })

  it('R52 toggles the highlight once on and once off over its children', async () => {
    render(<DropzoneField upload={posableSession()} />)
    const zone = screen.getByRole('group')
    const changes: boolean[] = []
    const observer = new MutationObserver(() => changes.push(zone.hasAttribute('data-dragging')))
    observer.observe(zone, { attributeFilter: ['data-dragging'] })

    drag('dragenter', zone)
    const over = dragged([pdf])
    drag('dragover', zone, over)
    expect(over.dropEffect).toBe('copy')
    await screen.findByText('Drop to attach 1 file')
    for (const child of zone.querySelectorAll('p, button')) {
      // The browser dispatches each in a task of its own.
      await act(async () => void drag('dragenter', child))
      await act(async () => void drag('dragleave', child))
    }
    drag('dragleave', zone)
    await screen.findByText('Drop or paste files here')
    observer.disconnect()
    expect(changes).toEqual([true, false])
  })

  it('R52 keeps no highlight of an element that went away under the drag', async () => {
    const zoneWith = (children: ReactNode) => (
      <Dropzone.Root upload={posableSession()}>
        <Dropzone.Label />
        {children}
      </Dropzone.Root>
    )
    const { rerender } = render(zoneWith(<em>Going</em>))
    const zone = screen.getByRole('group')
    await act(async () => void drag('dragenter', zone))
    await act(async () => void drag('dragenter', screen.getByText('Going')))
    await act(async () => void drag('dragleave', zone))
    rerender(zoneWith(<b>Here instead</b>))
    expect(zone).toHaveAttribute('data-dragging')
    // The browser tells nobody that the old one was left.
    await act(async () => void drag('dragenter', screen.getByText('Here instead')))
    await act(async () => void drag('dragleave', screen.getByText('Here instead')))
    await screen.findByText('Drop or paste files here')
    expect(zone).not.toHaveAttribute('data-dragging')
  })

  it('R52 ends when the drag is given up by Escape over a child, where only that child is left', async () => {
    render(<DropzoneField upload={posableSession()} />)
    const zone = screen.getByRole('group')
    await act(async () => void drag('dragenter', zone))
    await act(async () => void drag('dragenter', screen.getByRole('button')))
    await act(async () => void drag('dragleave', zone))
    expect(zone).toHaveAttribute('data-dragging')
    await act(async () => void drag('dragleave', screen.getByRole('button')))
    await screen.findByText('Drop or paste files here')
    expect(zone).not.toHaveAttribute('data-dragging')
  })

  it('R53 keeps the browser from opening a file dropped beside the zone', async () => {
    render(
      <>
        <p>Ticket text</p>
        <DropzoneField upload={posableSession()} />
      </>,
    )
    const beside = screen.getByText('Ticket text')
    const data = dragged([pdf])
    expect(drag('dragover', beside, data).defaultPrevented).toBe(true)
    // Told 'none', the browser would end the drag without a drop, and nothing could be said.
    expect(data.dropEffect).toBe('copy')
    await screen.findByText('Drop the files in this box')
    expect(drag('drop', beside, data).defaultPrevented).toBe(true)
    expect(data.dropEffect).toBe('none')
    expect(await screen.findByText(/landed beside the box/)).toHaveTextContent('Drop them inside it')
  })

  it('R53 asks for no drop of a picture that is dragged from a page', () => {
    const { container } = render(<DropzoneField upload={posableSession()} />)
    const data = dragged([png], { 'text/html': '<img src="image.png">' })
    expect(drag('dragover', container, data).defaultPrevented).toBe(true)
    expect(data.dropEffect).toBe('none')
  })

  it('R53 guards the page while the zone is disabled too, and takes nothing', async () => {
    const upload = posableSession()
    render(<DropzoneField upload={upload} disabled />)
    expect(drag('drop', screen.getByRole('group')).defaultPrevented).toBe(true)
    await screen.findByText(/landed beside the box/)
    expect(upload.add).not.toHaveBeenCalled()
  })

  it('R53 leaves drags without files, native file inputs and an opted-out page alone', () => {
    const { rerender, container } = render(
      <>
        <p>Ticket text</p>
        <input type="file" aria-label="Native" />
        <DropzoneField upload={posableSession()} />
      </>,
    )
    const text = transfer([], { 'text/plain': 'hello' })
    expect(drag('dragover', screen.getByText('Ticket text'), text).defaultPrevented).toBe(false)
    expect(drag('drop', screen.getByText('Ticket text'), text).defaultPrevented).toBe(false)
    expect(drag('dragover', screen.getByLabelText('Native')).defaultPrevented).toBe(false)
    rerender(<DropzoneField upload={posableSession()} guardPage={false} />)
    expect(drag('drop', container).defaultPrevented).toBe(false)
  })

  it('R56 says so when a drop holds no readable file', async () => {
    const upload = posableSession()
    render(<DropzoneField upload={upload} />)
    const event = createEvent.drop(screen.getByRole('group'))
    Object.defineProperty(event, 'dataTransfer', {
      value: { types: ['Files'], items: [{ kind: 'file', getAsFile: () => null }], files: [] },
    })
    fireEvent(screen.getByRole('group'), event)
    expect(await screen.findByText(/no file to read/)).toBeVisible()
    expect(upload.add).not.toHaveBeenCalled()
  })

  it('R54 hands a drop in a portal to the zone there, not to the one it was rendered in', async () => {
    const [outer, inner] = [posableSession(), posableSession()]
    render(
      <Dropzone.Root upload={outer}>
        {createPortal(<Dropzone.Root upload={inner} data-testid="dialog" />, document.body)}
      </Dropzone.Root>,
    )
    drag('drop', screen.getByTestId('dialog'))
    await waitFor(() => expect(namesAdded(inner)).toEqual([['report.pdf']]))
    expect(outer.add).not.toHaveBeenCalled()
  })

  it('R54 hands a drop to the inner of two nested zones only', async () => {
    const [outer, inner] = [posableSession(), posableSession()]
    render(
      <Dropzone.Root upload={outer}>
        <Dropzone.Root upload={inner} id="inner" />
      </Dropzone.Root>,
    )
    drag('drop', document.querySelector('#inner')!)
    await waitFor(() => expect(namesAdded(inner)).toEqual([['report.pdf']]))
    expect(outer.add).not.toHaveBeenCalled()
    expect(screen.queryByText(/no file to read/)).toBeNull()
  })
})

describe('pasting', () => {
  function renderForm(upload = posableSession()) {
    render(
      <form>
        <textarea aria-label="Reply" />
        <DropzoneField upload={upload} />
      </form>,
    )
    return { upload, reply: screen.getByLabelText('Reply') }
  }

  it('R56 takes a pasted file anywhere in the form and keeps it out of the text', () => {
    const { upload, reply } = renderForm()
    expect(paste(reply, transfer([pdf]))).toBe(false)
    expect(namesAdded(upload)).toEqual([['report.pdf']])
  })

  it.each(['text/plain', 'text/html'])('R56 leaves a paste with %s to the page', (type) => {
    const { upload, reply } = renderForm()
    expect(paste(reply, transfer([png], { [type]: '<b>Cells from a sheet</b>' }))).toBe(true)
    expect(upload.add).not.toHaveBeenCalled()
  })

  it('R56 takes a copied picture although the browser put an img tag beside it', () => {
    const { upload, reply } = renderForm()
    paste(reply, transfer([png], { 'text/html': '<meta charset="utf-8"><img src="https://example.test/a.png">' }))
    expect(upload.add).toHaveBeenCalledTimes(1)
  })

  it('R50 gives nine pasted screenshots nine names', () => {
    const upload = posableSession()
    const { reply } = renderForm(upload)
    for (let number = 1; number <= 9; number += 1) {
      paste(reply, transfer([png]))
      upload.pose(namesAdded(upload).map(([name = '']) => queued(name, 3)))
    }
    const names = namesAdded(upload).flat()
    expect(new Set(names).size).toBe(9)
    expect(names[0]).toMatch(/^screenshot-\d{4}-\d\d-\d\d-\d{4}\.png$/)
  })

  it('R40 reaches the zone of its own form among three', () => {
    const uploads = [posableSession(), posableSession(), posableSession()]
    render(
      uploads.map((upload, at) => (
        // eslint-disable-next-line react/no-array-index-key
        <form key={at}>
          <textarea aria-label={`Reply ${at}`} />
          <DropzoneField upload={upload} />
        </form>
      )),
    )
    paste(screen.getByLabelText('Reply 1'), transfer([pdf]))
    paste(document.body, transfer([pdf]))
    expect(uploads.map((upload) => namesAdded(upload).length)).toEqual([0, 1, 0])
  })

  it('takes a paste on a page where nothing has focus when it is the only zone', () => {
    const { upload } = renderForm()
    paste(document.body, transfer([pdf]))
    expect(namesAdded(upload)).toEqual([['report.pdf']])
  })

  it('takes pastes on the zone alone with pasteFrom zone', () => {
    const upload = posableSession()
    render(
      <form>
        <textarea aria-label="Reply" />
        <DropzoneField upload={upload} pasteFrom="zone" />
      </form>,
    )
    paste(screen.getByLabelText('Reply'), transfer([pdf]))
    expect(upload.add).not.toHaveBeenCalled()
    paste(screen.getByRole('button'), transfer([pdf]))
    expect(upload.add).toHaveBeenCalledTimes(1)
  })

  it('ignores pastes while disabled and after it is gone', () => {
    const upload = posableSession()
    const { rerender } = render(<DropzoneField upload={upload} disabled />)
    paste(document.body, transfer([pdf]))
    rerender(<p>Nothing</p>)
    paste(document.body, transfer([pdf]))
    expect(upload.add).not.toHaveBeenCalled()
  })
})

describe('parts', () => {
  it('names the missing parent when a part stands alone', () => {
    vi.spyOn(console, 'error').mockImplementation(() => {})
    expect(() => render(<Dropzone.Trigger />)).toThrow(
      '<Dropzone.Trigger> was rendered outside of <Dropzone.Root>, which tells it what to show.',
    )
  })

  it('marks its states on every part', () => {
    const upload = posableSession()
    const { rerender } = render(<DropzoneField upload={upload} disabled />)
    expect(screen.getByRole('group')).toHaveAttribute('data-disabled')
    expect(screen.getByRole('button')).toBeDisabled()
    rerender(<DropzoneField upload={upload} />)
    upload.pose([queued('a.pdf', 1)])
    expect(screen.getByRole('group')).toHaveAttribute('data-filled')
    expect(screen.getByRole('button')).toHaveAttribute('data-filled')
  })

  it('merges className, handlers, ref and render', async () => {
    const onClick = vi.fn<(event: { preventDefault: () => void }) => void>((event) => event.preventDefault())
    const ref = { current: null as HTMLButtonElement | null }
    const { container } = render(
      <Dropzone.Root upload={posableSession()} className={(state) => (state.disabled ? 'off' : 'on')}>
        <Dropzone.Trigger
          ref={ref}
          onClick={onClick}
          render={<button aria-label="Attach evidence" className="mine" data-own="" />}
        >
          Attach
        </Dropzone.Trigger>
      </Dropzone.Root>,
    )
    const opened = vi.spyOn(inputOf(container), 'click').mockImplementation(() => {})
    const trigger = within(screen.getByRole('group')).getByRole('button', { name: 'Attach evidence' })
    await userEvent.setup().click(trigger)
    expect(onClick).toHaveBeenCalledTimes(1)
    expect(opened).not.toHaveBeenCalled()
    expect(ref.current).toBe(trigger)
    expect(trigger).toHaveClass('mine')
    expect(trigger).toHaveAttribute('data-own')
    expect(screen.getByRole('group')).toHaveClass('on')
  })
})
