import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import * as React from 'react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ActionTicketForm } from '../../stories/recipes/forms/ActionTicketForm.tsx'
import { HookFormTicketForm } from '../../stories/recipes/forms/HookFormTicketForm.tsx'
import { TanstackTicketForm } from '../../stories/recipes/forms/TanstackTicketForm.tsx'
import type { TicketFormProps } from '../../stories/recipes/forms/ticketForm.ts'
import { createFile, createUploadDoubles, createWrapper, updateLikeAnApp } from '../react/uploadHarness.tsx'

beforeEach(updateLikeAnApp)
afterEach(() => vi.unstubAllGlobals())

// Actions came with React 19; everything else of the kit is for 18.3 too.
const hasActions = 'useActionState' in React
/** What sending does while a file is on its way: the browser refuses it, or the gate waits and sends by itself. */
type WhileBusy = 'refuses' | 'waits'

const recipes = [
  ...(hasActions ? [['a React action', ActionTicketForm, 'refuses' as WhileBusy] as const] : []),
  ['React Hook Form', HookFormTicketForm, 'waits' as WhileBusy] as const,
  ['TanStack Form', TanstackTicketForm, 'waits' as WhileBusy] as const,
]

describe.each(recipes)('a form with %s', (_library, Form, whileBusy) => {
  function renderForm(save: TicketFormProps['save'] = async () => {}) {
    const { adapter, transport, options } = createUploadDoubles()
    const saved = vi.fn<TicketFormProps['save']>(save)
    render(<Form adapter={adapter} transports={options.transports} save={saved} />, { wrapper: createWrapper() })
    const user = userEvent.setup()
    const send = () => user.click(screen.getByRole('button', { name: /^Send ticket|^Waiting/ }))
    return { adapter, transport, saved, user, send }
  }

  function transfer(...files: File[]) {
    const data = new DataTransfer()
    for (const file of files) data.items.add(file)
    return data
  }

  const zone = () => screen.getByRole('group', { name: 'Drop or paste files here' })
  const input = () => document.querySelector<HTMLInputElement>('input[type=file]')!
  const statuses = () => screen.queryAllByRole('listitem').map((row) => row.dataset['status'])
  const drop = (file: File) =>
    fireEvent(zone(), new DragEvent('drop', { dataTransfer: transfer(file), bubbles: true, cancelable: true }))
  const bothAreDone = () => waitFor(() => expect(statuses()).toEqual(['done', 'done']))
  const isUploading = () => waitFor(() => expect(statuses()).toContain('uploading'))

  async function attach(transport: ReturnType<typeof renderForm>['transport'], name = 'report.pdf') {
    drop(createFile(name))
    ;(await transport.nextRequest()).respond()
    await waitFor(() => expect(statuses().at(-1)).toBe('done'))
  }

  it('R41 sends the same attachments for a pick, a drop and a paste', async () => {
    const { transport, saved, user, send } = renderForm()
    const pick = () => {
      input().files = transfer(createFile('picked.pdf')).files
      fireEvent.change(input())
    }
    const paste = () => {
      const clipboardData = transfer(createFile('clip.pdf'))
      fireEvent(screen.getByLabelText('Subject'), new ClipboardEvent('paste', { clipboardData, bubbles: true }))
    }
    for (const take of [pick, () => drop(createFile('dropped.pdf')), paste]) {
      take()
      ;(await transport.nextRequest()).respond()
    }
    await waitFor(() => expect(statuses()).toEqual(['done', 'done', 'done']))
    await user.type(screen.getByLabelText('Subject'), 'Printer')
    await send()
    await waitFor(() => expect(saved).toHaveBeenCalledTimes(1))
    const [{ subject, attachments }] = saved.mock.calls[0]!
    expect(subject).toBe('Printer')
    expect(attachments.map(({ name }) => name)).toEqual(['picked.pdf', 'dropped.pdf', 'clip.pdf'])
    await waitFor(() => expect(statuses()).toEqual([]))
  })

  it('R41 is not sent without a required file, and says so at the field', async () => {
    const { saved, user, send } = renderForm()
    await user.type(screen.getByLabelText('Subject'), 'Printer')
    expect(input().validity.customError).toBe(true)
    await send()
    expect(await screen.findByText('Add at least one file.')).toBeVisible()
    expect(screen.getByRole('button', { name: 'Choose files' })).toHaveAccessibleDescription(/Add at least one file/)
    expect(saved).not.toHaveBeenCalled()
  })

  it('R01 is not sent while a file is on its way', async () => {
    const { transport, saved, user, send } = renderForm()
    await attach(transport)
    drop(createFile('slow.mp4', 1000))
    const request = await transport.nextRequest()
    await user.type(screen.getByLabelText('Subject'), 'Printer')
    await send()
    expect(saved).not.toHaveBeenCalled()
    request.respond()
    if (whileBusy === 'refuses') {
      await bothAreDone()
      await send()
    }
    await waitFor(() => expect(saved).toHaveBeenCalledTimes(1))
    expect(saved.mock.calls[0]?.[0].attachments).toHaveLength(2)
  })

  it('R41 reset cancels what is on its way, discards what was attached and empties the field', async () => {
    const { adapter, transport, user } = renderForm()
    await attach(transport)
    drop(createFile('slow.mp4', 1000))
    const request = await transport.nextRequest()
    await isUploading()
    await user.type(screen.getByLabelText('Subject'), 'Printer')
    expect(screen.getByText('Not sent yet')).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Reset' }))
    await waitFor(() => expect(statuses()).toEqual([]))
    expect(request.signal.aborted).toBe(true)
    await waitFor(() => expect(adapter.count('discardUpload')).toBe(2))
    expect(screen.getByLabelText('Subject')).toHaveValue('')
    expect(screen.queryByText('Not sent yet')).toBeNull()
  })

  it('R41 is dirty once a file is attached, and empty when the form sets no value', async () => {
    const { transport, user } = renderForm()
    expect(screen.queryByText('Not sent yet')).toBeNull()
    await attach(transport)
    expect(await screen.findByText('Not sent yet')).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Clear files' }))
    await waitFor(() => expect(statuses()).toEqual([]))
  })

  it('R04 keeps the files when the ticket is refused, and sends the same ones', async () => {
    const refuse = vi.fn<() => void>().mockImplementationOnce(() => {
      throw new Error('The subject is too short.')
    })
    const { transport, saved, user, send } = renderForm(async () => refuse())
    await attach(transport)
    await user.type(screen.getByLabelText('Subject'), 'P')
    await send()
    expect(await screen.findByText(/The subject is too short\./)).toBeVisible()
    expect(statuses()).toEqual(['done'])
    await send()
    await waitFor(() => expect(saved).toHaveBeenCalledTimes(2))
    const [first, second] = saved.mock.calls.map(([{ attachments }]) => attachments)
    expect(second).toEqual(first)
    expect(transport.count()).toBe(1)
  })

  it('R43 takes the same file again after it was removed', async () => {
    const { transport, user } = renderForm()
    await attach(transport)
    await user.click(screen.getByRole('button', { name: 'Remove report.pdf' }))
    await waitFor(() => expect(statuses()).toEqual([]))
    await attach(transport)
    expect(statuses()).toEqual(['done'])
  })
})
