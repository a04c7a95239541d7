import { render, screen, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Session } from '../../src/engine/sessionTypes.ts'
import {
  createFile,
  createUploadDoubles,
  createWrapper,
  statusesOf,
  updateLikeAnApp,
  Uploader,
  watchConsole,
} from './uploadHarness.tsx'

beforeEach(updateLikeAnApp)
afterEach(() => void vi.unstubAllGlobals().restoreAllMocks())

/** A page whose content can be taken away and put back while the provider stays. */
function renderPage(initial: ReactNode) {
  const Wrapper = createWrapper()
  const page = (content: ReactNode) => <Wrapper>{content}</Wrapper>
  const { rerender } = render(page(initial))
  return { show: (content: ReactNode) => rerender(page(content)) }
}

function setUp() {
  const sessions: Session[] = []
  return {
    ...createUploadDoubles(),
    sessions,
    onSession: (upload: Session) => void sessions.push(upload),
    latest: () => sessions.at(-1) as Session,
  }
}

it('R03 a draft loses nothing over 100 renders and a changed key, and sends nothing twice', async () => {
  const { adapter, transport, options, onSession, latest } = setUp()
  const uploader = (key: string) => <Uploader key={key} {...options} draftId="ticket-1" onSession={onSession} />
  const { show } = renderPage(uploader('first'))
  const upload = latest()
  upload.add([createFile('done.pdf'), createFile('failed.pdf'), createFile('moving.pdf')])
  ;(await transport.nextRequest()).respond()
  ;(await transport.nextRequest()).fail({ code: 'forbidden', status: 403 })
  const moving = await transport.nextRequest()
  moving.progress(40)
  await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('done failed uploading'))

  for (let render = 0; render < 100; render += 1) show(uploader('first'))
  show(uploader('second'))
  show(null)
  show(uploader('third'))

  expect(latest()).toBe(upload)
  expect(screen.getByRole('status')).toHaveTextContent('done failed uploading')
  expect(moving.signal.aborted).toBe(false)
  moving.respond()
  await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('done failed done'))
  expect(transport.count()).toBe(3)
  expect(adapter.count('requestUpload')).toBe(3)
  expect(adapter.count('commitUpload')).toBe(2)
})

it('R40 keep: a transfer and its commit finish while nothing is mounted', async () => {
  const { adapter, transport, options, onSession, latest } = setUp()
  const said = watchConsole()
  const { show } = renderPage(<Uploader {...options} draftId="ticket-1" onSession={onSession} />)
  latest().add([createFile()])
  const request = await transport.nextRequest()
  show(null)
  request.respond()
  expect(statusesOf(await latest().settled())).toEqual(['done'])
  expect(adapter.count('commitUpload')).toBe(1)

  show(<Uploader {...options} draftId="ticket-1" onSession={onSession} />)
  expect(screen.getByRole('status')).toHaveTextContent('done')
  expect(said()).toEqual([])
})

it('R40 cancel: unmounting aborts the transfer and discards its object once', async () => {
  const { adapter, transport, options, onSession, latest } = setUp()
  const said = watchConsole()
  const { show } = renderPage(<Uploader {...options} onSession={onSession} />)
  latest().add([createFile()])
  const request = await transport.nextRequest()
  show(null)
  await waitFor(() => expect(request.signal.aborted).toBe(true))
  request.respond()
  await latest().settled()
  expect(adapter.count('discardUpload')).toBe(1)
  expect(adapter.count('commitUpload')).toBe(0)
  expect(said()).toEqual([])
})

it('R40 cancel can be asked for under a draft: the next mount begins empty', async () => {
  const { transport, options, onSession, latest } = setUp()
  const uploader = <Uploader {...options} draftId="ticket-1" unmount="cancel" onSession={onSession} />
  const { show } = renderPage(uploader)
  const upload = latest()
  upload.add([createFile()])
  const request = await transport.nextRequest()
  show(null)
  await waitFor(() => expect(request.signal.aborted).toBe(true))
  show(uploader)
  expect(latest()).not.toBe(upload)
  expect(screen.getByRole('status')).toBeEmptyDOMElement()
})

it('R40 cancel leaves what was committed with the backend', async () => {
  const { adapter, transport, options, onSession, latest } = setUp()
  const { show } = renderPage(<Uploader {...options} onSession={onSession} />)
  latest().add([createFile()])
  ;(await transport.nextRequest()).respond()
  await latest().settled()
  show(null)
  await waitFor(() => expect(latest().getSnapshot().ids).toEqual([]))
  expect(adapter.count('discardUpload')).toBe(0)
})

it('R40 keep without a draft: finishes, then frees the session', async () => {
  const { adapter, transport, options, onSession, latest } = setUp()
  const { show } = renderPage(<Uploader {...options} unmount="keep" onSession={onSession} />)
  latest().add([createFile()])
  const request = await transport.nextRequest()
  show(null)
  request.respond()
  await waitFor(() => expect(adapter.count('commitUpload')).toBe(1))
  await waitFor(() => expect(latest().getSnapshot().ids).toEqual([]))
})

it('keeps the drafts of a provider apart and finds each again', async () => {
  const { transport, options, onSession, latest } = setUp()
  const { show } = renderPage(<Uploader {...options} draftId="ticket-1" onSession={onSession} />)
  const first = latest()
  first.add([createFile()])
  await transport.nextRequest()
  show(<Uploader {...options} draftId="ticket-2" onSession={onSession} />)
  expect(latest()).not.toBe(first)
  expect(screen.getByRole('status')).toBeEmptyDOMElement()
  show(<Uploader {...options} draftId="ticket-1" onSession={onSession} />)
  expect(latest()).toBe(first)
})

it('takes files along when a new draft gets its id', async () => {
  const { transport, options, onSession, latest } = setUp()
  const { show } = renderPage(<Uploader {...options} onSession={onSession} />)
  latest().add([createFile()])
  const request = await transport.nextRequest()
  show(<Uploader {...options} draftId="ticket-1" onSession={onSession} />)
  request.respond()
  await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('done'))
})

it('begins another session for another vendor', async () => {
  const { transport, options, onSession, latest } = setUp()
  const { show } = renderPage(<Uploader {...options} draftId="ticket-1" onSession={onSession} />)
  const first = latest()
  first.add([createFile()])
  const request = await transport.nextRequest()
  const other = createUploadDoubles({ name: 'other-vendor' })
  show(<Uploader {...other.options} draftId="ticket-1" onSession={onSession} />)
  expect(latest()).not.toBe(first)
  expect(request.signal.aborted).toBe(false)
})

it('two components with the same draft share its session', () => {
  const { options, sessions, onSession } = setUp()
  renderPage([1, 2].map((key) => <Uploader key={key} {...options} draftId="ticket-1" onSession={onSession} />))
  expect(sessions).toHaveLength(2)
  expect(sessions[0]).toBe(sessions[1])
})

it('cancels what is unfinished when the provider itself unmounts', async () => {
  const { transport, options, onSession, latest } = setUp()
  const Wrapper = createWrapper()
  const uploader = <Uploader {...options} draftId="ticket-1" onSession={onSession} />
  const { unmount } = render(uploader, { wrapper: Wrapper })
  latest().add([createFile()])
  const request = await transport.nextRequest()
  unmount()
  await waitFor(() => expect(request.signal.aborted).toBe(true))
})

it('says what to do when a draft has no provider', () => {
  const { options } = setUp()
  vi.spyOn(console, 'error').mockReturnValue()
  expect(() => render(<Uploader {...options} draftId="ticket-1" />)).toThrow(
    'draftId "ticket-1" needs an <AttachkitProvider> near the root',
  )
})
