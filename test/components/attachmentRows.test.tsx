import { act, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { AttachmentListView } from '../../src/components/attachment-list/index.ts'
import { UploadError } from '../../src/engine/errors.ts'
import type { Item } from '../../src/engine/item.ts'
import type { Session } from '../../src/engine/sessionTypes.ts'
import {
  attachment,
  done,
  failed,
  paused,
  queued,
  rejected,
  stalled,
  uploading,
} from '../../stories/support/posedItems.ts'
import { removalsDouble } from './posableRemovals.ts'
import { posableSession } from './posableSession.ts'

afterEach(() => vi.restoreAllMocks())

function row(name: string): HTMLElement {
  return screen.getByRole('listitem', { name })
}

function factsOf(name: string): string[] {
  return [...row(name).querySelectorAll('[data-part="item-fact"]')].map((fact) => fact.textContent)
}

function spoken(role: 'log' | 'alert'): string[] {
  return [...screen.getByRole(role).children].map((child) => child.textContent)
}

function spied() {
  return { admit: vi.fn<Session['admit']>(), rename: vi.fn<Session['rename']>(), resume: vi.fn<Session['resume']>() }
}

describe('pace', () => {
  const clock = (at: number) => vi.spyOn(performance, 'now').mockReturnValue(at)

  it('R24 shows speed and time left once they can be relied on, and not before', () => {
    clock(0)
    const upload = posableSession([uploading('a.mp4', 20_000_000, 0)])
    render(<AttachmentListView upload={upload} />)
    for (const second of [1, 2]) {
      clock(second * 1000)
      upload.pose([uploading('a.mp4', 20_000_000, second * 1_000_000)])
      expect(factsOf('a.mp4')).toHaveLength(2)
    }
    clock(4000)
    upload.pose([uploading('a.mp4', 20_000_000, 4_000_000)])
    expect(factsOf('a.mp4')).toEqual(['4 MB of 20 MB', '20%', '1 MB/s', '20 sec left'])
  })

  it('R25 tells no pace of what stands still, and begins anew after it', () => {
    clock(0)
    const upload = posableSession([uploading('a.mp4', 20_000_000, 1)])
    render(<AttachmentListView upload={upload} />)
    clock(9000)
    upload.pose([stalled('a.mp4', 20_000_000, 9_000_000)])
    expect(factsOf('a.mp4')).toEqual(['20 MB', 'Stalled, still trying'])
    upload.pose([uploading('a.mp4', 20_000_000, 10_000_000)])
    expect(factsOf('a.mp4')).toEqual(['10 MB of 20 MB', '50%'])
  })
})

describe('duplicates', () => {
  it('R51 asks whether to add an equal file anyway', async () => {
    const upload = { ...posableSession([rejected('a.pdf', 1, { code: 'duplicate' })]), ...spied() }
    render(<AttachmentListView upload={upload} />)
    await userEvent.setup().click(screen.getByRole('button', { name: 'Add anyway: a.pdf' }))
    expect(upload.admit).toHaveBeenCalledExactlyOnceWith('a.pdf')
  })

  it('R51 offers nothing where duplicates are refused for good, or for another reason', () => {
    const items = [
      rejected('a.pdf', 1, { code: 'duplicate', isFinal: true }),
      rejected('b.pdf', 1, { code: 'file-empty' }),
    ]
    render(<AttachmentListView upload={posableSession(items)} />)
    expect(screen.queryByText('Add anyway')).toBeNull()
  })
})

describe('renaming', () => {
  function renderRenaming(...items: Item[]) {
    const upload = { ...posableSession(items), ...spied() }
    const onSubmit = vi.fn<(event: { preventDefault: () => void }) => void>((event) => event.preventDefault())
    render(
      <form onSubmit={onSubmit}>
        <AttachmentListView upload={upload} />
      </form>,
    )
    return { upload, onSubmit, user: userEvent.setup() }
  }

  it('R50 renames by the pencil, F2 and Enter on the row, and keeps the extension', async () => {
    const { upload, onSubmit, user } = renderRenaming(done('image.png', 1))
    await user.click(screen.getByRole('button', { name: 'Rename image.png' }))
    const field = screen.getByRole('textbox', { name: 'New name for image.png' })
    expect(field).toHaveValue('image')
    expect(field).toHaveFocus()
    expect(row('image.png')).toHaveTextContent('.png')
    await user.keyboard('error dialog{Enter}')
    expect(upload.rename).toHaveBeenLastCalledWith('image.png', 'error dialog.png')
    expect(row('image.png')).toHaveFocus()
    expect(spoken('log')).toEqual(['Renamed to error dialog.png.'])

    await user.keyboard('{Enter}')
    expect(screen.getByRole('textbox')).toHaveFocus()
    await user.keyboard('{Escape}{F2}other')
    await user.click(document.body)
    expect(upload.rename).toHaveBeenLastCalledWith('image.png', 'other.png')
    expect(upload.rename).toHaveBeenCalledTimes(2)
    expect(onSubmit).not.toHaveBeenCalled()
  })

  it('R50 leaves the name alone on Escape, on an empty name and on the same one', async () => {
    const { upload, user } = renderRenaming(done('image.png', 1))
    for (const keys of ['new{Escape}', '{Backspace}{Enter}', '{Enter}']) {
      await user.click(screen.getByRole('button', { name: 'Rename image.png' }))
      await user.keyboard(keys)
      expect(screen.queryByRole('textbox')).toBeNull()
    }
    expect(upload.rename).not.toHaveBeenCalled()
  })

  it('R50 gives the name once no step is at work with the old one', async () => {
    const { upload, user } = renderRenaming(queued('image.png', 1))
    await user.click(screen.getByRole('button', { name: 'Rename image.png' }))
    upload.pose([uploading('image.png', 1, 0)])
    await user.keyboard('later{Enter}')
    expect(upload.rename).not.toHaveBeenCalled()
    upload.pose([done('image.png', 1)])
    expect(upload.rename).toHaveBeenCalledExactlyOnceWith('image.png', 'later.png')
  })
})

describe('details for support', () => {
  const error = { code: 'forbidden', stage: 'transfer', status: 403, requestId: '6F1A' } as const

  it('R19 copies codes and request id of a failed row, and says so', async () => {
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue()
    render(<AttachmentListView upload={posableSession([failed('a.pdf', 1, error), done('b.pdf', 1)])} />)
    const copy = screen.getByRole('button', { name: /^Copy details/ })
    await userEvent.setup({ writeToClipboard: false }).click(copy)
    expect(write.mock.calls[0]?.[0]).toMatch(/^code: forbidden\nstage: transfer\nstatus: 403\nrequestId: 6F1A/)
    await waitFor(() => expect(within(copy).getByText('Copied')).toBeVisible())
    expect(spoken('log')).toEqual(['Copied the details about a.pdf.'])
  })

  it('R19 says so when the browser lets nothing be copied', async () => {
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('denied'))
    vi.spyOn(document, 'execCommand').mockReturnValue(false)
    render(<AttachmentListView upload={posableSession([failed('a.pdf', 1, error)])} />)
    const copy = screen.getByRole('button', { name: /^Copy details/ })
    await userEvent.setup({ writeToClipboard: false }).click(copy)
    expect(await within(copy).findByText('The browser did not allow it')).toBeVisible()
    expect(copy).toHaveFocus()
  })
})

describe('removing stored attachments', () => {
  const stored = [attachment('old.pdf', 10), attachment('kept.pdf', 10)]

  it('R45 waits for the form and can be undone', async () => {
    const { removals, removed } = removalsDouble()
    render(<AttachmentListView attachments={stored} removals={removals} />)
    const user = userEvent.setup()
    await user.click(screen.getByRole('button', { name: 'Remove old.pdf' }))
    expect(row('old.pdf')).toHaveAttribute('data-removal', 'pending')
    expect(row('old.pdf')).toHaveFocus()
    expect(factsOf('old.pdf')).toEqual(['Removed once you submit'])
    expect(removed).toEqual([])
    await user.tab()
    expect(screen.getByRole('button', { name: 'Undo removing old.pdf' })).toHaveFocus()
    await user.keyboard('{Enter}')
    expect(row('old.pdf')).not.toHaveAttribute('data-removal')
    expect(spoken('log')).toEqual(['old.pdf is removed once you submit. Undo is in the list.', 'old.pdf is kept.'])
  })

  it('R45 drops the row when the form was sent, and keeps one that could not be removed', async () => {
    const { removals } = removalsDouble(async ({ name }) => {
      if (name === 'kept.pdf') throw new UploadError({ code: 'forbidden', stage: 'commit' })
    })
    render(<AttachmentListView attachments={stored} removals={removals} />)
    act(() => stored.forEach(removals.remove))
    await act(removals.apply)
    expect(screen.queryByRole('listitem', { name: 'old.pdf' })).toBeNull()
    expect(row('kept.pdf')).toHaveAttribute('data-removal', 'failed')
    expect(spoken('log')).toContain('Removed old.pdf.')
    expect(spoken('alert')).toEqual([expect.stringMatching(/^kept\.pdf failed\. Still stored/)])
    expect(screen.getByRole('button', { name: 'Undo removing kept.pdf' })).toBeVisible()
  })
})

describe('virus checks', () => {
  it('R66 follows the check as it ends', () => {
    const pose = (scan: 'scanning' | 'clean' | 'infected') => (
      <AttachmentListView attachments={[attachment('a.pdf', 1, { scan }), attachment('b.pdf', 1, { scan })]} />
    )
    const { rerender } = render(pose('scanning'))
    expect(row('a.pdf')).toHaveAttribute('data-scan', 'scanning')
    expect(factsOf('a.pdf')).toContain('Being checked for viruses')
    rerender(pose('clean'))
    expect(factsOf('a.pdf')).toEqual(['1 byte'])
    expect(spoken('log')).toEqual(['a.pdf was checked, no virus was found.', 'b.pdf was checked, no virus was found.'])
    rerender(pose('scanning'))
    rerender(pose('infected'))
    expect(spoken('alert')).toContain('a.pdf is blocked, a virus was found.')
  })
})

describe('a queue on hold', () => {
  it('R29 waits for a connection without asking for anything', () => {
    render(<AttachmentListView upload={posableSession([queued('a.pdf', 1)], { hold: 'offline' })} />)
    expect(screen.getByText(/Uploads go on by themselves/)).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Resume' })).toBeNull()
  })

  it('R11 asks for a new sign-in and goes on with Resume', async () => {
    const upload = { ...posableSession([paused('a.pdf', 1, 'auth')], { hold: 'auth' }), ...spied() }
    const onSignIn = vi.fn<() => void>()
    render(<AttachmentListView upload={upload} onSignIn={onSignIn} />)
    const user = userEvent.setup()
    await user.click(screen.getByRole('button', { name: 'Sign in' }))
    await user.click(screen.getByRole('button', { name: 'Resume' }))
    expect(onSignIn).toHaveBeenCalledTimes(1)
    expect(upload.resume).toHaveBeenCalledTimes(1)
  })

  it('is not told of while nothing waits', () => {
    render(<AttachmentListView upload={posableSession([done('a.pdf', 1)], { hold: 'offline' })} />)
    expect(screen.queryByText(/by themselves/)).toBeNull()
  })
})
