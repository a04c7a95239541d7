import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createSession } from '../../src/engine/session.ts'
import type { SessionOptions } from '../../src/engine/sessionTypes.ts'
import { createScriptedAdapter } from '../../src/testing/scriptedAdapter.ts'
import { createScriptedTransport } from '../../src/testing/scriptedTransport.ts'
import { fileOf } from '../support/items.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function setUp(options: Partial<SessionOptions<'signed-put'>> = {}) {
  const adapter = createScriptedAdapter()
  const transport = createScriptedTransport()
  const session = createSession({ adapter, transports: { 'signed-put': transport }, ...options })
  const statuses = () => [...session.getSnapshot().items.values()].map(({ status }) => status)
  return { adapter, session, statuses, transport }
}

it('clear with ids forgets these and keeps the others going', async () => {
  const { adapter, session, statuses, transport } = setUp()
  const [attached = ''] = session.add([fileOf(10), fileOf(10)])
  ;(await transport.nextRequest()).respond()
  const moving = await transport.nextRequest()
  await vi.advanceTimersByTimeAsync(0)
  expect(statuses()).toEqual(['done', 'uploading'])
  session.clear([attached])
  expect(statuses()).toEqual(['uploading'])
  expect(moving.signal.aborted).toBe(false)
  expect(adapter.count('discardUpload')).toBe(0)
  session.dispose()
})

it('R36 an attachment that is in the session and in the refetched list counts once', async () => {
  const { session, statuses, transport } = setUp({ rules: { maxFiles: 2 } })
  session.add([fileOf(10)])
  ;(await transport.nextRequest()).respond()
  await session.settled()
  session.configure({ existing: [{ handle: 'object-1', name: 'report.pdf', size: 10 }] })
  session.add([fileOf(10), fileOf(10)])
  expect(statuses()).toEqual(['done', 'queued', 'rejected'])
  session.dispose()
})
