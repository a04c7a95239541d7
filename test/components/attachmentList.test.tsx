import { act, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { AttachmentList, AttachmentListView } from '../../src/components/attachment-list/index.ts'
import type { AttachmentRow, ListDownloads } from '../../src/components/attachment-list/index.ts'
import { DropzoneField } from '../../src/components/dropzone/index.ts'
import type { Download } from '../../src/engine/downloadPorts.ts'
import type { Item, ItemStatus } from '../../src/engine/item.ts'
import { UploadError } from '../../src/engine/errors.ts'
import {
  attachment,
  cancelled,
  committing,
  done,
  everyStatus,
  failed,
  paused,
  preparing,
  queued,
  rejected,
  retrying,
  stalled,
  uploading,
} from '../../stories/support/posedItems.ts'
import { posableSession } from './posableSession.ts'

const network = { code: 'network', stage: 'transfer' } as const

function row(name: string): HTMLElement {
  return screen.getByRole('listitem', { name })
}

function buttonsOf(name: string): string[] {
  return within(row(name))
    .queryAllByRole('button')
    .map((button) => button.getAttribute('aria-label') ?? '')
}

function downloadsDouble(initial: Record<string, Download> = {}) {
  let state = new Map(Object.entries(initial))
  const listeners = new Set<() => void>()
  const downloads: ListDownloads = {
    getSnapshot: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    download: vi.fn<ListDownloads['download']>(),
    cancel: vi.fn<ListDownloads['cancel']>(),
  }
  const pose = (next: Record<string, Download>) =>
    act(() => {
      state = new Map(Object.entries(next))
      listeners.forEach((listener) => listener())
    })
  return { downloads, pose }
}

describe('rows', () => {
  it('shows each status as data-status, with the actions it allows', () => {
    const { downloads } = downloadsDouble()
    render(<AttachmentListView upload={posableSession(everyStatus())} downloads={downloads} />)
    const seen = screen.getAllByRole('listitem').map((item) => item.dataset['status'])
    expect(seen).toEqual(everyStatus().map((item) => item.status))

    const actions: Record<ItemStatus, string[]> = {
      queued: ['Rename', 'Cancel'],
      preparing: ['Cancel'],
      uploading: ['Cancel'],
      committing: [],
      paused: ['Cancel'],
      done: ['Rename', 'Download', 'Remove'],
      failed: ['Rename', 'Retry', 'Copy details for support about', 'Remove'],
      cancelled: ['Retry', 'Remove'],
      rejected: ['Remove'],
    }
    for (const { meta, status } of everyStatus()) {
      expect(buttonsOf(meta.name)).toEqual(actions[status].map((action) => `${action} ${meta.name}`))
    }
  })

  it.each<[Item, string]>([
    [queued('a.pdf', 1000), '1 kBWaiting'],
    [preparing('a.pdf', 1000), '1 kBPreparing'],
    [uploading('a.pdf', 2000, 1000), '1 kB of 2 kB50%'],
    [uploading('a.pdf', 2000, 0), '2 kBUploading'],
    [stalled('a.pdf', 2000, 1000), '2 kBStalled, still trying'],
    [retrying('a.pdf', 2000, 1000), 'Connection trouble. Try 2 of 4 starts soon'],
    [committing('a.pdf', 1000), '1 kBFinishing'],
    [paused('a.pdf', 1000, 'offline'), '1 kBWaiting for a connection'],
    [paused('a.pdf', 1000, 'auth'), '1 kBSign in again to continue'],
    [done('a.pdf', 1000), '1 kBAttached'],
    [{ ...done('a.png', 1000), mismatch: 'PDF' }, '1 kBAttachedContent does not fit its name'],
    [cancelled('a.pdf', 1000), '1 kBCancelled'],
    [failed('a.pdf', 1000, network), 'The connection was lost. Check your network and try again.'],
    [
      failed('a.pdf', 1000, { code: 'server-error', stage: 'commit' }),
      'Uploaded, not attached yet. Retry attaches it without sending it again.',
    ],
    [
      failed('a.pdf', 1000, { code: 'file-too-large', stage: 'transfer', limitBytes: 500 }),
      'The file is larger than 500 bytes. Choose a smaller one.',
    ],
    [rejected('a.pdf', 1000, { code: 'file-too-large', limit: 500 }), 'Larger than 500 bytes. Choose a smaller file.'],
    [rejected('a.exe', 1000, { code: 'file-invalid-type' }), 'This type is not accepted. Choose PDF.'],
  ])('R20 R35 tells the facts of %o', (item, facts) => {
    render(<AttachmentListView upload={posableSession([item], { rules: { accept: ['.pdf'] } })} />)
    const described = document.getElementById(row(item.meta.name).getAttribute('aria-describedby') ?? '')
    expect(described).toHaveTextContent(facts)
  })

  it('R25 marks a row whose bytes stand still, until they move again', () => {
    const upload = posableSession([stalled('a.pdf', 2000, 1000)])
    render(<AttachmentListView upload={upload} />)
    expect(row('a.pdf')).toHaveAttribute('data-stalled')
    upload.pose([uploading('a.pdf', 2000, 1001)])
    expect(row('a.pdf')).not.toHaveAttribute('data-stalled')
  })

  it('R29 says why the queue waits on rows that are queued', () => {
    render(<AttachmentListView upload={posableSession([queued('a.pdf', 1)], { hold: 'offline' })} />)
    expect(row('a.pdf')).toHaveTextContent('Waiting for a connection')
  })

  it('R45 lists stored attachments first and an item with the same handle once', () => {
    const upload = posableSession([done('new.pdf', 10), queued('next.pdf', 10)])
    const { rerender } = render(<AttachmentListView upload={upload} attachments={[attachment('old.pdf', 10)]} />)
    const names = () => screen.getAllByRole('listitem').map((item) => item.getAttribute('aria-label'))
    expect(names()).toEqual(['old.pdf', 'new.pdf', 'next.pdf'])
    const before = row('new.pdf')
    rerender(
      <AttachmentListView upload={upload} attachments={[attachment('old.pdf', 10), attachment('new.pdf', 10)]} />,
    )
    expect(names()).toEqual(['old.pdf', 'new.pdf', 'next.pdf'])
    expect(row('new.pdf')).toBe(before)
    expect(row('old.pdf')).toHaveAttribute('data-status', 'done')
  })

  it('R45 lists two items of one handle once, where it is stored', () => {
    const first = done('a.pdf', 1)
    const again = { ...first, id: 'again' }
    render(<AttachmentListView upload={posableSession([first, again])} attachments={[first.attachment]} />)
    expect(screen.getAllByRole('listitem')).toHaveLength(1)
  })

  it('R65 renders names as text, whatever they hold', () => {
    const name = '<img src=x onerror="document.title=1">.svg'
    const { container } = render(
      <AttachmentListView upload={posableSession([done(name, 1)])} attachments={[attachment('<b>x</b>.html')]} />,
    )
    expect(within(row(name)).getByText(name)).toBeInTheDocument()
    expect(container.querySelector('img, b, iframe, object, embed')).toBeNull()
  })

  it('R68 renders one row for a tick of progress, and one for a file added', () => {
    const upload = posableSession([uploading('a.pdf', 100, 10), uploading('b.pdf', 100, 10)])
    const rendered = vi.fn<(name: string) => void>()
    render(
      <AttachmentList.Root upload={upload}>
        <AttachmentList.Items>{renderCounted}</AttachmentList.Items>
      </AttachmentList.Root>,
    )
    function renderCounted(listed: AttachmentRow) {
      return (
        <AttachmentList.Item
          row={listed}
          render={(props) => {
            rendered(String(props['aria-label']))
            return <li {...props} />
          }}
        />
      )
    }
    rendered.mockClear()
    const untouched = upload.getSnapshot().items.get('b.pdf')!
    upload.pose([uploading('a.pdf', 100, 50), untouched])
    expect(rendered.mock.calls).toEqual([['a.pdf']])
    rendered.mockClear()
    upload.pose([...upload.getSnapshot().items.values(), queued('c.pdf', 1)])
    expect(rendered.mock.calls).toEqual([['c.pdf']])
  })

  it('R68 renders no part for a tick that shows no progress', () => {
    const item = uploading('a.pdf', 100, 10)
    const upload = posableSession([item])
    const rendered = vi.fn<(text: unknown) => void>()
    render(
      <AttachmentList.Root upload={upload}>
        <AttachmentList.Items>{renderParts}</AttachmentList.Items>
      </AttachmentList.Root>,
    )
    function renderParts(listed: AttachmentRow) {
      return (
        <AttachmentList.Item row={listed}>
          <AttachmentList.ItemName
            render={(props, { status }) => {
              rendered(status)
              return <bdi {...props} />
            }}
          />
          <AttachmentList.ItemProgress />
        </AttachmentList.Item>
      )
    }
    rendered.mockClear()
    upload.pose([{ ...item, sentBytes: 50 }])
    expect(screen.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '50')
    expect(rendered).not.toHaveBeenCalled()
    upload.pose([{ ...committing('a.pdf', 100), id: item.id }])
    expect(rendered).toHaveBeenCalledExactlyOnceWith('committing')
  })
})

describe('progress of a row', () => {
  it('R60 is a named progress bar with a value and a text', () => {
    render(<AttachmentListView upload={posableSession([uploading('a.pdf', 200, 84)])} />)
    const bar = screen.getByRole('progressbar', { name: 'Uploading a.pdf' })
    expect(bar).toHaveAttribute('aria-valuenow', '42')
    expect(bar).toHaveAttribute('aria-valuetext', '42%')
    expect(bar.style.getPropertyValue('--progress')).toBe('0.42')
  })

  it('R60 says finishing when all bytes are sent', () => {
    render(<AttachmentListView upload={posableSession([committing('a.pdf', 200)])} />)
    expect(screen.getByRole('progressbar')).toHaveAttribute('aria-valuetext', 'Finishing')
  })

  it('is indeterminate while no byte was counted', () => {
    render(<AttachmentListView upload={posableSession([uploading('a.pdf', 200, 0)])} />)
    const bar = screen.getByRole('progressbar')
    expect(bar).toHaveAttribute('data-indeterminate')
    expect(bar).not.toHaveAttribute('aria-valuenow')
  })

  it('is absent at rest', () => {
    render(<AttachmentListView upload={posableSession([done('a.pdf', 1), failed('b.pdf', 1, network)])} />)
    expect(screen.queryByRole('progressbar')).toBeNull()
  })
})

describe('actions', () => {
  it('tells the session, by keyboard alone', async () => {
    const upload = posableSession([uploading('a.pdf', 2, 1), failed('b.pdf', 1, network)])
    render(<AttachmentListView upload={upload} />)
    const user = userEvent.setup()
    await user.tab()
    expect(screen.getByRole('button', { name: 'Cancel a.pdf' })).toHaveFocus()
    await user.keyboard('{Enter}')
    await user.tab()
    expect(screen.getByRole('button', { name: 'Rename b.pdf' })).toHaveFocus()
    await user.tab()
    await user.keyboard(' ')
    await user.tab()
    await user.tab()
    await user.keyboard('{Enter}')
    expect(upload.cancel).toHaveBeenCalledExactlyOnceWith('a.pdf')
    expect(upload.retry).toHaveBeenCalledExactlyOnceWith('b.pdf')
    expect(upload.remove).toHaveBeenCalledExactlyOnceWith('b.pdf')
  })

  it('removes stored attachments only where the host can', async () => {
    const stored = attachment('old.pdf', 1)
    const onRemove = vi.fn<(removed: typeof stored) => void>()
    const { rerender } = render(<AttachmentListView attachments={[stored]} />)
    expect(screen.queryByRole('button')).toBeNull()
    rerender(<AttachmentListView attachments={[stored]} onRemove={onRemove} />)
    await userEvent.setup().click(screen.getByRole('button', { name: 'Remove old.pdf' }))
    expect(onRemove).toHaveBeenCalledExactlyOnceWith(stored)
  })

  it('downloads, shows how far it is, and stops', async () => {
    const stored = attachment('old.pdf', 200)
    const { downloads, pose } = downloadsDouble()
    render(<AttachmentListView attachments={[stored]} downloads={downloads} />)
    const user = userEvent.setup()
    await user.click(screen.getByRole('button', { name: 'Download old.pdf' }))
    expect(downloads.download).toHaveBeenCalledExactlyOnceWith(stored)

    pose({ [stored.handle]: { status: 'downloading', receivedBytes: 50, totalBytes: 200 } })
    expect(screen.getByRole('progressbar', { name: 'Downloading old.pdf' })).toHaveAttribute('aria-valuenow', '25')
    await user.click(screen.getByRole('button', { name: 'Stop downloading old.pdf' }))
    expect(downloads.cancel).toHaveBeenCalledExactlyOnceWith(stored.handle)

    pose({ [stored.handle]: { status: 'failed', error: new UploadError({ code: 'not-found', stage: 'download' }) } })
    expect(row('old.pdf')).toHaveTextContent('This file is no longer there.')
    expect(screen.getByRole('alert')).toHaveTextContent('old.pdf failed. This file is no longer there.')
  })

  it('R66 offers no download of what is being scanned or infected', () => {
    const { downloads } = downloadsDouble()
    const attachments = [attachment('a.pdf', 1, { scan: 'scanning' }), attachment('b.pdf', 1, { scan: 'infected' })]
    render(<AttachmentListView attachments={attachments} downloads={downloads} />)
    expect(screen.queryByRole('button')).toBeNull()
  })

  it('puts a tooltip away on Escape', async () => {
    render(<AttachmentListView upload={posableSession([done('a.pdf', 1)])} />)
    const user = userEvent.setup()
    await user.tab()
    await user.tab()
    expect(screen.getByText('Remove')).not.toHaveAttribute('hidden')
    await user.keyboard('{Escape}')
    expect(screen.getByText('Remove')).toHaveAttribute('hidden')
  })
})

describe('focus', () => {
  const items = [failed('a.pdf', 1, network), failed('b.pdf', 1, network), failed('c.pdf', 1, network)]

  function renderWithZone() {
    const upload = posableSession(items)
    vi.mocked(upload.remove).mockImplementation((id) =>
      upload.pose([...upload.getSnapshot().items.values()].filter((item) => item.id !== id)),
    )
    render(
      <>
        <DropzoneField upload={upload} />
        <AttachmentListView upload={upload} />
      </>,
    )
    return { upload, user: userEvent.setup() }
  }

  it('R59 goes to the next row, then the one before, then the add button', async () => {
    const { user } = renderWithZone()
    await user.click(screen.getByRole('button', { name: 'Remove b.pdf' }))
    expect(row('c.pdf')).toHaveFocus()
    await user.click(screen.getByRole('button', { name: 'Remove c.pdf' }))
    expect(row('a.pdf')).toHaveFocus()
    await user.click(screen.getByRole('button', { name: 'Remove a.pdf' }))
    expect(screen.getByRole('button', { name: 'Choose files' })).toHaveFocus()
  })

  it('R59 stays on the row after retry and cancel', async () => {
    const { upload, user } = renderWithZone()
    vi.mocked(upload.retry).mockImplementation(() => upload.pose([preparing('a.pdf', 1), ...items.slice(1)]))
    vi.mocked(upload.cancel).mockImplementation(() => upload.pose([cancelled('a.pdf', 1), ...items.slice(1)]))
    await user.click(screen.getByRole('button', { name: 'Retry a.pdf' }))
    expect(row('a.pdf')).toHaveFocus()
    await user.tab()
    await user.keyboard('{Enter}')
    expect(upload.cancel).toHaveBeenCalledTimes(1)
    expect(row('a.pdf')).toHaveFocus()
  })

  it('R59 takes no focus when a row goes away that did not have it', async () => {
    const { upload, user } = renderWithZone()
    await user.click(screen.getByRole('button', { name: 'Retry a.pdf' }))
    await user.click(document.body)
    upload.pose(items.slice(1))
    expect(document.body).toHaveFocus()
  })
})

describe('announcements', () => {
  function spoken() {
    const texts = (role: string) => [...screen.getByRole(role).children].map((child) => child.textContent)
    return { polite: texts('log'), assertive: texts('alert') }
  }

  it('R58 tells what was added, finished, failed and refused, and never a percentage', () => {
    const upload = posableSession()
    render(<AttachmentListView upload={upload} />)
    upload.pose([queued('a.pdf', 2), queued('b.pdf', 2), rejected('c.exe', 2, { code: 'file-empty' })])
    upload.pose([uploading('a.pdf', 2, 1), uploading('b.pdf', 2, 1)])
    expect(spoken()).toEqual({
      polite: ['Added a.pdf and b.pdf.', 'Removed c.exe.'],
      assertive: ['c.exe was not added. The file is empty. Choose another one.'],
    })
    upload.pose([done('a.pdf', 2), uploading('b.pdf', 2, 2)])
    upload.pose([done('a.pdf', 2), failed('b.pdf', 2, network)])
    upload.pose([done('a.pdf', 2), queued('b.pdf', 2)])
    upload.pose([done('a.pdf', 2), done('b.pdf', 2)])
    const { polite, assertive } = spoken()
    expect(polite.slice(-2)).toEqual(['Attached a.pdf.', 'All 2 files are attached.'])
    expect(assertive.at(-1)).toBe('b.pdf failed. The connection was lost. Check your network and try again.')
    expect([...polite, ...assertive].join()).not.toContain('%')
  })

  it('R58 sums up what happens to many files at once', () => {
    const upload = posableSession()
    render(<AttachmentListView upload={upload} />)
    const names = ['a', 'b', 'c', 'd', 'e']
    upload.pose(names.map((name) => queued(name, 1)))
    upload.pose(names.map((name) => failed(name, 1, network)))
    expect(spoken()).toEqual({
      polite: ['Added 5 files.'],
      assertive: ['5 files failed. The reasons are in the list.'],
    })
  })
})

it('names the missing parent when a part stands alone', () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  expect(() => render(<AttachmentList.ItemName />)).toThrow('outside of <AttachmentList.Item>')
  expect(() => render(<AttachmentList.Items />)).toThrow('outside of <AttachmentList.Root>')
})
