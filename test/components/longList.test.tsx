import { act, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Profiler } from 'react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { AttachmentList, AttachmentListView } from '../../src/components/attachment-list/index.ts'
import type { AttachmentRow } from '../../src/components/attachment-list/index.ts'
import { createSession } from '../../src/engine/session.ts'
import { createScriptedAdapter } from '../../src/testing/scriptedAdapter.ts'
import { done, queued, uploading } from '../../stories/support/posedItems.ts'
import { patient } from '../support/patient.ts'
import { posableSession } from './posableSession.ts'
import '../../src/styles/styles.css'

const many = Array.from({ length: 10_000 }, (_, at) => queued(`file-${at}.pdf`, 1000))
const rows = () => screen.getAllByRole('listitem')
const list = () => screen.getByRole('list')
const isPlaced = () => list().style.getPropertyValue('--attachkit-list-length') !== ''

async function showMany(element = <AttachmentListView upload={posableSession(many)} />) {
  render(element)
  await waitFor(() => expect(isPlaced()).toBe(true), { timeout: 20_000 })
}

/** Scrolls as a person does: the browser tells, and a frame later there are other rows. */
async function scrollTo(top: number) {
  act(() => {
    list().scrollTop = top
    list().dispatchEvent(new Event('scroll'))
  })
  await act(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
}

const profiled = { commits: 0, rows: [] as string[] }
beforeEach(() => void Object.assign(profiled, { commits: 0, rows: [] }))

function renderProfiledRow(row: AttachmentRow) {
  return (
    <Profiler id={row.key} onRender={(key) => profiled.rows.push(key)}>
      <AttachmentList.Item row={row}>
        <AttachmentList.ItemName />
        <AttachmentList.ItemStatus />
      </AttachmentList.Item>
    </Profiler>
  )
}

describe('a list of ten thousand files', () => {
  it('R68 shows fifty rows as a list of their own, and more in a list that scrolls', async () => {
    render(<AttachmentListView upload={posableSession(many.slice(0, 50))} />)
    expect(rows()).toHaveLength(50)
    expect(rows()[0]).not.toHaveAttribute('aria-setsize')
    document.body.replaceChildren()
    render(<AttachmentListView upload={posableSession(many.slice(0, 51))} />)
    await vi.waitUntil(isPlaced, patient)
    expect(rows()[0]).toHaveAttribute('aria-setsize', '51')
    await scrollTo(list().scrollHeight)
    await scrollTo(list().scrollHeight)
    expect(rows().at(-1)).toHaveTextContent('file-50.pdf')
  })

  it('R68 keeps at most 60 rows in the document and says where each stands', async () => {
    await showMany()
    expect(rows().length).toBeGreaterThan(8)
    expect(rows().length).toBeLessThanOrEqual(60)
    for (const row of rows()) expect(row).toHaveAttribute('aria-setsize', '10000')
    expect(rows().map((row) => Number(row.getAttribute('aria-posinset')))).toEqual(rows().map((_, at) => at + 1))
    expect(document.querySelectorAll('[data-scope="attachment-list"]').length).toBeLessThan(1000)
  })

  it('R68 shows the last row at the end, and only rows around it', async () => {
    await showMany()
    await scrollTo(list().scrollHeight)
    await scrollTo(list().scrollHeight)
    expect(rows().at(-1)).toHaveAttribute('aria-posinset', '10000')
    expect(rows().at(-1)).toHaveTextContent('file-9999.pdf')
    expect(rows().length).toBeLessThanOrEqual(60)
    const end = rows().at(-1)!.getBoundingClientRect().bottom
    expect(Math.abs(end - list().getBoundingClientRect().bottom)).toBeLessThan(4)
  })

  it('R68 lays rows of different height out without gap or overlap', async () => {
    const tall = 'A sentence that is so long that it needs more than a line in a narrow list, and then another one.'
    const rejected = {
      ...done('x.pdf', 1),
      id: 'tall',
      status: 'rejected',
      reasons: [{ code: 'file-invalid-name', detail: tall }],
    }
    await showMany(
      <div style={{ width: 320 }}>
        <AttachmentListView upload={posableSession([...many.slice(0, 3), rejected as never, ...many.slice(3)])} />
      </div>,
    )
    await waitFor(() => {
      const boxes = rows().map((row) => row.getBoundingClientRect())
      const gaps = boxes.slice(1).map((box, at) => Math.abs(box.top - boxes[at]!.bottom))
      expect(Math.max(...gaps)).toBeLessThan(1)
      expect(boxes[3]!.height).toBeGreaterThan(60)
    })
  })

  it('R68 commits one row for a tick of progress', async () => {
    const calm = { rules: {} }
    const upload = posableSession(many, calm)
    await showMany(
      <Profiler id="list" onRender={() => (profiled.commits += 1)}>
        <AttachmentList.Root upload={upload}>
          <AttachmentList.Items>{renderProfiledRow}</AttachmentList.Items>
        </AttachmentList.Root>
      </Profiler>,
    )
    upload.pose([uploading('file-0.pdf', 1000, 100), ...many.slice(1)], calm)
    Object.assign(profiled, { commits: 0, rows: [] })
    upload.pose([uploading('file-0.pdf', 1000, 300), ...many.slice(1)], calm)
    expect(profiled.rows).toEqual(['item file-0.pdf'])
    expect(profiled.commits).toBe(1)
  })

  it('R59 keeps the focus of a row that is scrolled away, and moves it on when the row is removed', async () => {
    const upload = posableSession(many)
    await showMany(<AttachmentListView upload={upload} />)
    screen.getByRole('button', { name: 'Cancel file-2.pdf' }).focus()
    await scrollTo(200_000)
    expect(document.activeElement).toHaveAccessibleName('Cancel file-2.pdf')
    expect(rows()[0]).toHaveAttribute('aria-posinset', '3')
    expect(rows()[1]).not.toHaveAttribute('aria-posinset', '4')
    await scrollTo(0)
    upload.pose(many.filter(({ id }) => id !== 'file-2.pdf'))
    expect(document.activeElement).toHaveAccessibleName('file-3.pdf')
  })

  it('R57 can be walked with the keyboard past what was in the document', async () => {
    await showMany()
    const last = rows().at(-1)!
    const buttons = last.querySelectorAll('button')
    buttons[buttons.length - 1]!.focus()
    await scrollTo(list().scrollTop)
    await userEvent.tab()
    const next = Number(last.getAttribute('aria-posinset')) + 1
    expect(document.activeElement?.closest('li')).toHaveAttribute('aria-posinset', String(next))
  })

  it('R68 takes ten thousand files at once and shows the first rows', async () => {
    const never = { send: () => new Promise<never>(() => {}) }
    const session = createSession({ adapter: createScriptedAdapter({}), transports: { 'signed-put': never } })
    render(<AttachmentListView upload={session} />)
    const files = Array.from({ length: 10_000 }, (_, at) => new File(['x'], `picked-${at}.pdf`))
    act(() => void session.add(files))
    await waitFor(() => expect(isPlaced()).toBe(true), { timeout: 20_000 })
    expect(rows().length).toBeGreaterThan(8)
    expect(rows().length).toBeLessThanOrEqual(60)
    expect(rows()[0]).toHaveTextContent('picked-0.pdf')
    session.dispose()
  })
})
