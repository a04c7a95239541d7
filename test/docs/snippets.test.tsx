import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ComponentType } from 'react'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { adapter } from '../../stories/docs/snippets/backend.ts'
import FirstUpload from '../../stories/docs/snippets/FirstUpload.tsx'
import { saved } from '../../stories/docs/snippets/saveTicket.ts'
import { updateLikeAnApp } from '../react/uploadHarness.tsx'

const modules = import.meta.glob<{ default: ComponentType }>(['../../stories/docs/snippets/*.tsx', '!**/*.test.tsx'], {
  eager: true,
})

/** Run against the simulator, in networkSnippets.browser.test.tsx. */
const overTheNetwork = [
  'ActiveStorage',
  'AlibabaCloudBackup',
  'AlibabaTicket',
  'AzureBlob',
  'DingtalkStorage',
  'GcsBucket',
  'HuaweiCoc',
  'LargeFiles',
  'S3Bucket',
  'YourBackend',
  'Zendesk',
]

/** Every snippet that has its backend in the page. */
const snippets = Object.entries(modules)
  .map(([path, module]) => ({ name: path.split('/').at(-1)!.replace('.tsx', ''), Snippet: module.default }))
  .filter(({ name }) => !overTheNetwork.includes(name))

const forms = snippets.filter(({ name }) => name.endsWith('Form') && name !== 'NativeForm')

beforeEach(updateLikeAnApp)

function pick(name: string) {
  const input = document.querySelector<HTMLInputElement>('input[type=file]')!
  const data = new DataTransfer()
  data.items.add(new File(['%PDF-1.4 some bytes'], name, { type: 'application/pdf', lastModified: 0 }))
  input.files = data.files
  fireEvent.change(input)
}

async function becomesDone(name: string) {
  const row = await screen.findByRole('listitem', { name })
  await waitFor(() => expect(row).toHaveAttribute('data-status', 'done'), { timeout: 10_000 })
  return row
}

describe('the snippets of the documentation', () => {
  it.each(snippets)('$name uploads a file', async ({ name, Snippet }) => {
    render(<Snippet />)
    pick(`${name}.pdf`)
    expect(await becomesDone(`${name}.pdf`)).toBeVisible()
  })

  it.each(forms)('$name sends what was attached, once', async ({ name, Snippet }) => {
    saved.length = 0
    render(<Snippet />)
    await userEvent.type(screen.getByRole('textbox'), 'The printer is on fire')
    pick(`${name}-sent.pdf`)
    await becomesDone(`${name}-sent.pdf`)
    await userEvent.click(screen.getByRole('button', { name: 'Send' }))
    await screen.findByText('Sent.')
    expect(saved).toHaveLength(1)
    const [{ text, handles }] = saved as [(typeof saved)[number]]
    expect(text).toBe('The printer is on fire')
    const names = (await adapter.listAttachments({ signal: new AbortController().signal }))
      .filter(({ handle }) => handles.includes(handle))
      .map((attachment) => attachment.name)
    expect(names).toEqual([`${name}-sent.pdf`])
  })

  it('NativeForm posts the handles with the other fields', async () => {
    const { NativeForm } = Object.fromEntries(snippets.map(({ name, Snippet }) => [name, Snippet]))
    render(NativeForm ? <NativeForm /> : null)
    const form = document.querySelector('form')!
    const posted: FormData[] = []
    const stop = (event: SubmitEvent) => {
      event.preventDefault()
      posted.push(new FormData(form))
    }
    window.addEventListener('submit', stop)
    onTestFinished(() => window.removeEventListener('submit', stop))
    await userEvent.type(screen.getByRole('textbox'), 'Printer')
    await userEvent.click(screen.getByRole('button', { name: 'Send' }))
    expect(posted).toEqual([])
    pick('native-post.pdf')
    await becomesDone('native-post.pdf')
    await userEvent.click(screen.getByRole('button', { name: 'Send' }))
    expect(posted).toHaveLength(1)
    expect(posted[0]?.getAll('attachments')).toEqual([expect.stringMatching(/^memory-\d+$/)])
  })

  it('KeptDraft goes on with a file while its form is closed', async () => {
    const { KeptDraft } = Object.fromEntries(snippets.map(({ name, Snippet }) => [name, Snippet]))
    render(KeptDraft ? <KeptDraft /> : null)
    pick('draft.pdf')
    await screen.findByRole('listitem', { name: 'draft.pdf' })
    await userEvent.click(screen.getByRole('button', { name: 'Put aside' }))
    expect(screen.queryByRole('listitem')).toBeNull()
    await userEvent.click(screen.getByRole('button', { name: 'Go on writing' }))
    await becomesDone('draft.pdf')
  })

  it('FirstUpload gives back what was uploaded', async () => {
    render(<FirstUpload />)
    pick('again.pdf')
    await becomesDone('again.pdf')
    expect(screen.getByRole('button', { name: 'Download again.pdf' })).toBeVisible()
  })
})
