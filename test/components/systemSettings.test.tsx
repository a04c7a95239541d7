import { act, render, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { cdp } from 'vitest/browser'
import { AttachmentFormField } from '../../src/components/attachment-field/index.ts'
import { AttachmentListView } from '../../src/components/attachment-list/index.ts'
import { DropzoneField } from '../../src/components/dropzone/index.ts'
import { UploadProgressBar } from '../../src/components/upload-progress/index.ts'
import { dragOver } from '../../stories/support/dragFiles.ts'
import { everyStatus, preparing, uploading } from '../../stories/support/posedItems.ts'
import { posableSession } from './posableSession.ts'
import '../../src/styles/styles.css'

/** Sets what the system says of its user, for this page. */
function emulate(features: Readonly<Record<string, string>>): Promise<unknown> {
  const list = Object.entries(features).map(([name, value]) => ({ name, value }))
  return cdp().send('Emulation.setEmulatedMedia', { features: list })
}

afterEach(() => emulate({ 'prefers-reduced-motion': '', 'forced-colors': '' }))

const elements = () => [...document.querySelectorAll<HTMLElement>('[data-scope], [data-scope] *')]
const styles = () =>
  elements().flatMap((each) => [null, '::before', '::after'].map((part) => getComputedStyle(each, part)))
const seconds = (list: string) => Math.max(...list.split(',').map((each) => parseFloat(each)))

function showAllThatMoves() {
  const { container } = render(
    <>
      <DropzoneField upload={posableSession()} />
      <UploadProgressBar upload={posableSession([preparing('a.pdf', 10)])} />
      <UploadProgressBar upload={posableSession([uploading('b.pdf', 100, 40)])} />
      <AttachmentListView upload={posableSession(everyStatus())} />
    </>,
  )
  return container
}

describe('reduced motion', () => {
  it('R60 stops every animation and transition there is', async () => {
    await emulate({ 'prefers-reduced-motion': 'no-preference' })
    showAllThatMoves()
    expect(document.getAnimations().length).toBeGreaterThan(2)
    expect(styles().filter(({ transitionDuration }) => seconds(transitionDuration) > 0).length).toBeGreaterThan(2)

    await emulate({ 'prefers-reduced-motion': 'reduce' })
    expect(styles().filter(({ animationName }) => animationName !== 'none')).toEqual([])
    expect(styles().filter(({ transitionDuration }) => seconds(transitionDuration) > 0)).toEqual([])
    expect(document.getAnimations()).toEqual([])
  })

  it('R60 draws stripes where a bar of unknown length would have moved', async () => {
    await emulate({ 'prefers-reduced-motion': 'reduce' })
    render(<UploadProgressBar upload={posableSession([preparing('a.pdf', 10)])} />)
    const { backgroundImage, left, right } = getComputedStyle(screen.getByRole('progressbar'), '::after')
    expect(backgroundImage).toContain('repeating-linear-gradient')
    expect([left, right]).toEqual(['0px', '0px'])
  })
})

describe('forced colours', () => {
  beforeEach(() => emulate({ 'forced-colors': 'active' }))

  it('R57 keep a bar apart from its track, and the track from the page', () => {
    render(<UploadProgressBar upload={posableSession([uploading('b.pdf', 100, 40)])} />)
    const bar = screen.getByRole('progressbar')
    expect(getComputedStyle(bar, '::after').backgroundColor).not.toBe(getComputedStyle(bar).backgroundColor)
    expect(parseFloat(getComputedStyle(bar).borderTopWidth)).toBeGreaterThanOrEqual(1)
  })

  it('R57 show a zone that a file is dragged over by a thick line', async () => {
    render(<DropzoneField upload={posableSession()} />)
    const zone = screen.getByRole('group')
    await dragOver(zone)
    await screen.findByText(/^Drop to attach/)
    const { outlineStyle, outlineWidth } = getComputedStyle(zone)
    expect([outlineStyle, outlineWidth]).toEqual(['solid', '3px'])
  })

  it('R57 leave the ring of the focus in sight', () => {
    render(<AttachmentListView upload={posableSession(everyStatus())} />)
    const button = screen.getAllByRole('button')[0]!
    button.focus()
    expect(button).toHaveFocus()
    expect(parseFloat(getComputedStyle(button).outlineWidth)).toBeGreaterThanOrEqual(2)
  })
})

describe('without colours', () => {
  it('R60 each row says in words how it stands, and what is wrong has a sign too', () => {
    render(<AttachmentListView upload={posableSession(everyStatus())} />)
    const rows = screen.getAllByRole('listitem')
    expect(rows).toHaveLength(everyStatus().length)
    for (const row of rows) {
      expect(row.querySelector<HTMLElement>('[data-part="item-status"]')?.innerText).toMatch(/\p{L}/u)
    }
    const bad = rows.filter((row) => row.querySelector('[data-tone="bad"]'))
    expect(bad.length).toBeGreaterThan(3)
    for (const row of bad) expect(row.querySelector('[data-part="item-status"] svg')).toBeVisible()
  })

  it('R60 ties what is wrong with a field to its controls', () => {
    render(
      <form>
        <AttachmentFormField label="Attachments" upload={posableSession()} required />
      </form>,
    )
    const form = document.querySelector('form')!
    form.addEventListener('invalid', (event) => event.preventDefault(), { capture: true })
    act(() => void form.reportValidity())
    const field = screen.getByRole('group', { name: 'Attachments' })
    expect(within(field).getByText('Add at least one file.')).toHaveRole('alert')
    expect(within(field).getByRole('button', { name: 'Choose files' })).toHaveAccessibleDescription(
      'Add at least one file.',
    )
  })
})
