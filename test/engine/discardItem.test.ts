import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { discardItem } from '../../src/engine/discardItem.ts'
import { UploadError } from '../../src/engine/errors.ts'
import { createScriptedAdapter } from '../../src/testing/scriptedAdapter.ts'
import { itemIn } from '../support/items.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function failingAdapter(failures: number) {
  let calls = 0
  return createScriptedAdapter({
    discardUpload: async () => {
      if (calls++ < failures) throw new UploadError({ code: 'unavailable', stage: 'commit' })
    },
  })
}

it('R46 a discard that fails is tried again', async () => {
  const adapter = failingAdapter(2)
  const discarding = discardItem(itemIn('failed'), adapter)
  await vi.runAllTimersAsync()
  await discarding
  expect(adapter.count('discardUpload')).toBe(3)
})

it('R46 a discard gives up in the end and throws nothing', async () => {
  const adapter = failingAdapter(Infinity)
  const discarding = discardItem(itemIn('failed'), adapter)
  await vi.runAllTimersAsync()
  await expect(discarding).resolves.toBeUndefined()
  expect(adapter.count('discardUpload')).toBe(4)
})

it('R46 a page that goes away asks once', async () => {
  const adapter = failingAdapter(Infinity)
  await discardItem(itemIn('failed'), adapter, true)
  expect(adapter.count('discardUpload')).toBe(1)
})
