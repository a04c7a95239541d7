import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createPace } from '../../src/engine/attempt.ts'
import { UploadError, type ErrorCode } from '../../src/engine/errors.ts'
import type { Item, ItemEvent } from '../../src/engine/item.ts'
import type { UploadRequest } from '../../src/engine/ports.ts'
import { createQueue } from '../../src/engine/queue.ts'
import { defaultRetryPolicy } from '../../src/engine/retry.ts'
import { transition } from '../../src/engine/transition.ts'
import { defaultDeadlines, uploadFile } from '../../src/engine/uploadFile.ts'
import { createScriptedAdapter, scriptedCredential } from '../../src/testing/scriptedAdapter.ts'
import { createScriptedTransport } from '../../src/testing/scriptedTransport.ts'
import { itemIn } from '../support/items.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

type Answers = Parameters<typeof createScriptedAdapter>[0]

function setUp(answers: Answers = {}, start: Item = itemIn('queued')) {
  const adapter = createScriptedAdapter(answers)
  const transport = createScriptedTransport()
  const controller = new AbortController()
  const network = { online: true }
  const statuses: string[] = [start.status]
  let item = start

  const report = (event: ItemEvent) => {
    const next = transition(item, event)
    if (next.status !== item.status) statuses.push(next.status)
    item = next
  }
  const clock = () => Date.now()
  const upload = uploadFile({
    item: start,
    adapter,
    transports: { 'signed-put': transport },
    credentialCalls: createQueue(2),
    ahead: () => Promise.resolve(undefined),
    sends: createQueue(3),
    upcoming: () => [],
    deadlines: defaultDeadlines,
    report,
    context: {
      clock,
      connectivity: { isOnline: () => network.online, subscribe: () => () => {} },
      policy: defaultRetryPolicy,
      pace: createPace(clock),
      signal: controller.signal,
      onRetry: (retry) => report({ type: 'attemptFailed', retry }),
    },
  })
  upload.catch(() => {})
  const asked = () =>
    adapter.calls.filter((call) => call.operation === 'requestUpload').map((call) => call.request as UploadRequest)
  return { adapter, asked, controller, item: () => item, network, statuses, transport, upload }
}

const transferError = (code: ErrorCode) => new UploadError({ code, stage: 'transfer' })
const throwing = (error: UploadError) => () => Promise.reject(error)

describe('uploadFile', () => {
  it('sends nothing when the backend has the bytes already', async () => {
    const requestUpload = async () => scriptedCredential('known', { alreadyStored: true })
    const { statuses, transport, upload } = setUp({ requestUpload })
    expect(await upload).toMatchObject({ handle: 'known' })
    expect(transport.count()).toBe(0)
    expect(statuses.slice(-2)).toEqual(['committing', 'done'])
  })

  it('R23 walks the statuses in order and is done only after commit', async () => {
    const { item, statuses, transport, upload } = setUp()
    const request = await transport.nextRequest()
    request.progress(50)
    request.respond()
    await upload
    expect(statuses).toEqual(['queued', 'preparing', 'uploading', 'committing', 'done'])
    expect(item()).toMatchObject({ attachment: { handle: 'object-1' } })
  })

  it('R25 passes on that the bytes stand still, and that they move again', async () => {
    const { item, transport } = setUp()
    const request = await transport.nextRequest()
    request.stall(true)
    expect(item()).toMatchObject({ status: 'uploading', isStalled: true })
    request.stall(false)
    expect(item()).toMatchObject({ status: 'uploading', isStalled: false })
  })

  it('R08 asks for a new credential before each try and says why', async () => {
    const { asked, transport, upload } = setUp()
    ;(await transport.nextRequest()).fail({ code: 'server-error', status: 500 })
    await vi.runAllTimersAsync()
    ;(await transport.nextRequest()).respond()
    await upload
    expect(
      asked().map(({ attempt, previousHandle, previousError }) => [attempt, previousHandle, previousError?.code]),
    ).toEqual([
      [1, undefined, undefined],
      [2, 'object-1', 'server-error'],
    ])
  })

  it('R28 a permanently failing store costs four requests', async () => {
    const { transport, upload } = setUp()
    for (let count = 0; count < 4; count += 1) {
      ;(await transport.nextRequest()).fail({ code: 'server-error' })
      await vi.runAllTimersAsync()
    }
    await expect(upload).rejects.toMatchObject({ code: 'server-error', stage: 'transfer' })
    expect(transport.count()).toBe(4)
  })

  it('R28 a permanently failing signer costs four calls', async () => {
    const down = new UploadError({ code: 'unavailable', stage: 'credentials', status: 503 })
    const { adapter, upload } = setUp({ requestUpload: throwing(down) })
    await vi.runAllTimersAsync()
    await expect(upload).rejects.toBe(down)
    expect(adapter.count('requestUpload')).toBe(4)
  })

  it('R28 a refusal is not tried again', async () => {
    const { transport, upload } = setUp()
    ;(await transport.nextRequest()).fail({ code: 'policy-violated' })
    await expect(upload).rejects.toMatchObject({ code: 'policy-violated' })
    expect(transport.count()).toBe(1)
  })

  it.each<ErrorCode>(['credential-expired', 'credential-refused', 'clock-skewed'])(
    'R09 renews once at once on %s without spending a retry',
    async (code) => {
      const { item, transport, upload } = setUp()
      ;(await transport.nextRequest()).fail({ code })
      const second = await transport.nextRequest()
      expect(item().retry).toBeUndefined()
      second.respond()
      await expect(upload).resolves.toMatchObject({ handle: 'object-2' })
    },
  )

  it('R09 fails on the second expiry in a row', async () => {
    const { transport, upload } = setUp()
    ;(await transport.nextRequest()).fail({ code: 'credential-expired' })
    ;(await transport.nextRequest()).fail({ code: 'credential-expired', hint: 'the credential lived 60 s' })
    await expect(upload).rejects.toMatchObject({ code: 'credential-expired', hint: 'the credential lived 60 s' })
  })

  it('R47 a commit whose answer is lost three times still ends done', async () => {
    let lost = 0
    const { adapter, statuses, transport, upload } = setUp({
      commitUpload: async ({ handle, file }) => {
        if (lost++ < 3) throw new UploadError({ code: 'network', stage: 'commit' })
        return { handle, name: file.name }
      },
    })
    ;(await transport.nextRequest()).respond()
    await vi.runAllTimersAsync()
    await upload
    const keys = adapter.calls.flatMap(({ operation, request }) =>
      operation === 'commitUpload' ? [(request as { idempotencyKey: string }).idempotencyKey] : [],
    )
    expect(keys).toEqual(Array(4).fill('item-1'))
    expect(transport.count()).toBe(1)
    expect(statuses.at(-1)).toBe('done')
  })

  it('R47 a retry of a failed commit sends no byte again', async () => {
    const start = {
      ...itemIn('queued'),
      stored: { handle: 'object-9', receipt: { status: 200, headers: {}, body: '' } },
    }
    const { adapter, statuses, transport, upload } = setUp({}, start)
    await upload
    expect(transport.count()).toBe(0)
    expect(adapter.count('requestUpload')).toBe(0)
    expect(statuses).toEqual(['queued', 'committing', 'done'])
  })

  it.each(['answer-overdue', 'cors-refused'] as const)(
    'R26 asks the backend before a byte is sent again, after %s',
    async (code) => {
      const { adapter, transport, upload } = setUp({
        capabilities: { verify: true },
        verifyUpload: async () => 'stored',
      })
      ;(await transport.nextRequest()).fail({ code })
      await upload
      expect(adapter.count('verifyUpload')).toBe(1)
      expect(transport.count()).toBe(1)
    },
  )

  it('R26 sends again when the object is missing', async () => {
    const { transport, upload } = setUp({ capabilities: { verify: true }, verifyUpload: async () => 'missing' })
    ;(await transport.nextRequest()).fail({ code: 'network' })
    await vi.runAllTimersAsync()
    ;(await transport.nextRequest()).respond()
    await upload
    expect(transport.count()).toBe(2)
  })

  it('a verify that fails itself does not fail the upload', async () => {
    const verifyUpload = throwing(new UploadError({ code: 'server-error', stage: 'transfer' }))
    const { transport, upload } = setUp({ capabilities: { verify: true }, verifyUpload })
    ;(await transport.nextRequest()).fail({ code: 'network' })
    await vi.runAllTimersAsync()
    ;(await transport.nextRequest()).respond()
    await expect(upload).resolves.toMatchObject({ handle: 'object-2' })
  })

  it('R47 stored but not registered goes on to commit without sending again', async () => {
    const { adapter, transport, upload } = setUp()
    ;(await transport.nextRequest()).fail({ code: 'stored-not-registered', status: 203 })
    await upload
    expect(transport.count()).toBe(1)
    expect(adapter.calls.at(-1)).toMatchObject({ operation: 'commitUpload', request: { receipt: { status: 203 } } })
  })

  it('R29 spends no retry while offline', async () => {
    const { item, network, transport, upload } = setUp()
    const request = await transport.nextRequest()
    network.online = false
    request.fail({ code: 'network' })
    await expect(upload).rejects.toMatchObject({ code: 'offline' })
    expect(item().retry).toBeUndefined()
  })

  it('R30 an abort that we did not cause is a network error', async () => {
    const { item, transport, upload } = setUp()
    ;(await transport.nextRequest()).fail(new DOMException('Connection lost', 'AbortError'))
    await vi.runAllTimersAsync()
    expect(item().retry?.error.code).toBe('network')
    ;(await transport.nextRequest()).respond()
    await upload
  })

  it('R44 our own abort ends it without a commit', async () => {
    const { adapter, controller, transport, upload } = setUp()
    await transport.nextRequest()
    controller.abort()
    await expect(upload).rejects.toMatchObject({ name: 'AbortError' })
    expect(adapter.count('commitUpload')).toBe(0)
  })

  it('R44 an abort while waiting for a retry ends at once', async () => {
    const { controller, transport, upload } = setUp()
    ;(await transport.nextRequest()).fail({ code: 'server-error' })
    await vi.advanceTimersByTimeAsync(0)
    controller.abort()
    await expect(upload).rejects.toMatchObject({ name: 'AbortError' })
    expect(vi.getTimerCount()).toBe(0)
  })

  it('R22 a signer that never answers is given up in its deadline', async () => {
    const { adapter, upload } = setUp({ requestUpload: () => new Promise(() => {}) })
    await vi.advanceTimersByTimeAsync(30_000)
    expect(adapter.count('requestUpload')).toBe(1)
    await vi.runAllTimersAsync()
    await expect(upload).rejects.toMatchObject({ code: 'timeout', stage: 'credentials' })
  })

  it('R22 an abort does not wait for a signer that never answers', async () => {
    const { controller, upload } = setUp({ requestUpload: () => new Promise(() => {}) })
    await vi.advanceTimersByTimeAsync(0)
    controller.abort()
    await expect(upload).rejects.toMatchObject({ name: 'AbortError' })
  })

  it('what a backend throws becomes an UploadError of its stage', async () => {
    const { transport, upload } = setUp({ commitUpload: () => Promise.reject(new TypeError('x is undefined')) })
    ;(await transport.nextRequest()).respond()
    await expect(upload).rejects.toMatchObject({ code: 'unknown', stage: 'commit', hint: 'TypeError was thrown' })
  })

  it('a 429 makes the other uploads wait too', async () => {
    const clock = () => Date.now()
    const pace = createPace(clock)
    pace.slowDown(clock() + 5000)
    expect(pace.remaining()).toBe(5000)
    await vi.advanceTimersByTimeAsync(5000)
    expect(pace.remaining()).toBe(0)
  })

  it('R49 the credential of each item is its own', async () => {
    const [one, two] = [
      setUp({ requestUpload: async () => scriptedCredential('a') }),
      setUp({ requestUpload: async () => scriptedCredential('b') }),
    ]
    expect((await one.transport.nextRequest()).credential.handle).toBe('a')
    expect((await two.transport.nextRequest()).credential.handle).toBe('b')
  })

  it('a failing transfer of unknown kind settles', async () => {
    const { transport, upload } = setUp()
    ;(await transport.nextRequest()).fail(transferError('unknown'))
    await expect(upload).rejects.toMatchObject({ code: 'unknown' })
  })

  it('bytes that changed on the way are sent again under a new credential', async () => {
    const start = itemIn('queued')
    const checksums = { crc64ecma: '11177612005948864433' }
    const { transport, upload } = setUp({}, { ...start, meta: { ...start.meta, checksums } })
    ;(await transport.nextRequest()).respond({ headers: { 'x-oss-hash-crc64ecma': '1' } })
    await vi.runAllTimersAsync()
    ;(await transport.nextRequest()).respond({ headers: { 'x-oss-hash-crc64ecma': checksums.crc64ecma } })
    await expect(upload).resolves.toMatchObject({ handle: 'object-2' })
  })
})

it('R29 a file that finds the network gone before its first call is at work, so that it can be paused', async () => {
  const { network, statuses, upload } = setUp()
  network.online = false
  await expect(upload).rejects.toMatchObject({ code: 'offline' })
  expect(statuses).toEqual(['queued', 'preparing'])
})
