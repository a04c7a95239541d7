import { render } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Session } from '../../src/engine/sessionTypes.ts'
import { useSignedUpload, type SignedUploadOptions } from '../../src/react/useSignedUpload.ts'
import { useUnloadGuard } from '../../src/react/useUnloadGuard.ts'
import { createFile, createUploadDoubles, createWrapper, updateLikeAnApp } from './uploadHarness.tsx'
import { patient } from '../support/patient.ts'

beforeEach(updateLikeAnApp)
afterEach(() => void vi.unstubAllGlobals().restoreAllMocks())

/** The page's listeners of these kinds, as they are added and removed. */
function watchListeners(...types: string[]) {
  const listeners: unknown[] = []
  const add = window.addEventListener.bind(window)
  const remove = window.removeEventListener.bind(window)
  vi.spyOn(window, 'addEventListener').mockImplementation((...args: Parameters<typeof add>) => {
    if (types.includes(args[0]) && !listeners.includes(args[1])) listeners.push(args[1])
    add(...args)
  })
  vi.spyOn(window, 'removeEventListener').mockImplementation((...args: Parameters<typeof remove>) => {
    if (types.includes(args[0]) && listeners.includes(args[1])) listeners.splice(listeners.indexOf(args[1]), 1)
    remove(...args)
  })
  return listeners
}

function Guarded({ onSession, ...options }: SignedUploadOptions & { onSession: (upload: Session) => void }) {
  const upload = useSignedUpload(options)
  useUnloadGuard(upload)
  onSession(upload)
  return null
}

function setUp(options: Partial<SignedUploadOptions> = {}) {
  const doubles = createUploadDoubles()
  let upload: Session | undefined
  const page = (
    <Guarded {...doubles.options} progressIntervalMs={100} {...options} onSession={(session) => (upload = session)} />
  )
  const { rerender, unmount } = render(page, { wrapper: createWrapper() })
  const show = (isShown: boolean) => rerender(isShown ? page : null)
  return { ...doubles, show, unmount, upload: () => upload as Session }
}

const hide = (persisted = false) => window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted }))
const comeBack = () => window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))
/** Whether the browser would ask. */
const asks = () => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }))

it('R06 asks once for all sessions, while files of any are unfinished', async () => {
  const listeners = watchListeners('beforeunload')
  const first = setUp()
  const second = setUp()
  expect(listeners).toHaveLength(0)
  first.upload().add([createFile()])
  second.upload().add([createFile()])
  expect(listeners).toHaveLength(1)
  expect(asks()).toBe(true)
  ;(await first.transport.nextRequest()).respond()
  await first.upload().settled()
  expect(listeners).toHaveLength(1)
  ;(await second.transport.nextRequest()).respond()
  await second.upload().settled()
  expect(listeners).toHaveLength(0)
  expect(asks()).toBe(false)
})

it('R06 asks for paused files too, and not for failed ones', async () => {
  const listeners = watchListeners('beforeunload')
  const { transport, upload } = setUp()
  upload().add([createFile()])
  const request = await transport.nextRequest()
  upload().pause()
  expect(listeners).toHaveLength(1)
  expect(request.signal.aborted).toBe(true)
  upload().resume()
  ;(await transport.nextRequest()).fail({ code: 'forbidden', status: 403 })
  await upload().settled()
  expect(listeners).toHaveLength(0)
})

it('R06 goes on asking for a draft whose component is gone', async () => {
  const listeners = watchListeners('beforeunload')
  const { show, transport, upload } = setUp({ draftId: 'ticket-1' })
  upload().add([createFile()])
  const request = await transport.nextRequest()
  show(false)
  show(true)
  show(false)
  await Promise.resolve()
  expect(listeners).toHaveLength(1)
  request.respond()
  await upload().settled()
  expect(listeners).toHaveLength(0)
})

it('R06 a cancelled session is not asked for', async () => {
  const listeners = watchListeners('beforeunload')
  const { transport, unmount, upload } = setUp()
  upload().add([createFile()])
  await transport.nextRequest()
  unmount()
  await vi.waitFor(() => expect(listeners).toHaveLength(0), patient)
})

it('R46 a page that goes reports what it leaves unattached once, with keepalive', async () => {
  const { adapter, transport, upload } = setUp()
  upload().add([createFile('done.pdf'), createFile('moving.pdf')])
  ;(await transport.nextRequest()).respond()
  const moving = await transport.nextRequest()
  await vi.waitFor(() => expect(adapter.count('commitUpload')).toBe(1), patient)
  hide()
  hide()
  expect(moving.signal.aborted).toBe(true)
  const discards = adapter.calls.filter(({ operation }) => operation === 'discardUpload')
  expect(discards).toMatchObject([{ request: { handle: 'object-2', keepalive: true } }])
})

it('R46 a draft is taken up after a reload: nothing of it is discarded', async () => {
  const { adapter, transport, upload } = setUp({ draftId: 'ticket-1' })
  upload().add([createFile()])
  const moving = await transport.nextRequest()
  hide()
  expect(moving.signal.aborted).toBe(false)
  expect(adapter.count('discardUpload')).toBe(0)
})

it('R46 a page that the browser kept sends its files anew when it is back', async () => {
  const { adapter, transport, upload } = setUp()
  upload().add([createFile()])
  ;(await transport.nextRequest()).progress(50)
  hide(true)
  comeBack()
  ;(await transport.nextRequest()).respond()
  const state = await upload().settled()
  expect([...state.items.values()]).toMatchObject([{ status: 'done', handle: 'object-2' }])
  expect(adapter.count('discardUpload')).toBe(1)
  expect(adapter.count('commitUpload')).toBe(1)
})

it('a page without guarded sessions has none of its listeners', async () => {
  const listeners = watchListeners('pagehide', 'pageshow')
  const { unmount, upload } = setUp()
  expect(listeners).toHaveLength(2)
  unmount()
  await upload().settled()
  await vi.waitFor(() => expect(listeners).toHaveLength(0), patient)
})
