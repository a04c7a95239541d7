import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createSession } from '../../src/engine/session.ts'
import type { SessionOptions } from '../../src/engine/sessionTypes.ts'
import { createScriptedAdapter } from '../../src/testing/scriptedAdapter.ts'
import { createScriptedTransport } from '../../src/testing/scriptedTransport.ts'
import { deferred } from '../support/deferred.ts'
import { fileOf } from '../support/items.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

type Answers = Parameters<typeof createScriptedAdapter>[0]

function setUp(answers: Answers = {}, options: Partial<SessionOptions<'signed-put'>> = {}) {
  const adapter = createScriptedAdapter(answers)
  const transport = createScriptedTransport()
  const session = createSession({ adapter, transports: { 'signed-put': transport }, ...options })
  const statuses = () => [...session.getSnapshot().items.values()].map(({ status }) => status)
  const discards = () =>
    adapter.calls.flatMap(({ operation, request }) => {
      if (operation !== 'discardUpload') return []
      const { handle, keepalive } = request as { handle: string; keepalive: boolean }
      return [`${handle}${keepalive ? ' keepalive' : ''}`]
    })
  return { adapter, discards, session, statuses, transport }
}

const settle = () => vi.advanceTimersByTimeAsync(0)

it('R46 leaving reports each unattached object once, in requests that outlive the page', async () => {
  const { discards, session, statuses, transport } = setUp({}, { concurrency: 2 })
  session.add([fileOf(10, 'done.pdf'), fileOf(10, 'failed.pdf'), fileOf(10, 'moving.pdf'), fileOf(10, 'waiting.pdf')])
  session.add([fileOf(10, 'waiting too.pdf')])
  ;(await transport.nextRequest()).respond()
  ;(await transport.nextRequest()).fail({ code: 'forbidden', status: 403 })
  const moving = await transport.nextRequest()
  await transport.nextRequest()
  await settle()
  session.leave()
  expect(moving.signal.aborted).toBe(true)
  expect(statuses()).toEqual(['done', 'failed', 'paused', 'paused', 'queued'])
  session.leave()
  await settle()
  expect(discards()).toEqual(['object-2 keepalive', 'object-3 keepalive', 'object-4 keepalive'])
})

it('R46 a file that is being committed is taken back when the page goes', async () => {
  const commit = deferred()
  const { discards, session, statuses, transport } = setUp({
    commitUpload: async ({ handle, file }) => {
      await commit.promise
      return { handle, name: file.name }
    },
  })
  const [kept = '', removed = ''] = session.add([fileOf(10), fileOf(10)])
  ;(await transport.nextRequest()).respond()
  ;(await transport.nextRequest()).respond()
  await settle()
  session.remove(removed)
  session.leave()
  commit.resolve()
  await settle()
  expect(discards().toSorted()).toEqual(['object-1 keepalive', 'object-2 keepalive'])
  expect(statuses()).toEqual(['paused'])
  expect(session.getSnapshot().ids).toEqual([kept])
})

it('a page that comes back sends what it had given up from its beginning', async () => {
  const { adapter, session, statuses, transport } = setUp({}, { concurrency: 1 })
  session.add([fileOf(10), fileOf(10)])
  ;(await transport.nextRequest()).progress(5)
  session.leave()
  session.comeBack()
  const again = await transport.nextRequest()
  expect(adapter.calls.filter(({ operation }) => operation === 'requestUpload').at(-1)?.request).toMatchObject({
    attempt: 1,
    previousHandle: undefined,
  })
  again.respond()
  ;(await transport.nextRequest()).respond()
  await session.settled()
  expect(statuses()).toEqual(['done', 'done'])
  expect(session.getSnapshot().hold).toBeUndefined()
})

it('a failed commit sends its bytes anew after the page was away', async () => {
  let isRefused = true
  const { session, statuses, transport } = setUp({
    commitUpload: async ({ handle, file }) => {
      if (isRefused) throw Object.assign(new Error('no'), { code: 'forbidden' })
      return { handle, name: file.name }
    },
  })
  session.add([fileOf(10)])
  ;(await transport.nextRequest()).respond()
  await vi.advanceTimersByTimeAsync(300_000)
  expect(statuses()).toEqual(['failed'])
  session.leave()
  session.comeBack()
  expect(statuses()).toEqual(['failed'])
  isRefused = false
  session.retryAll()
  ;(await transport.nextRequest()).respond()
  await session.settled()
  expect(statuses()).toEqual(['done'])
})

it('a pause of the user outlives leaving and coming back', async () => {
  const { session, statuses, transport } = setUp()
  session.add([fileOf(10)])
  await transport.nextRequest()
  session.pause()
  session.leave()
  session.comeBack()
  expect(statuses()).toEqual(['paused'])
  expect(session.getSnapshot().hold).toBe('user')
})

it('leaving with everything settled holds nothing', async () => {
  const { discards, session, transport } = setUp()
  session.add([fileOf(10)])
  ;(await transport.nextRequest()).respond()
  await session.settled()
  session.leave()
  expect(session.getSnapshot().hold).toBeUndefined()
  expect(discards()).toEqual([])
})

it('leaves files that wait for their start as they are', async () => {
  const { session, statuses, transport } = setUp({}, { autoUpload: false })
  session.add([fileOf(10)])
  session.leave()
  session.comeBack()
  await settle()
  expect(statuses()).toEqual(['queued'])
  expect(transport.count()).toBe(0)
})
