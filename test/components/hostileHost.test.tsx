import { render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { AttachmentListView } from '../../src/components/attachment-list/index.ts'
import { DropzoneField } from '../../src/components/dropzone/index.ts'
import { UploadProgressBar } from '../../src/components/upload-progress/index.ts'
import { attachment, everyStatus } from '../../stories/support/posedItems.ts'
import { posableSession } from './posableSession.ts'
import '../../src/styles/styles.css'

/** A page with a will of its own: rules for every element, importance, and names that others might use too. */
const hostCss = `
  * { box-sizing: content-box; line-height: 1.9; letter-spacing: 0.02em; }
  :root { --border: red; --accent: lime; --_text: orange; --_accent: hotpink; --progress: 0.9; }
  body { font: 17px/2 Georgia, serif; color: rgb(40, 30, 20); }
  div, section { border: 1px dotted silver; }
  p { margin: 1.5em 0; text-indent: 1em; }
  span { display: inline-block; padding: 1px; }
  ul, ol { list-style: square inside; padding-left: 40px; margin: 1em 0; }
  li { margin: 4px; color: navy; float: none; }
  button { text-transform: uppercase; padding: 12px 18px; border: 3px outset gray; background: gold; min-width: 20px; }
  input { display: block; width: 100%; height: 40px; }
  svg { max-width: 100%; vertical-align: baseline; fill: purple; }
  label { font-weight: bold; }
  .root, .item, .icon, .label { outline: 2px solid red; }
  [hidden] { color: red; }
`

/** A bit of everything a host has. */
const hostMarkup = `
  <header><h1>Ticket 4213</h1><nav><ul><li><a href="#a">One</a></li><li class="item">Two</li></ul></nav></header>
  <main class="root"><p>Text <span class="label">label</span> <em>and</em> <code>code</code></p>
  <table><tbody><tr><td>1</td><td>2</td></tr></tbody></table>
  <form><label>Name <input value="x"></label><textarea>y</textarea><select><option>a</option></select>
  <button type="button" data-part="host">Send</button><progress value="0.3"></progress><output>z</output></form>
  <svg width="20" height="20"><path d="M0 0h9v9z"/></svg><img alt="" width="3" height="3"><dialog open>Hi</dialog>
  <div hidden>nothing</div><details open><summary>More</summary>text</details></main>
`

const left: Element[] = []
afterEach(() => left.splice(0).forEach((element) => element.remove()))

function put<E extends Element>(element: E, parent: Element): E {
  parent.append(element)
  left.push(element)
  return element
}

function setUpHost(): { host: Element; stage: HTMLElement } {
  put(Object.assign(document.createElement('style'), { textContent: hostCss }), document.head)
  const host = put(document.createElement('div'), document.body)
  host.innerHTML = hostMarkup
  const stage = put(document.createElement('div'), document.body)
  // Of a size of its own, out of the flow: whatever is in it moves nothing of the page.
  Object.assign(stage.style, {
    position: 'absolute',
    top: '0',
    left: '0',
    width: '420px',
    height: '600px',
    overflow: 'auto',
  })
  return { host, stage }
}

function kitSheets(): CSSStyleSheet[] {
  const isKit = (sheet: CSSStyleSheet) => [...sheet.cssRules].some(({ cssText }) => cssText.includes('attachkit.'))
  return [...document.styleSheets].filter(isKit)
}

function stylesOf(host: Element): string[][] {
  const elements = [document.documentElement, document.body, host, ...host.querySelectorAll('*')]
  return elements.flatMap((element) =>
    [undefined, '::before', '::after'].map((pseudo) => {
      const style = getComputedStyle(element, pseudo)
      return [element.tagName, ...[...style].map((name) => `${name}: ${style.getPropertyValue(name)}`)]
    }),
  )
}

function Kit() {
  const upload = posableSession(everyStatus(), { rules: { accept: ['.pdf'], maxFiles: 50 } })
  return (
    <>
      <DropzoneField upload={upload} />
      <UploadProgressBar upload={upload} />
      <AttachmentListView upload={upload} attachments={[attachment('a.pdf', 1)]} onRemove={() => {}} />
    </>
  )
}

describe('a host with hostile global CSS', () => {
  it('R73 finds no computed style of its own changed when the kit comes', () => {
    const { host, stage } = setUpHost()
    for (const sheet of kitSheets()) sheet.disabled = true
    const before = stylesOf(host)
    for (const sheet of kitSheets()) sheet.disabled = false
    render(<Kit />, { container: stage })
    expect(kitSheets()).not.toEqual([])
    expect(before.length).toBeGreaterThan(60)
    expect(before[0]?.length).toBeGreaterThan(300)
    expect(stylesOf(host)).toEqual(before)
  })

  it('R73 leaves the kit usable: all in sight, nothing on top of another, every button under the pointer', () => {
    const { stage } = setUpHost()
    render(<Kit />, { container: stage })
    expect(stage.scrollWidth).toBeLessThanOrEqual(stage.clientWidth + 1)
    expect(stage.querySelector('input[type=file]')).not.toBeVisible()
    const rows = screen.getAllByRole('listitem').filter((row) => stage.contains(row))
    expect(rows.length).toBeGreaterThan(10)
    for (const row of rows) {
      const name = row.querySelector('[data-part="item-name"]')!
      expect(name).toBeVisible()
      expect(name.getBoundingClientRect().width).toBeGreaterThan(20)
      for (const button of row.querySelectorAll('button')) {
        button.scrollIntoView({ block: 'center' })
        const { left: x, top: y, width, height } = button.getBoundingClientRect()
        const hit = document.elementFromPoint(x + width / 2, y + height / 2)
        expect(button.contains(hit) || hit === button).toBe(true)
      }
    }
  })

  it('R73 does not take the private names that a host may use too', () => {
    const { stage } = setUpHost()
    render(<Kit />, { container: stage })
    const root = stage.querySelector('[data-scope="attachment-list"][data-part="root"]')!
    expect(getComputedStyle(root).getPropertyValue('--_text')).not.toContain('orange')
    expect(getComputedStyle(document.documentElement).getPropertyValue('--_text')).toBe('orange')
  })
})
