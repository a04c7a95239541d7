import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { SessionOptions } from '../../src/engine/sessionTypes.ts'
import { createScriptedAdapter } from '../../src/testing/scriptedAdapter.ts'
import { createScriptedTransport } from '../../src/testing/scriptedTransport.ts'
import { fileOf } from '../support/items.ts'
import { patient } from '../support/patient.ts'

const uploadsModule = '../../src/engine/uploads.ts'
const lost = new TypeError('Failed to fetch dynamically imported module')

// A page that was just opened: nothing is loaded yet.
beforeEach(() => void vi.resetModules())
afterEach(() => {
  vi.doUnmock(uploadsModule)
  vi.unstubAllGlobals()
})

async function setUp(options: Partial<SessionOptions<'signed-put'>> = {}) {
  const { createSession } = await import('../../src/engine/session.ts')
  const adapter = createScriptedAdapter()
  const transport = createScriptedTransport()
  const session = createSession({ adapter, transports: { 'signed-put': transport }, ...options })
  const items = () => [...session.getSnapshot().items.values()]
  const statuses = () => items().map(({ status }) => status)
  return { adapter, transport, session, items, statuses }
}

it('R77 the first file loads the code that uploads, and is uploaded', async () => {
  const { session, statuses, transport } = await setUp()
  session.add([fileOf(10), fileOf(10)])
  expect(statuses()).toEqual(['queued', 'queued'])
  ;(await transport.nextRequest()).respond()
  ;(await transport.nextRequest()).respond()
  await session.settled()
  expect(statuses()).toEqual(['done', 'done'])
})

it('warms the adapter and the transports with the first file', async () => {
  const warmed: string[] = []
  const adapter = { ...createScriptedAdapter(), warm: () => void warmed.push('adapter') }
  const transport = { ...createScriptedTransport(), warm: () => void warmed.push('transport') }
  const { session } = await setUp({ adapter, transports: { 'signed-put': transport } })
  expect(warmed).toEqual([])
  session.add([fileOf(10)])
  await vi.waitFor(() => expect(warmed).toEqual(['adapter', 'transport']), patient)
  session.dispose()
})

it('a file whose upload code cannot be loaded fails and is kept', async () => {
  vi.doMock(uploadsModule, () => Promise.reject(lost))
  const { session, items, adapter, transport } = await setUp()
  session.add([fileOf(10), fileOf(10)])
  await session.settled()
  for (const item of items()) {
    expect(item).toMatchObject({ status: 'failed', error: { code: 'network', stage: 'transfer', retryable: true } })
  }
  expect(adapter.count('discardUpload')).toBe(0)

  vi.doUnmock(uploadsModule)
  session.retryAll()
  ;(await transport.nextRequest()).respond()
  ;(await transport.nextRequest()).respond()
  await session.settled()
  expect(items().map(({ status }) => status)).toEqual(['done', 'done'])
})

it('says offline, and begins no import, while there is no network', async () => {
  vi.stubGlobal('navigator', { onLine: false })
  const { session, items } = await setUp()
  session.add([fileOf(10)])
  await session.settled()
  expect(items()).toMatchObject([{ status: 'failed', error: { code: 'offline' } }])
})

it('a handler that tries again at once does not try for ever in the same breath', async () => {
  vi.doMock(uploadsModule, () => Promise.reject(lost))
  let tries = 0
  const { session } = await setUp({
    callbacks: {
      onFail: (item) => {
        tries += 1
        if (tries < 3) session.retry(item.id)
      },
    },
  })
  session.add([fileOf(10)])
  await vi.waitFor(() => expect(tries).toBe(3), patient)
})

it('cancel and pause hold before the code is there, too', async () => {
  const { session, statuses, transport, adapter } = await setUp()
  const [first] = session.add([fileOf(10), fileOf(10)])
  session.cancel(first ?? '')
  session.pause()
  await vi.dynamicImportSettled()
  expect(statuses()).toEqual(['cancelled', 'queued'])
  expect(adapter.count('requestUpload')).toBe(0)
  session.resume()
  ;(await transport.nextRequest()).respond()
  await session.settled()
  expect(statuses()).toEqual(['cancelled', 'done'])
})
