import { render, screen, waitFor } from '@testing-library/react'
import type { ReactElement } from 'react'
import { describe, expect, it, vi } from 'vitest'
import {
  createFixtureFile,
  createScriptedAdapter,
  createScriptedTransport,
  dropFiles,
  pasteFiles,
  pickFiles,
} from '../../src/testing/index.ts'
import { TicketFields } from './TicketFields.tsx'

const pdf = createFixtureFile('pdf')
const png = createFixtureFile('png', 'image.png')

/** The fields with a backend that answers at once, and a store that keeps the test's hand. */
function renderFields(changes: Partial<Parameters<typeof TicketFields>[0]> = {}) {
  const transport = createScriptedTransport()
  const options = { adapter: createScriptedAdapter(), transports: { 'signed-put': transport }, ...changes }
  render(<TicketFields {...options} />)
  return transport
}

const zone = () => screen.getByRole('group', { name: 'Drop or paste files here' })
const names = () => screen.getAllByRole('listitem').map((row) => row.getAttribute('aria-label'))
const sentBytes = async (transport: ReturnType<typeof renderFields>) => {
  const { file } = await transport.nextRequest()
  return new Uint8Array(await file.arrayBuffer())
}

describe('R78 files that a person brings', () => {
  it('dropFiles drops them on the zone, and their bytes are sent', async () => {
    const transport = renderFields()
    await dropFiles(zone(), [pdf, createFixtureFile('docx')])
    await screen.findByRole('listitem', { name: 'letter.docx' })
    expect(names()).toEqual(['report.pdf', 'letter.docx'])
    expect(await sentBytes(transport)).toEqual(new Uint8Array(await pdf.arrayBuffer()))
  })

  it('dropFiles drops them on whatever is in the zone', async () => {
    renderFields()
    await dropFiles(screen.getByRole('button', { name: 'Choose files' }), pdf)
    expect(await screen.findByRole('listitem', { name: 'report.pdf' })).toBeVisible()
  })

  it('pasteFiles pastes a screenshot into the form', async () => {
    const transport = renderFields()
    await pasteFiles(screen.getByRole('textbox', { name: 'Message' }), png)
    expect(await screen.findByRole('listitem', { name: /^screenshot-.*\.png$/ })).toBeVisible()
    expect(await sentBytes(transport)).toEqual(new Uint8Array(await png.arrayBuffer()))
  })

  it.each<[string, () => Element]>([
    ['the zone', zone],
    ['its button', () => screen.getByRole('button', { name: 'Choose files' })],
    ['its input', () => document.querySelector('input[type=file]')!],
  ])('pickFiles picks them by %s, the same file twice too', async (_name, target) => {
    const transport = renderFields({ duplicates: 'allow' })
    await pickFiles(target(), pdf)
    await screen.findByRole('listitem', { name: 'report.pdf' })
    await pickFiles(target(), pdf)
    await waitFor(() => expect(names()).toEqual(['report.pdf', 'report.pdf']))
    expect(await sentBytes(transport)).toEqual(new Uint8Array(await pdf.arrayBuffer()))
  })

  it('pickFiles finds the input of a label that is not the kit’s', async () => {
    const onChange = vi.fn<(names: string[]) => void>()
    const plain: ReactElement = (
      <>
        <label htmlFor="plain">Scan</label>
        <input
          id="plain"
          type="file"
          onChange={({ target }) => onChange([...(target.files ?? [])].map(({ name }) => name))}
        />
      </>
    )
    render(plain)
    await pickFiles(screen.getByText('Scan'), png)
    expect(onChange.mock.calls).toEqual([[['image.png']]])
  })

  it('says so where a browser would take nothing', async () => {
    renderFields({ disabled: true, rules: { maxFiles: 1 } })
    await expect(pickFiles(zone(), pdf)).rejects.toThrow('disabled')
    await expect(pickFiles(screen.getByRole('textbox'), pdf)).rejects.toThrow('no file input')
    await expect(dropFiles(screen.getByRole('textbox'), pdf)).rejects.toThrow('No one takes files')
    expect(screen.queryByRole('listitem')).toBeNull()
  })

  it('says so where one file is taken and several come, and where nobody takes any', async () => {
    render(<input aria-label="One" type="file" />)
    await expect(pickFiles(screen.getByLabelText('One'), [pdf, png])).rejects.toThrow('takes one file, not 2')
    await expect(dropFiles(screen.getByLabelText('One'), pdf)).rejects.toThrow('No one takes files')
  })

  it('leaves React’s switch for tests as it was, and nothing to warn of', async () => {
    const error = vi.spyOn(console, 'error')
    const before = Reflect.get(globalThis, 'IS_REACT_ACT_ENVIRONMENT')
    renderFields()
    await dropFiles(zone(), pdf)
    await screen.findByRole('listitem', { name: 'report.pdf' })
    expect(Reflect.get(globalThis, 'IS_REACT_ACT_ENVIRONMENT')).toBe(before)
    expect(error.mock.calls).toEqual([])
    error.mockRestore()
  })
})
