import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { AttachmentField, AttachmentFormField } from '../../src/components/attachment-field/index.ts'
import type { AttachmentFormFieldProps } from '../../src/components/attachment-field/index.ts'
import type { Attachment } from '../../src/engine/ports.ts'
import type { Session } from '../../src/engine/sessionTypes.ts'
import { attachment, done, failed, queued, uploading } from '../../stories/support/posedItems.ts'
import { removalsDouble } from './posableRemovals.ts'
import { posableSession } from './posableSession.ts'

const network = { code: 'network', stage: 'transfer' } as const
const form = () => screen.getByRole<HTMLFormElement>('form')
const input = () => document.querySelector<HTMLInputElement>('input[type=file]')!
const sent = () => new FormData(form()).getAll('files')

function renderField(props: Partial<AttachmentFormFieldProps> = {}, upload = posableSession()) {
  const spies = { clear: vi.fn<Session['clear']>(), reset: vi.fn<Session['reset']>() }
  const field = (more: Partial<AttachmentFormFieldProps> = {}) => (
    <form aria-label="Ticket">
      <AttachmentFormField upload={{ ...upload, ...spies }} name="files" {...props} {...more} />
    </form>
  )
  const { rerender } = render(field())
  return { upload, ...spies, update: (more: Partial<AttachmentFormFieldProps>) => rerender(field(more)) }
}

describe('the form data', () => {
  it('R41 holds the handles of what is attached, stored and new, each once', () => {
    const { upload } = renderField({ attachments: [attachment('old.pdf', 1)] })
    upload.pose([done('new.pdf', 1), uploading('late.pdf', 2, 1), failed('bad.pdf', 1, network), done('old.pdf', 1)])
    expect(sent()).toEqual(['handle old.pdf', 'handle new.pdf'])
  })

  it('R45 leaves out what was removed, and holds it again after the undo', async () => {
    const { removals } = removalsDouble()
    const onChange = vi.fn<(value: readonly Attachment[]) => void>()
    renderField({ attachments: [attachment('old.pdf', 1)], removals, onChange })
    const user = userEvent.setup()
    await user.click(screen.getByRole('button', { name: 'Remove old.pdf' }))
    expect(sent()).toEqual([])
    await user.click(screen.getByRole('button', { name: 'Undo removing old.pdf' }))
    expect(sent()).toEqual(['handle old.pdf'])
    expect(onChange.mock.calls.map(([value]) => value.length)).toEqual([0, 1])
  })

  it('R41 holds nothing while a fieldset around it is disabled', async () => {
    const upload = posableSession([done('a.pdf', 1)])
    const page = (disabled: boolean) => (
      <form aria-label="Ticket">
        <fieldset disabled={disabled}>
          <AttachmentFormField upload={upload} name="files" />
        </fieldset>
      </form>
    )
    const { rerender } = render(page(true))
    expect(sent()).toEqual([])
    await waitFor(() => expect(screen.getByRole('group', { name: 'Attachments' })).toHaveAttribute('data-disabled'))
    const data = new DataTransfer()
    data.items.add(new File(['x'], 'b.pdf'))
    fireEvent(screen.getByRole('group', { name: /Drop/ }), new DragEvent('drop', { dataTransfer: data, bubbles: true }))
    expect(upload.add).not.toHaveBeenCalled()
    rerender(page(false))
    expect(sent()).toEqual(['handle a.pdf'])
    await waitFor(() => expect(screen.getByRole('group', { name: 'Attachments' })).not.toHaveAttribute('data-disabled'))
  })
})

describe('validity', () => {
  it.each([
    ['a required field without a file', { required: true }, [], 'Add at least one file.'],
    ['too few files', { min: 2 }, [done('a.pdf', 1)], 'Add at least 2 files.'],
    ['too many files', { max: 1 }, [done('a.pdf', 1), done('b.pdf', 1)], 'Attach at most 1 file. Remove some.'],
    ['a file on its way', {}, [queued('a.pdf', 1)], 'Wait until the file is attached, or cancel it.'],
    ['a file that failed', {}, [failed('a.pdf', 1, network)], 'a.pdf is not attached. Retry or remove it.'],
  ])('R41 R02 makes the form invalid for %s, and says why once it is to be sent', async (_what, props, items, text) => {
    renderField(props, posableSession(items))
    expect(input().validationMessage).toBe(text)
    expect(screen.queryByText(text)).toBeNull()
    expect(form().reportValidity()).toBe(false)
    expect(input()).toHaveFocus()
    expect(await screen.findByText(text)).toBeVisible()
    expect(input()).toHaveAccessibleDescription(text)
    expect(input()).toHaveAccessibleName('Attachments')
  })

  it('R41 is valid again as soon as nothing is wrong', () => {
    const { upload } = renderField({ required: true })
    form().reportValidity()
    upload.pose([done('a.pdf', 1)])
    expect(form().checkValidity()).toBe(true)
    expect(screen.queryByText('Add at least one file.')).toBeNull()
  })

  it('R01 leaves files on their way to whoever waits for them', () => {
    renderField({ whileBusy: 'valid', required: true }, posableSession([uploading('a.pdf', 2, 1)]))
    expect(form().checkValidity()).toBe(true)
  })

  it('can be reached by the browser, and not by Tab', async () => {
    renderField()
    await userEvent.setup().tab()
    expect(screen.getByRole('button', { name: 'Choose files' })).toHaveFocus()
  })
})

describe('a controlled field', () => {
  it('R42 proposes everything that is attached, whatever the parent does with it', () => {
    const onChange = vi.fn<(value: readonly Attachment[]) => void>()
    const { upload } = renderField({ value: [], onChange })
    upload.pose([done('a.pdf', 1), uploading('b.pdf', 2, 1)])
    upload.pose([done('a.pdf', 1), done('b.pdf', 2)])
    expect(onChange.mock.calls.map(([value]) => value.map(({ name }) => name))).toEqual([['a.pdf'], ['a.pdf', 'b.pdf']])
    expect(screen.getAllByRole('listitem')).toHaveLength(2)
    expect(sent()).toEqual([])
  })

  it('R41 lists what only the value knows, and removes it from there', async () => {
    function Parent() {
      const [value, setValue] = useState<readonly Attachment[]>([attachment('old.pdf', 1)])
      return <AttachmentFormField upload={upload} name="files" value={value} onChange={setValue} />
    }
    const upload = posableSession([done('new.pdf', 1)])
    render(
      <form aria-label="Ticket">
        <Parent />
      </form>,
    )
    expect(sent()).toEqual(['handle old.pdf', 'handle new.pdf'])
    await userEvent.setup().click(screen.getByRole('button', { name: 'Remove old.pdf' }))
    expect(sent()).toEqual(['handle new.pdf'])
  })

  it('R46 forgets what the parent takes out, and leaves it stored: the form may have been sent with it', () => {
    const item = done('a.pdf', 1)
    const { update, clear, upload } = renderField({ value: [item.attachment] }, posableSession([item]))
    update({ value: [] })
    expect(clear).toHaveBeenCalledExactlyOnceWith([item.id])
    expect(upload.remove).not.toHaveBeenCalled()
  })

  it('R45 offers the undo of a removal although the value has lost it', async () => {
    const { removals } = removalsDouble()
    function Parent() {
      const [value, setValue] = useState<readonly Attachment[]>([attachment('old.pdf', 1)])
      return <AttachmentFormField upload={posable} name="files" value={value} onChange={setValue} removals={removals} />
    }
    const posable = posableSession()
    render(
      <form aria-label="Ticket">
        <Parent />
      </form>,
    )
    const user = userEvent.setup()
    await user.click(screen.getByRole('button', { name: 'Remove old.pdf' }))
    expect(sent()).toEqual([])
    await user.click(screen.getByRole('button', { name: 'Undo removing old.pdf' }))
    expect(sent()).toEqual(['handle old.pdf'])
  })
})

describe('reset', () => {
  it('R41 R46 ends everything, but keeps stored what the form was sent with', () => {
    const item = done('a.pdf', 1)
    const { clear, reset } = renderField({}, posableSession([item]))
    form().addEventListener('submit', (event) => event.preventDefault())
    form().requestSubmit()
    form().reset()
    expect(clear).toHaveBeenCalledExactlyOnceWith([item.id])
    expect(reset).toHaveBeenCalledTimes(1)
    form().reset()
    expect(clear).toHaveBeenLastCalledWith([])
  })

  it('puts an error away', async () => {
    renderField({ required: true })
    form().reportValidity()
    expect(await screen.findByText('Add at least one file.')).toBeVisible()
    fireEvent.reset(form())
    expect(screen.queryByText('Add at least one file.')).toBeNull()
  })
})

it('names the missing parent when a part stands alone', () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  expect(() => render(<AttachmentField.Label />)).toThrow('outside of <AttachmentField.Root>')
})
