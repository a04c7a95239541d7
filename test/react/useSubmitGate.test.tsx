import { act, fireEvent, render, renderHook, screen, waitFor } from '@testing-library/react'
import { StrictMode, useEffect, useState } from 'react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Session } from '../../src/engine/sessionTypes.ts'
import type { Submission } from '../../src/engine/submitTypes.ts'
import { useSignedUpload } from '../../src/react/useSignedUpload.ts'
import { useSubmitGate } from '../../src/react/useSubmitGate.ts'
import { deferred } from '../support/deferred.ts'
import { createFile, createUploadDoubles, createWrapper, updateLikeAnApp, watchConsole } from './uploadHarness.tsx'

beforeEach(updateLikeAnApp)
afterEach(() => void vi.unstubAllGlobals().restoreAllMocks())

function setUp() {
  const doubles = createUploadDoubles()
  const sent: Array<Submission<string>> = []
  let answer: () => Promise<void> = async () => {}
  let upload: Session | undefined

  function Form() {
    const session = useSignedUpload({ ...doubles.options, draftId: 'ticket-1' })
    useEffect(() => void (upload = session))
    const [text, setText] = useState('')
    const { state, submit } = useSubmitGate({
      upload: session,
      readContent: () => text,
      onSubmit: (submission) => {
        sent.push(submission)
        return answer()
      },
    })
    const note = state.status === 'waiting' ? `waiting for ${state.unfinished} of ${state.files} files` : state.status
    return (
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <input value={text} onChange={(event) => setText(event.target.value)} />
        <button type="submit">Send</button>
        <output>{note}</output>
      </form>
    )
  }

  const Wrapper = createWrapper()
  const page = (key: string | undefined) => (
    <StrictMode>
      <Wrapper>{key !== undefined && <Form key={key} />}</Wrapper>
    </StrictMode>
  )
  const { rerender } = render(page('first'))
  return {
    ...doubles,
    sent,
    answerWith: (next: () => Promise<void>) => void (answer = next),
    send: () => fireEvent.click(screen.getByRole('button', { name: 'Send' })),
    show: (key: string | undefined) => rerender(page(key)),
    upload: () => upload as Session,
  }
}

const note = () => screen.getByRole('status')

it('R01 shows what it waits for and sends what is written by then', async () => {
  const { send, sent, transport, upload } = setUp()
  upload().add([createFile(), createFile()])
  send()
  await waitFor(() => expect(note()).toHaveTextContent('waiting for 2 of 2 files'))
  ;(await transport.nextRequest()).respond()
  await waitFor(() => expect(note()).toHaveTextContent('waiting for 1 of 2 files'))
  fireEvent.change(screen.getByRole('textbox'), { target: { value: 'Written meanwhile' } })
  expect(sent).toEqual([])
  ;(await transport.nextRequest()).respond()
  await waitFor(() => expect(note()).toHaveTextContent('submitted'))
  expect(sent).toMatchObject([{ content: 'Written meanwhile', attachments: [{}, {}] }])
})

it('R05 five clicks are one request, also when the form mounts anew meanwhile', async () => {
  const answer = deferred()
  const { answerWith, send, sent, show } = setUp()
  answerWith(() => answer.promise)
  send()
  send()
  show('second')
  expect(note()).toHaveTextContent('submitting')
  send()
  send()
  send()
  answer.resolve()
  await waitFor(() => expect(note()).toHaveTextContent('submitted'))
  expect(sent).toHaveLength(1)
})

it('R05 a form that mounts anew tries again under the same key', async () => {
  const { answerWith, send, sent, show } = setUp()
  answerWith(() => Promise.reject(new Error('The answer was lost.')))
  send()
  await waitFor(() => expect(note()).toHaveTextContent('refused'))
  show('second')
  send()
  await waitFor(() => expect(sent).toHaveLength(2))
  expect(sent[1]?.idempotencyKey).toBe(sent[0]?.idempotencyKey)
})

it('a form that is gone sends nothing', async () => {
  const said = watchConsole()
  const { send, sent, show, transport, upload } = setUp()
  upload().add([createFile()])
  send()
  show(undefined)
  await Promise.resolve()
  ;(await transport.nextRequest()).respond()
  await upload().settled()
  show('second')
  expect(note()).toHaveTextContent('idle')
  expect(sent).toEqual([])
  expect(said()).toEqual([])
})

it('R03 a form whose key changes goes on waiting', async () => {
  const { send, sent, show, transport, upload } = setUp()
  upload().add([createFile()])
  send()
  show('second')
  await waitFor(() => expect(note()).toHaveTextContent('waiting for 1 of 1 files'))
  ;(await transport.nextRequest()).respond()
  await waitFor(() => expect(sent).toHaveLength(1))
})

it('gives the same functions on every render', async () => {
  const { options } = createUploadDoubles()
  const { result, rerender } = renderHook(
    () => useSubmitGate({ upload: useSignedUpload(options), onSubmit: async () => {} }),
    { wrapper: createWrapper() },
  )
  const { state: before, ...functions } = result.current
  await act(() => result.current.submit())
  rerender()
  expect(before).toEqual({ status: 'idle' })
  expect(result.current).toEqual({ ...functions, state: { status: 'submitted' } })
})
