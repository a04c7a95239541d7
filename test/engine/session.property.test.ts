import fc from 'fast-check'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { UploadError, type ErrorCode } from '../../src/engine/errors.ts'
import type { Item } from '../../src/engine/item.ts'
import { selectAttachments } from '../../src/engine/selectors.ts'
import { createSession } from '../../src/engine/session.ts'
import type { Session } from '../../src/engine/sessionTypes.ts'
import { selectTotals } from '../../src/engine/totals.ts'
import { createScriptedAdapter } from '../../src/testing/scriptedAdapter.ts'
import { createScriptedTransport, type ScriptedRequest } from '../../src/testing/scriptedTransport.ts'
import { fileOf } from '../support/items.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const concurrency = 3
const failures: ErrorCode[] = [
  'network',
  'server-error',
  'forbidden',
  'credential-expired',
  'stored-not-registered',
  'file-changed',
]

/** What a person or a store may do next; `pick` chooses which item or request it happens to. */
const action = fc.record({
  kind: fc.constantFrom(
    'add',
    'add',
    'add',
    'cancel',
    'remove',
    'retry',
    'retryAll',
    'pause',
    'resume',
    'progress',
    'respond',
    'fail',
    'wait',
    'failCommit',
    'failCommit',
    'clear',
    'reset',
    'leave',
    'comeBack',
  ),
  pick: fc.nat(1000),
  code: fc.constantFrom(...failures),
})
type Action = typeof action extends fc.Arbitrary<infer A> ? A : never

function setUp() {
  const commitFailures: ErrorCode[] = []
  const adapter = createScriptedAdapter({
    commitUpload: async ({ handle, file }) => {
      const code = commitFailures.pop()
      if (code) throw new UploadError({ code, stage: 'commit' })
      return { handle, name: file.name, size: file.size }
    },
  })
  /** What was attached when the form was submitted: it stays with the backend. */
  const submitted: string[] = []
  const open: ScriptedRequest[] = []
  const uploaded = new Set<string>()
  const transport = createScriptedTransport()
  const session = createSession({ adapter, transports: { 'signed-put': transport }, concurrency })
  const items = () => [...session.getSnapshot().items.values()]
  const pickFrom = <T>(list: T[], pick: number): T | undefined => list[pick % Math.max(1, list.length)]
  void (async () => {
    for (;;) open.push(await transport.nextRequest())
  })()

  function store(request: ScriptedRequest, end: () => void) {
    open.splice(open.indexOf(request), 1)
    if (!request.signal.aborted) uploaded.add(request.credential.handle)
    end()
  }

  /** A store that has all bytes keeps the object, also when the page hangs up before the answer. */
  function sendBytes(request: ScriptedRequest, sentBytes: number) {
    if (sentBytes >= request.meta.size && !request.signal.aborted) uploaded.add(request.credential.handle)
    request.progress(sentBytes)
  }

  function submit() {
    submitted.push(...attachedIn(session))
    session.clear()
  }

  function act({ kind, pick, code }: Action) {
    const item = pickFrom(items(), pick)
    const request = pickFrom(open, pick)
    if (kind === 'add') session.add([fileOf(100 + (pick % 5))])
    if (kind === 'pause') session.pause()
    if (kind === 'resume') session.resume()
    if (kind === 'retryAll') session.retryAll()
    if (kind === 'failCommit') commitFailures.push(code)
    if (kind === 'clear') submit()
    // Rare enough for long sessions to grow.
    if (kind === 'reset' && pick < 300) session.reset()
    if (kind === 'leave') session.leave()
    if (kind === 'comeBack') session.comeBack()
    if (item && (kind === 'cancel' || kind === 'remove' || kind === 'retry')) session[kind](item.id)
    if (!request) return
    if (kind === 'progress') sendBytes(request, pick % 120)
    if (kind === 'respond') store(request, () => request.respond())
    if (kind === 'fail' && code === 'stored-not-registered') store(request, () => request.fail({ code, status: 203 }))
    else if (kind === 'fail') {
      open.splice(open.indexOf(request), 1)
      request.fail({ code })
    }
  }

  return { act, adapter, items, open, session, store, submitted, transport, uploaded }
}

const attachedIn = (session: Session) => selectAttachments(session.getSnapshot()).map(({ handle }) => handle)

const settle = () => vi.advanceTimersByTimeAsync(0)

/** Answers whatever is asked until nothing moves any more. */
async function finish({ open, session, store }: ReturnType<typeof setUp>) {
  session.resume()
  for (let round = 0; round < 200; round += 1) {
    await vi.advanceTimersByTimeAsync(60_000)
    for (const request of open.slice()) store(request, () => request.respond())
  }
  await session.settled()
}

it('R46 whatever happens, what was uploaded is attached or discarded, and the totals are those of the items', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(action, { minLength: 20, maxLength: 80, size: 'max' }),
      fc.boolean(),
      async (actions, finishes) => {
        const world = setUp()
        const seen = new Map<string, Item>()
        for (const step of actions) {
          world.act(step)
          if (step.kind === 'leave') seen.clear()
          await (step.kind === 'wait' ? vi.advanceTimersByTimeAsync(5000) : settle())
          expect(world.transport.inFlight()).toBeLessThanOrEqual(concurrency)
          for (const item of world.items()) {
            const before = seen.get(item.id)
            const startedOver = before?.status === 'cancelled' || item.status === 'cancelled'
            expect(item.sentBytes).toBeGreaterThanOrEqual(before && !startedOver ? before.sentBytes : 0)
            expect(item.sentBytes).toBeLessThanOrEqual(item.meta.size)
            seen.set(item.id, item)
          }
          const state = world.session.getSnapshot()
          // A copy has nobody who counted along.
          expect(selectTotals(state)).toEqual(selectTotals({ ...state }))
        }
        if (finishes) await finish(world)
        const { adapter, session, submitted, uploaded } = world
        // Unmounting forgets the rest: what is done stays, all else is taken back.
        submitted.push(...attachedIn(session))
        session.dispose()
        await vi.advanceTimersByTimeAsync(60_000)
        const discarded = adapter.calls.flatMap(({ operation, request }) =>
          operation === 'discardUpload' ? [(request as { handle: string }).handle] : [],
        )
        expect(new Set(discarded).size).toBe(discarded.length)
        expect(submitted.filter((handle) => discarded.includes(handle))).toEqual([])
        expect([...uploaded].filter((handle) => !submitted.includes(handle) && !discarded.includes(handle))).toEqual([])
        expect(world.transport.inFlight()).toBe(0)
      },
    ),
    { numRuns: 200 },
  )
}, 60_000)
