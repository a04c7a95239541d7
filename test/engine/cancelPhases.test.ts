import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createSession } from '../../src/engine/session.ts'
import type { Session, SessionOptions } from '../../src/engine/sessionTypes.ts'
import { createScriptedAdapter, scriptedCredential } from '../../src/testing/scriptedAdapter.ts'
import { createScriptedTransport } from '../../src/testing/scriptedTransport.ts'
import { deferred } from '../support/deferred.ts'
import { fileOf } from '../support/items.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const settle = () => vi.advanceTimersByTimeAsync(0)

/** A session whose credential and commit calls wait for their gate. */
function setUp(options: Partial<SessionOptions<'signed-put'>> = {}) {
  const signing = deferred()
  const committing = deferred()
  const adapter = createScriptedAdapter({
    requestUpload: async () => {
      await signing.promise
      return scriptedCredential(`object-${adapter.count('requestUpload')}`)
    },
    commitUpload: async ({ handle, file }) => {
      await committing.promise
      return { handle, name: file.name }
    },
  })
  const transport = createScriptedTransport()
  const onDone = vi.fn<() => void>()
  const session = createSession({
    adapter,
    transports: { 'signed-put': transport },
    callbacks: { onDone },
    concurrency: 1,
    ...options,
  })
  return { adapter, committing, onDone, session, signing, transport }
}

type World = ReturnType<typeof setUp>

/** Brings the last file of the session into a phase; `asked` credentials for it, `discards` of its object. */
const phases: Array<{
  phase: string
  status: string
  asked: number
  discards: number
  reach: (world: World) => unknown
}> = [
  {
    phase: 'in the queue',
    status: 'queued',
    asked: 0,
    discards: 0,
    reach: async ({ session }) => void session.add([fileOf(10)]),
  },
  { phase: 'while the credential is asked for', status: 'preparing', asked: 1, discards: 0, reach: settle },
  {
    phase: 'while bytes move',
    status: 'uploading',
    asked: 1,
    discards: 1,
    reach: async ({ signing, transport }) => {
      signing.resolve()
      ;(await transport.nextRequest()).progress(5)
    },
  },
  {
    phase: 'when all bytes are sent and the answer is due',
    status: 'uploading',
    asked: 1,
    discards: 1,
    reach: async ({ signing, transport }) => {
      signing.resolve()
      ;(await transport.nextRequest()).progress(10)
    },
  },
  {
    phase: 'while a retry is waited for',
    status: 'uploading',
    asked: 1,
    discards: 1,
    reach: async ({ signing, transport }) => {
      signing.resolve()
      ;(await transport.nextRequest()).fail({ code: 'server-error', status: 500 })
      await settle()
    },
  },
  {
    phase: 'while it is paused',
    status: 'paused',
    asked: 1,
    discards: 1,
    reach: async ({ session, signing, transport }) => {
      signing.resolve()
      await transport.nextRequest()
      session.pause()
    },
  },
]

/** What the backend was asked for an item: credentials, commits, verdicts. */
function callsFor(adapter: World['adapter'], itemId: string | undefined) {
  return adapter.calls.flatMap(({ operation, request }) =>
    (request as { itemId?: string }).itemId === itemId ? [operation] : [],
  )
}

function lastOf(session: Session) {
  const { ids, items } = session.getSnapshot()
  return items.get(ids.at(-1) ?? '')
}

describe('R44 cancel', () => {
  it.each(phases)('$phase: shown at once, nothing later, discards $discards', async (row) => {
    const world = setUp()
    const { adapter, committing, onDone, session, signing, transport } = world
    session.add([fileOf(10)])
    await settle()
    await row.reach(world)
    const before = lastOf(session)
    expect(before?.status).toBe(row.status)
    session.cancel(before?.id ?? '')
    const cancelled = lastOf(session)
    expect(cancelled?.status).toBe('cancelled')
    if (row.status !== 'queued') {
      signing.resolve()
      committing.resolve()
    }
    await vi.advanceTimersByTimeAsync(300_000)
    expect(lastOf(session)).toBe(cancelled)
    expect(onDone).not.toHaveBeenCalled()
    expect(transport.inFlight()).toBe(0)
    expect(callsFor(adapter, cancelled?.id)).toEqual(Array(row.asked).fill('requestUpload'))
    expect(adapter.count('discardUpload')).toBe(row.discards)
    session.dispose()
  })

  it('while it is committed: the row goes at once and the object is discarded once', async () => {
    const { adapter, committing, onDone, session, signing, transport } = setUp()
    const [id = ''] = session.add([fileOf(10)])
    signing.resolve()
    ;(await transport.nextRequest()).respond()
    await settle()
    expect(lastOf(session)?.status).toBe('committing')
    session.cancel(id)
    expect(session.getSnapshot().ids).toEqual([])
    expect(adapter.count('discardUpload')).toBe(0)
    committing.resolve()
    await settle()
    expect(adapter.count('discardUpload')).toBe(1)
    expect(onDone).not.toHaveBeenCalled()
  })
})
