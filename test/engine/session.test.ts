import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { UploadError } from '../../src/engine/errors.ts'
import type { Connectivity } from '../../src/engine/ports.ts'
import { selectAttachments } from '../../src/engine/selectors.ts'
import { selectTotals } from '../../src/engine/totals.ts'
import { createSession } from '../../src/engine/session.ts'
import type { SessionCallbacks, SessionOptions } from '../../src/engine/sessionTypes.ts'
import { createScriptedAdapter, scriptedCredential } from '../../src/testing/scriptedAdapter.ts'
import { createScriptedTransport } from '../../src/testing/scriptedTransport.ts'
import { deferred } from '../support/deferred.ts'
import { fileOf } from '../support/items.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

type Options = Partial<Omit<SessionOptions<'signed-put'>, 'adapter'>> & {
  answers?: Parameters<typeof createScriptedAdapter>[0]
}

function setUp({ answers = {}, ...options }: Options = {}) {
  const adapter = createScriptedAdapter(answers)
  const transport = createScriptedTransport()
  const session = createSession({ adapter, transports: { 'signed-put': transport }, ...options })
  const statuses = () => session.getSnapshot().ids.map((id) => session.getSnapshot().items.get(id)?.status)
  const item = (id: string | undefined) => session.getSnapshot().items.get(id ?? '')
  return { adapter, item, session, statuses, transport }
}

/** Lets promises run without moving time. */
const settle = () => vi.advanceTimersByTimeAsync(0)

function hand<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('expected a value')
  return value
}

describe('session', () => {
  it('R35 as many items come out as files went in', () => {
    const { session, statuses } = setUp({ rules: { accept: ['.pdf'], maxFiles: 2 } })
    session.add([fileOf(1), fileOf(1, 'a.exe', ''), fileOf(1), fileOf(1), fileOf(0)])
    expect(statuses()).toEqual(['queued', 'rejected', 'queued', 'rejected', 'rejected'])
  })

  it('R07 asks for a credential only when a slot is free', async () => {
    const { adapter, session, transport } = setUp()
    session.add(Array.from({ length: 1000 }, () => fileOf(10)))
    await settle()
    expect(adapter.count('requestUpload')).toBe(3)
    ;(await transport.nextRequest()).respond()
    await settle()
    expect(adapter.count('requestUpload')).toBe(4)
    session.dispose()
  })

  it.each([
    ['three', { credentialsAhead: 10 }, 6],
    ['there are slots', { concurrency: 6, credentialConcurrency: 20, credentialsAhead: 20 }, 12],
  ])('R07 keeps no more credentials unused than %s when it asks ahead', async (_, options, asked) => {
    const { adapter, session, transport } = setUp(options)
    session.add(Array.from({ length: 1000 }, () => fileOf(10)))
    await settle()
    expect(adapter.count('requestUpload')).toBe(asked)
    ;(await transport.nextRequest()).respond()
    await settle()
    expect(adapter.count('requestUpload')).toBe(asked + 1)
    session.dispose()
  })

  it('sends with the credential that was asked for ahead, in the order of the line', async () => {
    const { adapter, session, transport } = setUp({ concurrency: 1, credentialsAhead: 3 })
    session.add(Array.from({ length: 5 }, () => fileOf(10)))
    const handles: string[] = []
    for (let at = 0; at < 5; at += 1) {
      const request = await transport.nextRequest()
      handles.push(request.credential.handle)
      request.respond()
    }
    await session.settled()
    expect(handles).toEqual(['object-1', 'object-2', 'object-3', 'object-4', 'object-5'])
    expect(adapter.count('requestUpload')).toBe(5)
  })

  it('asks anew for a file whose credential grew old in line', async () => {
    const { adapter, session, transport } = setUp({
      concurrency: 1,
      credentialsAhead: 1,
      answers: {
        requestUpload: () => Promise.resolve({ ...scriptedCredential('object'), expiry: { afterMs: 60_000 } }),
      },
    })
    session.add([fileOf(10), fileOf(10)])
    const first = await transport.nextRequest()
    await vi.advanceTimersByTimeAsync(45_000)
    first.respond()
    await transport.nextRequest()
    expect(adapter.count('requestUpload')).toBe(3)
    session.dispose()
  })

  it('asks ahead for nothing behind a large file', async () => {
    const { adapter, session } = setUp({ concurrency: 1, credentialsAhead: 3 })
    session.add([fileOf(10), fileOf(1024 * 1024 + 1), fileOf(10)])
    await settle()
    expect(adapter.count('requestUpload')).toBe(1)
    session.dispose()
  })

  it('asks again, and tells, where asking ahead failed', async () => {
    let asked = 0
    const { session, transport } = setUp({
      concurrency: 1,
      credentialsAhead: 1,
      answers: {
        requestUpload: () => {
          asked += 1
          if (asked === 2) return Promise.reject(new UploadError({ code: 'server-error', stage: 'credentials' }))
          return Promise.resolve(scriptedCredential(`object-${asked}`))
        },
      },
    })
    session.add([fileOf(10), fileOf(10)])
    ;(await transport.nextRequest()).respond()
    const second = await transport.nextRequest()
    expect(second.credential.handle).toBe('object-3')
    session.dispose()
  })

  it('R69 runs three transfers and two credential calls at once', async () => {
    const gates = Array.from({ length: 10 }, () => deferred())
    let asked = 0
    const { session, transport } = setUp({
      answers: {
        requestUpload: async () => {
          const index = asked++
          await gates[index]?.promise
          return scriptedCredential(`object-${index}`)
        },
      },
    })
    session.add(Array.from({ length: 10 }, () => fileOf(10)))
    await settle()
    expect(asked).toBe(2)
    for (const gate of gates) gate.resolve()
    await settle()
    expect(transport.mostInFlight()).toBe(3)
    session.dispose()
  })

  it('R49 two equal files are two items with two objects', async () => {
    const { session, transport } = setUp({ duplicates: 'allow' })
    const file = fileOf(10)
    const ids = session.add([file, file])
    expect(new Set(ids).size).toBe(2)
    ;(await transport.nextRequest()).respond()
    ;(await transport.nextRequest()).respond()
    const state = await session.settled()
    expect(selectAttachments(state).map(({ handle }) => handle)).toEqual(['object-1', 'object-2'])
  })

  it('R24 totals weigh bytes over queued files too', async () => {
    const { session, transport } = setUp({ concurrency: 1 })
    session.add(Array.from({ length: 10 }, () => fileOf(1000)))
    ;(await transport.nextRequest()).respond()
    const second = await transport.nextRequest()
    second.progress(500)
    expect(selectTotals(session.getSnapshot())).toMatchObject({ sentBytes: 1500, totalBytes: 10_000, fraction: 0.15 })
    session.dispose()
  })

  it('R68 publishes five times a second, whatever comes in', async () => {
    const { session, transport } = setUp()
    session.add([fileOf(100_000)])
    const request = await transport.nextRequest()
    await vi.advanceTimersByTimeAsync(200)
    let published = 0
    session.subscribe(() => (published += 1))
    for (let tick = 1; tick <= 1000; tick += 1) {
      request.progress(tick * 100)
      await vi.advanceTimersByTimeAsync(1)
    }
    expect(published).toBeGreaterThanOrEqual(4)
    expect(published).toBeLessThanOrEqual(6)
    session.dispose()
  })

  it('R01 publishes what comes of what a person did after half of the interval, and all else after a whole one', async () => {
    const { session, transport } = setUp({ progressIntervalMs: 200 })
    session.add([fileOf(1000)])
    const request = await transport.nextRequest()
    let told = 0
    session.subscribe(() => void (told += 1))
    request.progress(100)
    await vi.advanceTimersByTimeAsync(99)
    expect(told).toBe(0)
    await vi.advanceTimersByTimeAsync(1)
    expect(told).toBe(1)
    request.progress(200)
    await vi.advanceTimersByTimeAsync(199)
    expect(told).toBe(1)
    await vi.advanceTimersByTimeAsync(1)
    expect(told).toBe(2)
    session.dispose()
  })

  it('R75 tells a transport which files come next: those that have a slot, then those that wait', async () => {
    const adapter = createScriptedAdapter({
      requestUpload: ({ file }) => (file.size === 1 ? Promise.resolve(scriptedCredential('a')) : new Promise(() => {})),
    })
    const seen: number[][] = []
    const session = createSession({
      adapter,
      concurrency: 2,
      transports: {
        'signed-put': {
          send: ({ upcoming }) => {
            seen.push([...(upcoming?.() ?? [])].map(({ size }) => size))
            return new Promise(() => {})
          },
        },
      },
    })
    session.add([1, 2, 3, 4].map((bytes) => fileOf(bytes)))
    await settle()
    expect(seen).toEqual([[2, 3, 4]])
    session.dispose()
  })

  it('R01 publishes the end of the last file at once', async () => {
    const { session, transport } = setUp()
    const [id = ''] = session.add([fileOf(100)])
    const request = await transport.nextRequest()
    await vi.advanceTimersByTimeAsync(200)
    request.progress(50)
    const published: string[] = []
    session.subscribe(() => published.push(session.getSnapshot().items.get(id)?.status ?? 'gone'))
    request.progress(60)
    request.respond()
    await settle()
    expect(published).toEqual(['done'])
    session.dispose()
  })

  it('R68 a tick changes one item and keeps the list of ids', async () => {
    const { session, transport } = setUp()
    const [first, second] = session.add([fileOf(100), fileOf(100)])
    const request = await transport.nextRequest()
    await transport.nextRequest()
    const before = session.getSnapshot()
    request.progress(50)
    const after = session.getSnapshot()
    expect(after.ids).toBe(before.ids)
    expect(after.items.get(hand(second))).toBe(before.items.get(hand(second)))
    expect(after.items.get(hand(first))).not.toBe(before.items.get(hand(first)))
    session.dispose()
  })

  it('R44 cancel stops the transfer, discards once and hears nothing later', async () => {
    const onDone = vi.fn<NonNullable<SessionCallbacks['onDone']>>()
    const { adapter, item, session, transport } = setUp({ callbacks: { onDone } })
    const [id] = session.add([fileOf(100)])
    const request = await transport.nextRequest()
    session.cancel(hand(id))
    expect(item(id)?.status).toBe('cancelled')
    expect(request.signal.aborted).toBe(true)
    request.progress(100)
    request.respond()
    await settle()
    expect(item(id)?.status).toBe('cancelled')
    expect(adapter.count('discardUpload')).toBe(1)
    expect(adapter.count('commitUpload')).toBe(0)
    expect(onDone).not.toHaveBeenCalled()
  })

  it('R44 a cancelled file in the queue never reaches the backend', async () => {
    const { adapter, session, transport } = setUp({ concurrency: 1 })
    const [, waiting] = session.add([fileOf(1), fileOf(1)])
    session.cancel(hand(waiting))
    ;(await transport.nextRequest()).respond()
    await session.settled()
    expect(adapter.count('requestUpload')).toBe(1)
    expect(adapter.count('discardUpload')).toBe(0)
  })

  it('R46 a file removed while it is committed is taken back once it is', async () => {
    const commit = deferred()
    const { adapter, session, statuses, transport } = setUp({
      answers: {
        commitUpload: async ({ handle, file }) => {
          await commit.promise
          return { handle, name: file.name }
        },
      },
    })
    const [id] = session.add([fileOf(10)])
    ;(await transport.nextRequest()).respond()
    await settle()
    expect(statuses()).toEqual(['committing'])
    session.remove(hand(id))
    expect(statuses()).toEqual([])
    expect(adapter.count('discardUpload')).toBe(0)
    commit.resolve()
    await settle()
    expect(adapter.count('discardUpload')).toBe(1)
  })

  it('R46 removing a done file discards it, clearing after submit does not', async () => {
    const { adapter, session, transport } = setUp()
    const [first] = session.add([fileOf(10), fileOf(10)])
    ;(await transport.nextRequest()).respond()
    ;(await transport.nextRequest()).respond()
    await session.settled()
    session.remove(hand(first))
    expect(adapter.calls.at(-1)).toMatchObject({ operation: 'discardUpload', request: { handle: 'object-1' } })
    session.clear()
    expect(adapter.count('discardUpload')).toBe(1)
  })

  it('R46 an earlier object is discarded when a re-sign names another', async () => {
    const { adapter, session, transport } = setUp()
    session.add([fileOf(10)])
    ;(await transport.nextRequest()).fail({ code: 'credential-expired' })
    ;(await transport.nextRequest()).respond()
    await session.settled()
    const discarded = adapter.calls.filter(({ operation }) => operation === 'discardUpload')
    expect(discarded).toMatchObject([{ request: { handle: 'object-1' } }])
  })

  it('R31 retry all takes up failed files only', async () => {
    const { session, statuses, transport } = setUp()
    session.add([fileOf(10), fileOf(10), fileOf(0)])
    ;(await transport.nextRequest()).respond()
    ;(await transport.nextRequest()).fail({ code: 'forbidden' })
    await session.settled()
    expect(statuses()).toEqual(['done', 'failed', 'rejected'])
    session.retryAll()
    ;(await transport.nextRequest()).respond()
    await session.settled()
    expect(statuses()).toEqual(['done', 'done', 'rejected'])
  })

  it('R11 an ended session pauses the queue once and resume finishes it', async () => {
    let signedIn = false
    const onAuthRequired = vi.fn<() => void>()
    const { adapter, item, session, transport } = setUp({
      callbacks: { onAuthRequired },
      answers: {
        requestUpload: async () => {
          if (!signedIn) throw new UploadError({ code: 'unauthorized', stage: 'credentials', status: 401 })
          return scriptedCredential('object-1')
        },
      },
    })
    const ids = session.add(Array.from({ length: 5 }, () => fileOf(10)))
    await settle()
    expect(session.getSnapshot().hold).toBe('auth')
    expect(item(ids[0])).toMatchObject({ status: 'paused', reason: 'auth' })
    expect(onAuthRequired).toHaveBeenCalledOnce()
    expect(adapter.count('requestUpload')).toBe(3)
    signedIn = true
    session.resume()
    for (const _ of ids) (await transport.nextRequest()).respond()
    await session.settled()
    expect(selectTotals(session.getSnapshot())).toMatchObject({ done: 5, failed: 0 })
  })

  it('R29 goes on by itself when the network is back', async () => {
    const network = { online: true, listeners: new Set<() => void>() }
    const connectivity: Connectivity = {
      isOnline: () => network.online,
      subscribe: (listener) => {
        network.listeners.add(listener)
        return () => network.listeners.delete(listener)
      },
    }
    const turn = (online: boolean) => {
      network.online = online
      for (const listener of network.listeners) listener()
    }
    const { item, session, transport } = setUp({ connectivity })
    const [id] = session.add([fileOf(10)])
    const request = await transport.nextRequest()
    turn(false)
    request.fail({ code: 'network' })
    await settle()
    expect(item(id)).toMatchObject({ status: 'paused', reason: 'offline' })
    expect(session.getSnapshot().hold).toBe('offline')
    turn(true)
    ;(await transport.nextRequest()).respond()
    await session.settled()
    expect(network.listeners.size).toBe(0)
  })

  it('pause and resume by the user keep every file', async () => {
    const { session, statuses, transport } = setUp({ concurrency: 1 })
    session.add([fileOf(10), fileOf(10)])
    const first = await transport.nextRequest()
    session.pause()
    expect(first.signal.aborted).toBe(true)
    expect(statuses()).toEqual(['paused', 'queued'])
    session.resume()
    ;(await transport.nextRequest()).respond()
    ;(await transport.nextRequest()).respond()
    await session.settled()
    expect(statuses()).toEqual(['done', 'done'])
  })

  it('waits for start when autoUpload is off', async () => {
    const { adapter, session, transport } = setUp({ autoUpload: false })
    session.add([fileOf(10)])
    await settle()
    expect(adapter.count('requestUpload')).toBe(0)
    session.start()
    session.start()
    ;(await transport.nextRequest()).respond()
    await session.settled()
    expect(adapter.count('requestUpload')).toBe(1)
  })

  it('R39 callbacks are the latest given', async () => {
    const [early, late] = [vi.fn<() => void>(), vi.fn<() => void>()]
    const { session, transport } = setUp({ callbacks: { onDone: early } })
    session.add([fileOf(10)])
    session.configure({ callbacks: { onDone: late } })
    ;(await transport.nextRequest()).respond()
    await session.settled()
    expect(early).not.toHaveBeenCalled()
    expect(late).toHaveBeenCalledOnce()
  })

  it('R36 stored attachments count towards the limits', () => {
    const existing = [{ handle: 'a', name: 'a.pdf', size: 900 }]
    const { session, statuses } = setUp({ existing, rules: { maxTotalSize: 1000 } })
    session.add([fileOf(100), fileOf(1)])
    expect(statuses()).toEqual(['queued', 'rejected'])
  })

  it('reject-batch takes none of a drop that is too many', () => {
    const { item, session, statuses } = setUp({ overflow: 'reject-batch', rules: { maxFiles: 1 } })
    const [first] = session.add([fileOf(1), fileOf(1)])
    expect(statuses()).toEqual(['rejected', 'rejected'])
    expect(item(first)).toMatchObject({ reasons: [{ code: 'batch-rejected' }] })
  })

  it('dispose stops what runs and keeps what is done', async () => {
    const { adapter, session, transport } = setUp()
    session.add([fileOf(10), fileOf(10)])
    ;(await transport.nextRequest()).respond()
    const running = await transport.nextRequest()
    await settle()
    session.dispose()
    await settle()
    expect(running.signal.aborted).toBe(true)
    expect(adapter.calls.filter(({ operation }) => operation === 'discardUpload')).toMatchObject([
      { request: { handle: 'object-2' } },
    ])
    expect(vi.getTimerCount()).toBe(0)
  })

  it('reset discards what was stored and starts clean', async () => {
    const { adapter, session, statuses, transport } = setUp()
    session.add([fileOf(10)])
    ;(await transport.nextRequest()).respond()
    await session.settled()
    session.reset()
    expect(statuses()).toEqual([])
    expect(adapter.count('discardUpload')).toBe(1)
  })

  it('R51 an equal file is asked about and taken when wanted', () => {
    const { item, session, statuses } = setUp({ autoUpload: false })
    const file = fileOf(10)
    const [, second] = session.add([file, file, fileOf(10, 'other.pdf')])
    expect(item(second)).toMatchObject({ status: 'rejected', reasons: [{ code: 'duplicate' }] })
    session.admit(hand(second))
    expect(statuses()).toEqual(['queued', 'queued', 'queued'])
  })

  it('R51 the same name in another folder is another file', () => {
    const { session, statuses } = setUp({ duplicates: 'reject', autoUpload: false })
    const one = fileOf(10)
    const two = new File([one], one.name, { type: one.type, lastModified: one.lastModified })
    session.add([one, two], { relativePath: (file) => (file === one ? 'a/report.pdf' : 'b/report.pdf') })
    expect(statuses()).toEqual(['queued', 'queued'])
  })

  it('R51 a policy of reject lets nobody admit it', () => {
    const { item, session, statuses } = setUp({ duplicates: 'reject', autoUpload: false })
    const file = fileOf(10)
    const ids = session.add([file, file])
    expect(item(ids[1])).toMatchObject({ reasons: [{ code: 'duplicate', isFinal: true }] })
    session.admit(hand(ids[1]))
    expect(statuses()).toEqual(['queued', 'rejected'])
  })

  it('R43 a removed or failed file can be added again', async () => {
    const { session, statuses, transport } = setUp({ duplicates: 'ask' })
    const file = fileOf(10)
    const [first] = session.add([file])
    ;(await transport.nextRequest()).fail({ code: 'forbidden' })
    await session.settled()
    session.add([file])
    ;(await transport.nextRequest()).respond()
    await session.settled()
    session.remove(hand(first))
    expect(statuses()).toEqual(['done'])
  })

  it('R50 a rename keeps the extension and reaches the attachment', async () => {
    const { session, transport } = setUp()
    const [id] = session.add([fileOf(10, 'image.png', 'image/png')])
    ;(await transport.nextRequest()).respond()
    await session.settled()
    session.rename(hand(id), 'login-error')
    expect(selectAttachments(session.getSnapshot())).toMatchObject([{ name: 'login-error.png', handle: 'object-1' }])
  })

  it('R27 an upload ends in a hidden tab, whose timers and frames stand still', async () => {
    const { session, transport } = setUp()
    session.add([fileOf(20_000_000)])
    const request = await transport.nextRequest()
    for (let sent = 0; sent <= 20_000_000; sent += 1_000_000) request.progress(sent)
    request.respond()
    // Only promises run from here on: no timer is let go.
    const state = await session.settled()
    expect(selectTotals(state)).toMatchObject({ done: 1, fraction: 1 })
  })

  it('R67 bytes that contradict the name are refused before any call', async () => {
    const { adapter, item, session } = setUp({ sniff: 'reject' })
    const [id] = session.add([new File(['MZ\u0001\u0000 program'], 'holiday.png', { type: 'image/png' })])
    await session.settled()
    expect(item(id)).toMatchObject({ status: 'failed', error: { code: 'file-invalid-type', stage: 'validate' } })
    expect(adapter.count('requestUpload')).toBe(0)
  })

  it('R67 a warning names the kind and lets the file through', async () => {
    const onMismatch = vi.fn<NonNullable<SessionCallbacks['onMismatch']>>()
    const { item, session, transport } = setUp({ sniff: 'warn', callbacks: { onMismatch } })
    const [id] = session.add([new File(['%PDF-1.7'], 'image.png', { type: 'image/png' })])
    ;(await transport.nextRequest()).respond()
    await session.settled()
    expect(item(id)).toMatchObject({ status: 'done', mismatch: 'PDF' })
    expect(onMismatch).toHaveBeenCalledOnce()
  })
})
