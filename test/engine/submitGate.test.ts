import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createRemovals } from '../../src/engine/removals.ts'
import { selectAttachments } from '../../src/engine/selectors.ts'
import { createSession } from '../../src/engine/session.ts'
import type { SessionOptions } from '../../src/engine/sessionTypes.ts'
import { createSubmitGate } from '../../src/engine/submitGate.ts'
import type { Submission, SubmitGateOptions } from '../../src/engine/submitTypes.ts'
import { createScriptedAdapter } from '../../src/testing/scriptedAdapter.ts'
import { createScriptedTransport } from '../../src/testing/scriptedTransport.ts'
import { deferred } from '../support/deferred.ts'
import { fileOf } from '../support/items.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

type Gate = Partial<SubmitGateOptions<string>>

function setUp(gateOptions: Gate = {}, sessionOptions: Partial<SessionOptions<'signed-put'>> = {}) {
  const adapter = createScriptedAdapter()
  const transport = createScriptedTransport()
  const session = createSession({ adapter, transports: { 'signed-put': transport }, ...sessionOptions })
  const sent: Submission<string>[] = []
  const onSubmit = vi.fn<SubmitGateOptions<string>['onSubmit']>(async (submission) => void sent.push(submission))
  const readContent = () => 'The log is attached.'
  const gate = createSubmitGate<string>(session, { onSubmit, readContent, ...gateOptions })
  const handlesSent = () => sent.map(({ attachments }) => attachments.map(({ handle }) => handle))
  return { adapter, gate, handlesSent, onSubmit, sent, session, transport, state: gate.getSnapshot }
}

const settle = () => vi.advanceTimersByTimeAsync(0)
const pass = () => vi.advanceTimersByTimeAsync(200)

/** A session with one attached and one failed file. */
async function setUpWithFailure(gateOptions: Gate = {}) {
  const world = setUp(gateOptions)
  world.session.add([fileOf(10, 'good.pdf'), fileOf(10, 'bad.pdf')])
  ;(await world.transport.nextRequest()).respond()
  ;(await world.transport.nextRequest()).fail({ code: 'forbidden', status: 403 })
  await world.session.settled()
  return world
}

it('R01 nothing is sent before every file has settled, then once', async () => {
  const { gate, handlesSent, onSubmit, session, state, transport } = setUp()
  session.add([fileOf(100_000, 'small.pdf'), fileOf(1_000_000, 'large.pdf')])
  const end = gate.submit()
  expect(state()).toEqual({ status: 'waiting', unfinished: 2, files: 2, hold: undefined })
  ;(await transport.nextRequest()).respond()
  await pass()
  expect(state()).toMatchObject({ status: 'waiting', unfinished: 1, files: 2 })
  expect(onSubmit).not.toHaveBeenCalled()
  ;(await transport.nextRequest()).respond()
  await expect(end).resolves.toEqual({ status: 'submitted' })
  expect(handlesSent()).toEqual([['object-1', 'object-2']])
})

it('R01 a file added while the form waits is waited for', async () => {
  const { gate, handlesSent, session, transport } = setUp()
  session.add([fileOf(10)])
  const end = gate.submit()
  session.add([fileOf(10)])
  ;(await transport.nextRequest()).respond()
  ;(await transport.nextRequest()).respond()
  await end
  expect(handlesSent()).toEqual([['object-1', 'object-2']])
})

it('R01 a file added in the moment of settling is waited for', async () => {
  const { gate, handlesSent, session, transport } = setUp()
  session.add([fileOf(10)])
  void session.settled().then(() => session.add([fileOf(10)]))
  const end = gate.submit()
  ;(await transport.nextRequest()).respond()
  ;(await transport.nextRequest()).respond()
  await end
  expect(handlesSent()).toEqual([['object-1', 'object-2']])
})

it('R01 files that wait for a start are started', async () => {
  const { gate, handlesSent, session, transport } = setUp({}, { autoUpload: false })
  session.add([fileOf(10)])
  const end = gate.submit()
  ;(await transport.nextRequest()).respond()
  await end
  expect(handlesSent()).toEqual([['object-1']])
})

it('a form without files is sent at once', () => {
  const { gate, onSubmit, state } = setUp()
  void gate.submit()
  expect(onSubmit).toHaveBeenCalledOnce()
  expect(state().status).toBe('submitting')
})

it('R01 says what paused files wait for and can stop waiting', async () => {
  const { gate, onSubmit, session, state, transport } = setUp()
  session.add([fileOf(10)])
  const end = gate.submit()
  ;(await transport.nextRequest()).fail({ code: 'unauthorized', status: 401 })
  await pass()
  expect(state()).toEqual({ status: 'waiting', unfinished: 1, files: 1, hold: 'auth' })
  gate.stopWaiting()
  await expect(end).resolves.toEqual({ status: 'idle' })
  session.resume()
  ;(await transport.nextRequest()).respond()
  await pass()
  expect(state()).toEqual({ status: 'idle' })
  expect(onSubmit).not.toHaveBeenCalled()
})

it('R01 goes on by itself when a paused upload does', async () => {
  const { gate, handlesSent, session, transport } = setUp()
  session.add([fileOf(10)])
  const end = gate.submit()
  ;(await transport.nextRequest()).fail({ code: 'unauthorized', status: 401 })
  await pass()
  session.resume()
  ;(await transport.nextRequest()).respond()
  await end
  expect(handlesSent()).toEqual([['object-2']])
})

it('R02 a failed or rejected file blocks with its name', async () => {
  const { gate, onSubmit, session, state, transport } = setUp({}, { rules: { accept: ['.pdf'] } })
  session.add([fileOf(10, 'good.pdf'), fileOf(10, 'tool.exe', ''), fileOf(10, 'bad.pdf')])
  ;(await transport.nextRequest()).respond()
  ;(await transport.nextRequest()).fail({ code: 'forbidden', status: 403 })
  await gate.submit()
  expect(state()).toMatchObject({
    status: 'blocked',
    items: [{ meta: { name: 'tool.exe' } }, { meta: { name: 'bad.pdf' } }],
  })
  expect(onSubmit).not.toHaveBeenCalled()
})

it('R02 Retry sends the file again, then the form', async () => {
  const { gate, handlesSent, state, transport } = await setUpWithFailure()
  await gate.submit()
  const seen = new Set<string>()
  gate.subscribe(() => seen.add(state().status))
  gate.retry()
  expect([...seen]).toEqual(['waiting'])
  expect(state()).toMatchObject({ status: 'waiting', unfinished: 1, files: 2 })
  ;(await transport.nextRequest()).respond()
  await gate.submit()
  expect(state()).toEqual({ status: 'submitted' })
  expect(handlesSent()).toEqual([['object-1', 'object-3']])
})

it('R02 Remove takes the file away and lets the form be sent', async () => {
  const { gate, handlesSent, onSubmit, session, state } = await setUpWithFailure()
  await gate.submit()
  gate.remove()
  expect(session.getSnapshot().ids).toHaveLength(1)
  expect(state()).toEqual({ status: 'idle' })
  expect(onSubmit).not.toHaveBeenCalled()
  await gate.submit()
  expect(handlesSent()).toEqual([['object-1']])
})

it('R02 Send without it leaves out what was named and nothing else', async () => {
  const { gate, handlesSent, session, state, transport } = await setUpWithFailure()
  await gate.submit()
  session.add([fileOf(10, 'later.pdf')])
  const end = gate.submitWithout()
  ;(await transport.nextRequest()).fail({ code: 'forbidden', status: 403 })
  await end
  expect(state()).toMatchObject({
    status: 'blocked',
    items: [{ meta: { name: 'bad.pdf' } }, { meta: { name: 'later.pdf' } }],
  })
  await gate.submitWithout()
  expect(handlesSent()).toEqual([['object-1']])
  expect(session.getSnapshot().ids).toEqual([])
})

it('R02 is no longer blocked once the last such file is gone or taken up again', async () => {
  const { gate, session, state } = await setUpWithFailure()
  await gate.submit()
  session.retryAll()
  expect(state()).toEqual({ status: 'idle' })
})

it('R02 a cancelled file was given up on purpose and blocks nothing', async () => {
  const { gate, handlesSent, session } = setUp()
  const [id = ''] = session.add([fileOf(10)])
  const end = gate.submit()
  session.cancel(id)
  await end
  expect(handlesSent()).toEqual([[]])
})

it('R02 the payload is what is shown as attached', async () => {
  const attachments = [
    { handle: 'draft-1', name: 'draft.pdf' },
    { handle: 'object-1', name: 'good.pdf' },
    { handle: 'draft-2', name: 'old.pdf' },
  ]
  const removals = createRemovals({ adapter: createScriptedAdapter({ capabilities: { remove: true } }) })
  const { gate, handlesSent, session } = await setUpWithFailure({ attachments, removals })
  removals.remove({ handle: 'draft-2', name: 'old.pdf' })
  expect(selectAttachments(session.getSnapshot())).toHaveLength(1)
  await gate.submit()
  await gate.submitWithout()
  expect(handlesSent()).toEqual([['draft-1', 'object-1']])
})

it('R04 a refused form keeps all and uploads nothing again', async () => {
  const refusal = new Error('The subject is missing.')
  const onSubmit = vi.fn<SubmitGateOptions<string>['onSubmit']>()
  onSubmit.mockRejectedValueOnce(refusal)
  const { adapter, gate, session, state, transport } = setUp({ onSubmit })
  session.add([fileOf(10)])
  ;(await transport.nextRequest()).respond()
  await gate.submit()
  expect(state()).toEqual({ status: 'refused', error: refusal })
  expect(session.getSnapshot().ids).toHaveLength(1)
  await gate.submit()
  expect(state()).toEqual({ status: 'submitted' })
  const [first, second] = onSubmit.mock.calls.map(([submission]) => submission)
  expect(second?.attachments).toEqual(first?.attachments)
  expect(transport.count()).toBe(1)
  expect(adapter.count('requestUpload')).toBe(1)
})

it('R04 what cannot be read or sent refuses the form and keeps it', async () => {
  const { gate, state } = setUp({ readContent: () => expect.fail('no editor') })
  await gate.submit()
  expect(state().status).toBe('refused')
})

it('R05 five clicks are one request', async () => {
  const answer = deferred()
  const onSubmit = vi.fn<SubmitGateOptions<string>['onSubmit']>(() => answer.promise)
  const { gate, session, transport } = setUp({ onSubmit })
  session.add([fileOf(10)])
  void gate.submit()
  void gate.submit()
  ;(await transport.nextRequest()).respond()
  await settle()
  const clicks = [gate.submit(), gate.submit(), gate.submit()]
  answer.resolve()
  for (const end of await Promise.all(clicks)) expect(end).toEqual({ status: 'submitted' })
  expect(onSubmit).toHaveBeenCalledOnce()
})

it('R05 the key stays with the content until it was accepted', async () => {
  const keys: string[] = []
  let text = 'Hello'
  let isRefused = true
  const onSubmit: SubmitGateOptions<string>['onSubmit'] = async ({ idempotencyKey }) => {
    keys.push(idempotencyKey)
    if (isRefused) throw new Error('not now')
  }
  const { gate } = setUp({ onSubmit, readContent: () => text })
  await gate.submit()
  await gate.submit()
  text = 'Hello there'
  await gate.submit()
  isRefused = false
  await gate.submit()
  await gate.submit()
  const [first, again, edited, accepted, anew] = keys
  expect(again).toBe(first)
  expect(edited).not.toBe(first)
  expect(accepted).toBe(edited)
  expect(anew).not.toBe(accepted)
})

it('forgets what was sent and keeps a file that came meanwhile', async () => {
  const answer = deferred()
  const { adapter, gate, session, transport } = setUp({ onSubmit: () => answer.promise })
  session.add([fileOf(10, 'first.pdf')])
  ;(await transport.nextRequest()).respond()
  await session.settled()
  const end = gate.submit()
  const [late = ''] = session.add([fileOf(10, 'late.pdf')])
  answer.resolve()
  await end
  expect(session.getSnapshot().ids).toEqual([late])
  expect(adapter.count('discardUpload')).toBe(0)
})

it('R45 removals are applied once the form was accepted', async () => {
  const adapter = createScriptedAdapter({ capabilities: { remove: true } })
  const removals = createRemovals({ adapter })
  const onSubmit = vi.fn<SubmitGateOptions<string>['onSubmit']>()
  onSubmit.mockRejectedValueOnce(new Error('not now'))
  const { gate } = setUp({ onSubmit, removals, attachments: [{ handle: 'old', name: 'old.pdf' }] })
  removals.remove({ handle: 'old', name: 'old.pdf' })
  await gate.submit()
  expect(adapter.count('removeAttachment')).toBe(0)
  await gate.submit()
  await settle()
  expect(adapter.count('removeAttachment')).toBe(1)
})

it('hears the session only while it waits or is blocked', async () => {
  const { gate, session, transport } = setUp()
  const subscribe = vi.spyOn(session, 'subscribe')
  const told = vi.fn<() => void>()
  gate.subscribe(told)
  session.add([fileOf(10)])
  expect(subscribe).not.toHaveBeenCalled()
  const end = gate.submit()
  ;(await transport.nextRequest()).respond()
  await end
  told.mockClear()
  session.add([fileOf(10)])
  expect(told).not.toHaveBeenCalled()
})
