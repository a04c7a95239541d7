import { render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { selectIds, selectItem } from '../../src/engine/selectors.ts'
import { createSession } from '../../src/engine/session.ts'
import type { Session } from '../../src/engine/sessionTypes.ts'
import { useSession } from '../../src/react/useSession.ts'
import { createFile, createUploadDoubles, statusesOf, updateLikeAnApp } from './uploadHarness.tsx'

beforeEach(updateLikeAnApp)
afterEach(() => void vi.unstubAllGlobals())

function setUp() {
  const { transport, options } = createUploadDoubles()
  const session = createSession({ ...options, transports: { 'signed-put': transport }, progressIntervalMs: 0 })
  return { transport, session }
}

it('a tick renders the row it is about and nothing else', async () => {
  const { transport, session } = setUp()
  const renders: string[] = []
  function Row({ id }: { id: string }) {
    const item = useSession(session, (state) => selectItem(state, id))
    renders.push(item?.meta.name ?? '')
    return <li>{item?.sentBytes}</li>
  }
  function List() {
    renders.push('list')
    return useSession(session, selectIds).map((id) => <Row key={id} id={id} />)
  }
  session.add([createFile('still.pdf'), createFile('moving.pdf')])
  render(<List />)
  await transport.nextRequest()
  const moving = await transport.nextRequest()
  await waitFor(() => expect(statusesOf(session.getSnapshot())).toEqual(['uploading', 'uploading']))
  moving.progress(10)
  await waitFor(() => expect(screen.getByText('10')).toBeInTheDocument())

  renders.length = 0
  moving.progress(20)
  await waitFor(() => expect(screen.getByText('20')).toBeInTheDocument())
  expect(renders).toEqual(['moving.pdf'])
})

it('an inline selector of a fresh object renders again only when isEqual says so', async () => {
  const { transport, session } = setUp()
  const shown: Array<{ done: number }> = []
  function Counter() {
    const counts = useSession(
      session,
      (state) => ({ done: statusesOf(state).filter((status) => status === 'done').length }),
      (a, b) => a.done === b.done,
    )
    shown.push(counts)
    return <output>{counts.done}</output>
  }
  render(<Counter />)
  session.add([createFile()])
  const request = await transport.nextRequest()
  request.progress(50)
  request.respond()
  await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('1'))
  expect(shown).toEqual([{ done: 0 }, { done: 1 }])
})

it('keeps the reference over renders of the parent, although the selector is a new one', () => {
  const { session } = setUp()
  const shown: unknown[] = []
  function Statuses() {
    shown.push(
      useSession(
        session,
        (state) => statusesOf(state),
        (a, b) => a.join() === b.join(),
      ),
    )
    return null
  }
  const { rerender } = render(<Statuses />)
  rerender(<Statuses />)
  expect(shown).toHaveLength(2)
  expect(shown[0]).toBe(shown[1])
})

it('reads another session as soon as it is given one', () => {
  const [first, second] = [setUp().session, setUp().session]
  second.add([createFile()])
  function Count({ upload }: { upload: Session }) {
    return <output>{useSession(upload, (state) => state.ids.length)}</output>
  }
  const { rerender } = render(<Count upload={first} />)
  expect(screen.getByRole('status')).toHaveTextContent('0')
  rerender(<Count upload={second} />)
  expect(screen.getByRole('status')).toHaveTextContent('1')
})
