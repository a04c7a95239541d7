import { render, screen, waitFor } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Attachment } from '../../src/engine/ports.ts'
import type { Session } from '../../src/engine/sessionTypes.ts'
import type { SignedUploadOptions } from '../../src/react/useSignedUpload.ts'
import {
  createFile,
  createUploadDoubles,
  createWrapper,
  renderUpload,
  statusesOf,
  updateLikeAnApp,
  Uploader,
} from './uploadHarness.tsx'

beforeEach(updateLikeAnApp)
afterEach(() => void vi.unstubAllGlobals().restoreAllMocks())

it.each([
  { parent: 'ignores every callback', callbacks: {} },
  {
    parent: 'never ends its callbacks',
    callbacks: { onAdd: () => new Promise(() => {}), onDone: () => new Promise(() => {}) },
  },
])('R42 a parent that $parent stalls no transfer', async ({ callbacks }) => {
  const { transport, options } = createUploadDoubles()
  const { result } = renderUpload({ ...options, ...callbacks, concurrency: 1 })
  result.current.add([createFile('one.pdf'), createFile('two.pdf')])
  for (let file = 0; file < 2; file += 1) (await transport.nextRequest()).respond()
  expect(statusesOf(await result.current.settled())).toEqual(['done', 'done'])
})

it('R42 a callback that throws stalls no transfer', async () => {
  const { transport, options } = createUploadDoubles()
  const explode = () => {
    throw new Error('a fault of the app')
  }
  const reported = vi.fn<(event: Event) => void>((event) => event.preventDefault())
  window.addEventListener('error', reported)
  const { result } = renderUpload({ ...options, concurrency: 1, onAdd: explode, onDone: explode, onFail: explode })
  result.current.add([createFile('one.pdf'), createFile('two.pdf')])
  ;(await transport.nextRequest()).fail({ code: 'forbidden' })
  ;(await transport.nextRequest()).respond()
  expect(statusesOf(await result.current.settled())).toEqual(['failed', 'done'])
  window.removeEventListener('error', reported)
})

it('R42 a parent that keeps only some attachments, later, does not change the state of a transfer', async () => {
  const { transport, options } = createUploadDoubles()
  let session: Session | undefined
  render(<FilteringParent {...options} onSession={(upload) => (session = upload)} />, { wrapper: createWrapper() })
  session?.add([createFile('kept.pdf'), createFile('dropped.pdf')])
  for (let file = 0; file < 2; file += 1) (await transport.nextRequest()).respond()
  await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('done done'))
  await waitFor(() => expect(screen.getByRole('list').textContent).toBe('kept.pdf'))
})

function FilteringParent(options: SignedUploadOptions & { onSession: (upload: Session) => void }) {
  const [value, setValue] = useState<readonly Attachment[]>([])
  const keepLater = async (attachment: Attachment) => {
    await Promise.resolve()
    if (attachment.name === 'kept.pdf') setValue((before) => [...before, attachment])
  }
  return (
    <>
      <Uploader {...options} existing={value} onDone={(_item, attachment) => void keepLater(attachment)} />
      <ul>
        {value.map(({ handle, name }) => (
          <li key={handle}>{name}</li>
        ))}
      </ul>
    </>
  )
}

it('three instances on one page take only their own files', async () => {
  const instances = ['one', 'two', 'three'].map((name) => ({
    name,
    ...createUploadDoubles({ name }),
    sessions: [] as Session[],
  }))
  render(
    instances.map(({ name, options, sessions }) => (
      <Uploader key={name} {...options} onSession={(upload) => void sessions.push(upload)} />
    )),
    { wrapper: createWrapper() },
  )
  for (const { name, sessions } of instances) sessions[0]?.add([createFile(`${name}.pdf`)])
  for (const { name, transport } of instances) {
    const request = await transport.nextRequest()
    expect(request.meta.name).toBe(`${name}.pdf`)
    request.respond()
  }
  for (const { adapter, transport, sessions } of instances) {
    expect(statusesOf((await sessions[0]?.settled())!)).toEqual(['done'])
    expect([transport.count(), adapter.count('requestUpload'), adapter.count('commitUpload')]).toEqual([1, 1, 1])
  }
})
