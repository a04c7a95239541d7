import { act, render, waitFor, within } from '@testing-library/react'
import { createPortal } from 'react-dom'
import { createRoot } from 'react-dom/client'
import type { ReactElement } from 'react'
import { describe, expect, it, onTestFinished } from 'vitest'
import styles from '../../src/styles/styles.css?inline'
import {
  createFixtureFile,
  createScriptedAdapter,
  createScriptedTransport,
  dropFiles,
  pasteFiles,
  pickFiles,
} from '../../src/testing/index.ts'
import { updateLikeAnApp } from '../react/uploadHarness.tsx'
import { TicketFields } from '../testing/TicketFields.tsx'

/** Puts the fields somewhere and gives what to look in. */
type Place = (fields: ReactElement) => HTMLElement

function sheet(): CSSStyleSheet {
  const made = new CSSStyleSheet()
  made.replaceSync(styles)
  return made
}

function styleThePage() {
  document.adoptedStyleSheets.push(sheet())
  onTestFinished(() => void document.adoptedStyleSheets.pop())
}

function mount(container: HTMLElement, fields: ReactElement) {
  const root = createRoot(container)
  act(() => root.render(fields))
  onTestFinished(() => act(() => root.unmount()))
}

/** React in a shadow root: the sheet is in there, and nothing of the page's. */
function inShadowRoot(fields: ReactElement): HTMLElement {
  const host = document.body.appendChild(document.createElement('div'))
  const shadow = host.attachShadow({ mode: 'open' })
  shadow.adoptedStyleSheets.push(sheet())
  const container = shadow.appendChild(document.createElement('div'))
  onTestFinished(() => host.remove())
  mount(container, fields)
  return container
}

function inDialog(fields: ReactElement): HTMLElement {
  styleThePage()
  const dialog = document.body.appendChild(document.createElement('dialog'))
  onTestFinished(() => dialog.remove())
  mount(dialog, fields)
  dialog.showModal()
  return dialog
}

/** A dialog of the page, with the fields in a shadow root in it, as a design system of web components has it. */
function inShadowRootInDialog(fields: ReactElement): HTMLElement {
  const dialog = document.body.appendChild(document.createElement('dialog'))
  const shadow = dialog.appendChild(document.createElement('div')).attachShadow({ mode: 'open' })
  shadow.adoptedStyleSheets.push(sheet())
  const container = shadow.appendChild(document.createElement('div'))
  onTestFinished(() => dialog.remove())
  mount(container, fields)
  dialog.showModal()
  return container
}

function inPortal(fields: ReactElement): HTMLElement {
  styleThePage()
  const target = document.body.appendChild(document.createElement('aside'))
  onTestFinished(() => target.remove())
  render(<main>{createPortal(fields, target)}</main>)
  return target
}

const places: ReadonlyArray<readonly [string, Place]> = [
  ['a shadow root', inShadowRoot],
  ['a modal dialog', inDialog],
  ['a shadow root in a modal dialog', inShadowRootInDialog],
  ['a portal', inPortal],
]

function show(place: Place) {
  updateLikeAnApp()
  const adapter = createScriptedAdapter({ capabilities: { remove: true } })
  const transports = { 'signed-put': createScriptedTransport({}) }
  const container = place(<TicketFields adapter={adapter} transports={transports} />)
  const look = within(container)
  const row = (name: string | RegExp) => look.findByRole('listitem', { name })
  return { container, look, row, zone: () => look.getByRole('group', { name: 'Drop or paste files here' }) }
}

describe.each(places)('R80 in %s', (_name, place) => {
  it('takes what is dropped, pasted into the form and picked', async () => {
    const { look, row, zone } = show(place)
    await dropFiles(zone(), createFixtureFile('pdf'))
    await row('report.pdf')
    await pasteFiles(look.getByRole('textbox', { name: 'Message' }), createFixtureFile('docx'))
    await row('letter.docx')
    await pasteFiles(zone(), createFixtureFile('csv'))
    await row('table.csv')
    await pickFiles(look.getByRole('button', { name: 'Choose files' }), createFixtureFile('zip'))
    await waitFor(async () => expect(await row('archive.zip')).toHaveAttribute('data-status', 'done'))
  })

  it('shows the drop zone as it is elsewhere', () => {
    const { zone, look } = show(place)
    const { borderTopStyle, display } = getComputedStyle(zone())
    expect([borderTopStyle, display]).toEqual(['dashed', 'grid'])
    expect(getComputedStyle(look.getByRole('button', { name: 'Choose files' })).borderTopLeftRadius).toBe('6px')
  })

  it('says in a live region, that assistive technology can reach, what happened', async () => {
    const { look, zone } = show(place)
    await dropFiles(zone(), createFixtureFile('pdf'))
    const log = look.getByRole('log', { name: 'Attachments' })
    await waitFor(() => expect(log).toHaveTextContent('Attached report.pdf.'))
    expect(log.closest('[inert], [aria-hidden="true"]')).toBeNull()
  })

  it('keeps the focus in the list when a focused row goes', async () => {
    const { look, row, zone, container } = show(place)
    await dropFiles(zone(), [createFixtureFile('pdf'), createFixtureFile('zip')])
    await waitFor(async () => expect(await row('archive.zip')).toHaveAttribute('data-status', 'done'))
    await waitFor(async () => expect(await row('report.pdf')).toHaveAttribute('data-status', 'done'))
    const remove = look.getByRole('button', { name: 'Remove report.pdf' })
    remove.focus()
    remove.click()
    await waitFor(() => expect(look.queryByRole('listitem', { name: 'report.pdf' })).toBeNull())
    const root = container.getRootNode() as Document | ShadowRoot
    await waitFor(() => expect(root.activeElement?.closest('li')).toHaveAccessibleName('archive.zip'))
  })

  it('opens a picture over everything, and gives the focus back', async () => {
    const { look, row, zone, container } = show(place)
    await dropFiles(zone(), createFixtureFile('png'))
    await waitFor(async () => expect(await row('picture.png')).toHaveAttribute('data-status', 'done'))
    const open = await look.findByRole('button', { name: /preview.*picture\.png|picture\.png.*preview/i })
    open.focus()
    open.click()
    const lightbox = await look.findByRole('dialog', { name: 'picture.png' })
    expect(lightbox.matches(':modal')).toBe(true)
    expect(await within(lightbox).findByRole('img', { name: 'picture.png' })).toBeVisible()
    within(lightbox).getByRole('button').click()
    await waitFor(() => expect(look.queryByRole('dialog', { name: 'picture.png' })).toBeNull())
    expect((container.getRootNode() as Document | ShadowRoot).activeElement).toBe(open)
  })
})
