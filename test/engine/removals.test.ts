import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { UploadError } from '../../src/engine/errors.ts'
import { createRemovals } from '../../src/engine/removals.ts'
import type { RemovalsOptions } from '../../src/engine/removalTypes.ts'
import { createScriptedAdapter } from '../../src/testing/scriptedAdapter.ts'
import { deferred } from '../support/deferred.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const invoice = { handle: 'invoice', name: 'invoice.pdf' }
const photo = { handle: 'photo', name: 'photo.jpg' }
const refused = new UploadError({ code: 'forbidden', stage: 'commit', status: 403 })

function setUp(answers: Parameters<typeof createScriptedAdapter>[0] = {}, options: Partial<RemovalsOptions> = {}) {
  const adapter = createScriptedAdapter({ capabilities: { remove: true }, ...answers })
  const removals = createRemovals({ adapter, ...options })
  const statuses = () => Object.fromEntries([...removals.getSnapshot()].map(([handle, { status }]) => [handle, status]))
  return { adapter, removals, statuses }
}

it('R45 removing is pending and can be taken back', () => {
  const { adapter, removals, statuses } = setUp()
  removals.remove(invoice)
  removals.remove(photo)
  removals.undo('photo')
  expect(statuses()).toEqual({ invoice: 'pending' })
  expect(adapter.count('removeAttachment')).toBe(0)
})

it('R45 an abandoned form removes nothing', async () => {
  const { adapter, removals } = setUp()
  removals.remove(invoice)
  removals.dispose()
  await removals.apply()
  expect(adapter.count('removeAttachment')).toBe(0)
})

it('R45 apply removes each once and remembers it', async () => {
  const { adapter, removals, statuses } = setUp()
  removals.remove(invoice)
  removals.remove(photo)
  await Promise.all([removals.apply(), removals.apply()])
  removals.undo('invoice')
  removals.remove(invoice)
  expect(statuses()).toEqual({ invoice: 'removed', photo: 'removed' })
  expect(adapter.count('removeAttachment')).toBe(2)
})

it('R45 one that is being removed can no longer be taken back', async () => {
  const answer = deferred()
  const { removals, statuses } = setUp({ removeAttachment: () => answer.promise })
  removals.remove(invoice)
  const end = removals.apply()
  removals.undo('invoice')
  expect(statuses()).toEqual({ invoice: 'removing' })
  answer.resolve()
  await end
  expect(statuses()).toEqual({ invoice: 'removed' })
})

it('R45 a failing removal is reported and tried again by the next apply', async () => {
  const onFail = vi.fn<NonNullable<RemovalsOptions['onFail']>>()
  let isRefused = true
  const removeAttachment = async () => {
    if (isRefused) throw refused
  }
  const { removals, statuses } = setUp({ removeAttachment }, { onFail })
  removals.remove(invoice)
  const state = await removals.apply()
  expect(state.get('invoice')).toEqual({ attachment: invoice, status: 'failed', error: refused })
  expect(onFail.mock.calls).toEqual([[invoice, refused]])
  isRefused = false
  await removals.apply()
  expect(statuses()).toEqual({ invoice: 'removed' })
})

it('R45 one failing removal keeps no other from being carried out', async () => {
  const { removals, statuses } = setUp({
    removeAttachment: async ({ attachment }) => {
      if (attachment.handle === 'invoice') throw refused
    },
  })
  removals.remove(invoice)
  removals.remove(photo)
  await removals.apply()
  expect(statuses()).toEqual({ invoice: 'failed', photo: 'removed' })
})

it('a passing failure is tried again by itself', async () => {
  const failures = [new UploadError({ code: 'network', stage: 'commit' })]
  const { adapter, removals, statuses } = setUp({
    removeAttachment: async () => {
      const failure = failures.pop()
      if (failure) throw failure
    },
  })
  removals.remove(invoice)
  const end = removals.apply()
  await vi.advanceTimersByTimeAsync(60_000)
  await end
  expect(statuses()).toEqual({ invoice: 'removed' })
  expect(adapter.count('removeAttachment')).toBe(2)
})

it('what is gone already counts as removed', async () => {
  const gone = new UploadError({ code: 'not-found', stage: 'commit', status: 404 })
  const { removals, statuses } = setUp({ removeAttachment: () => Promise.reject(gone) })
  removals.remove(invoice)
  await removals.apply()
  expect(statuses()).toEqual({ invoice: 'removed' })
})

it('R22 a backend that never answers is given up in its deadline', async () => {
  const { removals } = setUp(
    { removeAttachment: () => new Promise(() => {}) },
    { deadlineMs: 1000, retry: { maxRetries: 0 } },
  )
  removals.remove(invoice)
  const end = removals.apply()
  await vi.advanceTimersByTimeAsync(1000)
  expect((await end).get('invoice')).toMatchObject({ status: 'failed', error: { code: 'timeout' } })
})

it('an adapter that cannot remove is not asked', async () => {
  const { adapter, removals, statuses } = setUp({ capabilities: { remove: false } })
  removals.remove(invoice)
  await removals.apply()
  expect(statuses()).toEqual({ invoice: 'removed' })
  expect(adapter.count('removeAttachment')).toBe(0)
})
