import { describe, expect, it } from 'vitest'
import { UploadError } from '../../src/engine/errors.ts'
import { createSession } from '../../src/engine/session.ts'
import type { SessionOptions } from '../../src/engine/sessionTypes.ts'
import { measureUploads, type TelemetryEvent } from '../../src/telemetry/index.ts'
import { createScriptedAdapter } from '../../src/testing/scriptedAdapter.ts'
import { createScriptedTransport } from '../../src/testing/scriptedTransport.ts'
import { deferred } from '../support/deferred.ts'
import { fileOf } from '../support/items.ts'

/** A session whose clock only the test moves, in an answer of the adapter or between two of the transport. */
function setUp(options: Partial<SessionOptions<'signed-put'>> = {}) {
  let time = 0
  const passMs = (ms: number) => void (time += ms)
  const transport = createScriptedTransport()
  const session = createSession({
    adapter: createScriptedAdapter(),
    transports: { 'signed-put': transport },
    retry: { baseDelayMs: 0 },
    ...options,
  })
  const events: TelemetryEvent[] = []
  const stop = measureUploads(session, (event) => events.push(event), {
    clock: () => time,
    now: () => 1_000_000 + time,
  })
  const types = () => events.map(({ type }) => type)
  return { events, passMs, session, stop, transport, types }
}

describe('measureUploads', () => {
  it('R78 measures the wait, the signing, the first byte, the transfer and the commit', async () => {
    const answers = createScriptedAdapter({
      requestUpload: async (request) => {
        passMs(30)
        return createScriptedAdapter().requestUpload(request)
      },
      commitUpload: async (request) => {
        passMs(7)
        return createScriptedAdapter().commitUpload(request)
      },
    })
    const { events, passMs, session, transport } = setUp({ adapter: answers, autoUpload: false })
    const [itemId] = session.add([fileOf(1000, 'secret name.pdf', 'application/pdf')])
    passMs(50)
    session.start()
    const request = await transport.nextRequest()
    passMs(100)
    request.progress(1)
    passMs(400)
    request.respond()
    await session.settled()
    const rest = { itemId, at: expect.any(Number) }
    expect(events).toEqual([
      { ...rest, at: 1_000_000, type: 'added', sizeBytes: 1000, contentType: 'application/pdf' },
      { ...rest, type: 'started', queueWaitMs: 50 },
      { ...rest, type: 'signed', attempt: 1, signMs: 30 },
      { ...rest, type: 'firstByte', firstByteMs: 100 },
      { ...rest, type: 'stored', transferMs: 500, sizeBytes: 1000, bytesPerSecond: 2000 },
      {
        ...rest,
        at: 1_000_587,
        type: 'settled',
        outcome: 'done',
        failure: undefined,
        sizeBytes: 1000,
        contentType: 'application/pdf',
        attempts: 1,
        retries: 0,
        queueWaitMs: 50,
        signMs: 30,
        firstByteMs: 100,
        transferMs: 500,
        commitMs: 7,
        bytesPerSecond: 2000,
        totalMs: 587,
      },
    ])
  })

  it('tells how long a credential is good for, where that is known', async () => {
    const { events, session, transport } = setUp({ adapter: createScriptedAdapter({ credentialLifeMs: 600_000 }) })
    session.add([fileOf(10, 'a.pdf')])
    const request = await transport.nextRequest()
    const lives = events.flatMap((event) => (event.type === 'signed' ? [event.lifeMs ?? 0] : []))
    expect(lives).toEqual([expect.closeTo(600_000, -5)])
    request.respond()
    await session.settled()
  })

  it('holds no name, handle or address, whatever happens', async () => {
    const { events, session, transport } = setUp()
    session.add([fileOf(10, 'secret.pdf'), fileOf(0, 'secret.txt')])
    ;(await transport.nextRequest()).fail({ code: 'network', hint: 'secret', cause: new Error('secret') })
    ;(await transport.nextRequest()).respond({ body: 'secret' })
    await session.settled()
    expect(events.length).toBeGreaterThan(6)
    expect(JSON.stringify(events)).not.toMatch(/secret|object-|https?:/)
  })

  it('counts the tries and tells why each failed', async () => {
    const { events, session, transport } = setUp()
    session.add([fileOf(10)])
    ;(await transport.nextRequest()).fail({ code: 'unavailable', status: 503, requestId: 'R1' })
    ;(await transport.nextRequest()).fail({ code: 'policy-violated', status: 403, storageCode: 'AccessDenied' })
    await session.settled()
    expect(events.find(({ type }) => type === 'retried')).toMatchObject({
      attempt: 2,
      failure: { code: 'unavailable', stage: 'transfer', status: 503, requestId: 'R1' },
    })
    expect(events.at(-1)).toMatchObject({
      outcome: 'failed',
      failure: { code: 'policy-violated', stage: 'transfer', status: 403, storageCode: 'AccessDenied' },
      attempts: 2,
      retries: 1,
    })
  })

  it('begins anew when a person tries again, and sends nothing twice', async () => {
    const commits = [deferred<never>(), undefined]
    const { session, transport, types } = setUp({
      adapter: createScriptedAdapter({
        commitUpload: (request) => commits.shift()?.promise ?? createScriptedAdapter().commitUpload(request),
      }),
    })
    const [id = ''] = session.add([fileOf(10)])
    commits[0]?.reject(new UploadError({ code: 'forbidden', stage: 'commit' }))
    ;(await transport.nextRequest()).respond()
    await session.settled()
    session.retry(id)
    await session.settled()
    expect(types()).toEqual(['added', 'started', 'signed', 'stored', 'settled', 'requeued', 'started', 'settled'])
  })

  it('tells a pause and its end within the same upload', async () => {
    const { events, session, transport, types } = setUp()
    session.add([fileOf(10)])
    await transport.nextRequest()
    session.pause()
    session.resume()
    ;(await transport.nextRequest()).respond()
    await session.settled()
    expect(types().join(' ')).toBe('added started signed paused requeued started signed stored settled')
    expect(events.at(-1)).toMatchObject({ outcome: 'done', attempts: 2, retries: 0 })
  })

  it('tells why a file was not taken', () => {
    const { events, session } = setUp()
    session.add([fileOf(0)])
    expect(events).toMatchObject([{ type: 'rejected', codes: ['file-empty'] }])
  })

  it.each([
    ['cancelled', 'cancel'],
    ['removed', 'remove'],
  ] as const)('ends as %s', async (outcome, act) => {
    const { events, session, transport } = setUp()
    const [id = ''] = session.add([fileOf(10)])
    await transport.nextRequest()
    session[act](id)
    session.remove(id)
    expect(events.filter(({ type }) => type === 'settled')).toMatchObject([{ outcome }])
  })

  it('measures files that were there before it', async () => {
    const transport = createScriptedTransport()
    const session = createSession({ adapter: createScriptedAdapter(), transports: { 'signed-put': transport } })
    session.add([fileOf(10)])
    const events: TelemetryEvent[] = []
    measureUploads(session, (event) => events.push(event))
    ;(await transport.nextRequest()).respond()
    await session.settled()
    expect(events.at(-1)).toMatchObject({ type: 'settled', outcome: 'done' })
  })

  it('says nothing more once it is stopped', () => {
    const { events, session, stop } = setUp()
    stop()
    session.add([fileOf(10)])
    session.dispose()
    expect(events).toEqual([])
  })
})
