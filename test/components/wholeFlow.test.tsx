import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { AttachmentListView, DropzoneField, UploadProgressBar, useSignedUpload } from '../../src/index.ts'
import type { SignedUploadOptions } from '../../src/index.ts'
import { attachment, everyStatus, rejected } from '../../stories/support/posedItems.ts'
import { createFile, createUploadDoubles, createWrapper, updateLikeAnApp } from '../react/uploadHarness.tsx'
import { removalsDouble } from './posableRemovals.ts'
import { posableSession } from './posableSession.ts'
import '../../src/styles/styles.css'

beforeEach(updateLikeAnApp)
afterEach(() => vi.unstubAllGlobals())

const stored = [attachment('old.pdf', 1000)]

function renderTicket() {
  const { adapter, transport, options } = createUploadDoubles()
  const { removals } = removalsDouble()
  const downloads = {
    getSnapshot: () => new Map(),
    subscribe: () => () => {},
    download: vi.fn<() => void>(),
    cancel: vi.fn<() => void>(),
  }
  function Ticket(props: SignedUploadOptions) {
    const upload = useSignedUpload({ ...props, existing: stored, duplicates: 'ask' })
    return (
      <>
        <DropzoneField upload={upload} attachments={stored} removals={removals} />
        <UploadProgressBar upload={upload} />
        <AttachmentListView upload={upload} attachments={stored} removals={removals} downloads={downloads} />
      </>
    )
  }
  const { container } = render(<Ticket {...options} />, { wrapper: createWrapper() })
  const input = container.querySelector<HTMLInputElement>('input[type=file]')!
  // What the system's dialog would do.
  const chosen: File[] = []
  vi.spyOn(input, 'click').mockImplementation(() => {
    const data = new DataTransfer()
    for (const file of chosen) data.items.add(file)
    input.files = data.files
    fireEvent.change(input)
  })
  return { adapter, transport, downloads, chosen, user: userEvent.setup(), log: followLog() }
}

/** Everything the live regions say, in order, also what has left them since. */
function followLog(): string[] {
  const said: string[] = []
  const observer = new MutationObserver((changes) => {
    for (const { addedNodes, target } of changes) {
      const region = target instanceof Element ? target.closest('[role="log"], [role="alert"]') : null
      if (region) addedNodes.forEach((node) => said.push(`${region.role === 'log' ? '' : '! '}${node.textContent}`))
    }
  })
  observer.observe(document.body, { childList: true, subtree: true })
  return said
}

const statusOf = (name: string) => screen.queryByRole('listitem', { name })?.dataset['status']
const becomes = (name: string, status: string) => waitFor(() => expect(statusOf(name)).toBe(status))

describe('a whole flow', () => {
  it('R57 R58 R59 adds, cancels, retries, renames, removes, undoes and downloads by keyboard, and tells it all', async () => {
    const { transport, downloads, chosen, user, log } = renderTicket()
    async function press(name: string) {
      const button = screen.getByRole('button', { name })
      for (let step = 0; document.activeElement !== button; step += 1) {
        if (step > 40) throw new Error(`"${name}" cannot be reached by Tab.`)
        await user.tab()
      }
      await user.keyboard('{Enter}')
      expect(document.body).not.toHaveFocus()
    }

    chosen.push(createFile('a.pdf'), createFile('b.pdf'))
    await press('Choose files')
    const first = await transport.nextRequest()
    const second = await transport.nextRequest()
    first.progress(50)
    await press('Cancel b.pdf')
    await becomes('b.pdf', 'cancelled')
    expect(second.signal.aborted).toBe(true)
    await press('Retry b.pdf')
    ;(await transport.nextRequest()).fail({ code: 'forbidden' })
    await becomes('b.pdf', 'failed')
    first.respond()
    await becomes('a.pdf', 'done')
    await press('Rename a.pdf')
    await user.keyboard('photo{Enter}')
    await becomes('photo.pdf', 'done')
    await press('Remove b.pdf')
    await press('Remove old.pdf')
    await press('Undo removing old.pdf')
    await press('Download old.pdf')
    expect(downloads.download).toHaveBeenCalledTimes(1)
    await press('Remove photo.pdf')
    await waitFor(() => expect(screen.getAllByRole('listitem')).toHaveLength(1))

    await waitFor(() =>
      expect(log).toEqual([
        'Added a.pdf and b.pdf.',
        'Cancelled b.pdf.',
        '! b.pdf failed. You are not allowed to attach files here. Ask your administrator for access.',
        'Attached a.pdf.',
        'Renamed to photo.pdf.',
        'Removed b.pdf.',
        'old.pdf is removed once you submit. Undo is in the list.',
        'old.pdf is kept.',
        'Removed photo.pdf.',
      ]),
    )
  })

  it('R51 R57 takes a duplicate by keyboard', async () => {
    const { transport, chosen, user } = renderTicket()
    chosen.push(createFile('a.pdf'))
    const choose = screen.getByRole('button', { name: 'Choose files' })
    choose.focus()
    await user.keyboard('{Enter}')
    ;(await transport.nextRequest()).respond()
    await waitFor(() => expect(screen.getAllByRole('listitem')).toHaveLength(2))
    choose.focus()
    await user.keyboard('{Enter}')
    const anyway = await screen.findByRole('button', { name: 'Add anyway: a.pdf' })
    anyway.focus()
    await user.keyboard('{Enter}')
    ;(await transport.nextRequest()).respond()
    await waitFor(() => expect(screen.getAllByText('Attached')).toHaveLength(2))
  })
})

const isClearOf = (box: DOMRect, other: DOMRect) => box.right <= other.left + 0.5 || other.right <= box.left + 0.5

/** Pixels around a button's icon that may reach into the line below: nothing is drawn there. */
const emptyEdge = 6

describe.each(['regular', 'compact'])('targets in %s density', (density) => {
  it('R57 are 24 px at the least', () => {
    const duplicate = everyStatus().at(-1)!
    render(
      <div data-density={density} style={{ width: 320 }}>
        <DropzoneField upload={posableSession(everyStatus())} />
        <AttachmentListView upload={posableSession([...everyStatus(), duplicate], { hold: 'auth' })} />
      </div>,
    )
    const sizes = screen.getAllByRole('button').map((button) => button.getBoundingClientRect())
    expect(sizes.length).toBeGreaterThan(15)
    expect(Math.min(...sizes.map(({ width, height }) => Math.min(width, height)))).toBeGreaterThanOrEqual(24)
  })

  it('R57 keep to themselves: none covers another or a text, and nothing is wider than a phone', () => {
    const items = [...everyStatus(), rejected('twice.pdf', 10, { code: 'duplicate' })]
    const { container } = render(
      <div data-density={density} style={{ width: 272 }}>
        <DropzoneField upload={posableSession(items)} />
        <AttachmentListView upload={posableSession(items, { hold: 'auth' })} attachments={stored} />
      </div>,
    )
    expect(container.scrollWidth).toBeLessThanOrEqual(container.clientWidth)
    for (const row of screen.getAllByRole('listitem')) {
      const buttons = [...row.querySelectorAll('button')]
      const facts = [...row.querySelectorAll('[data-part="item-fact"]')].map((fact) => fact.getBoundingClientRect())
      buttons.forEach((button, at) => {
        const box = button.getBoundingClientRect()
        const mayReach = button.dataset['look'] === 'icon' ? emptyEdge : 0
        for (const other of buttons.slice(at + 1)) expect(isClearOf(box, other.getBoundingClientRect())).toBe(true)
        for (const fact of facts) expect(isClearOf(box, fact) || box.bottom <= fact.top + mayReach).toBe(true)
      })
    }
  })
})
