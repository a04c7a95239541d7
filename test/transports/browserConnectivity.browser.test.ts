import { expect, it, vi } from 'vitest'
import { createBrowserConnectivity } from '../../src/transports/browserConnectivity.ts'

it('R29 tells when the network goes and comes back, until it is no longer asked to', () => {
  const connectivity = createBrowserConnectivity()
  const listener = vi.fn<() => void>()
  const stop = connectivity.subscribe(listener)
  globalThis.dispatchEvent(new Event('offline'))
  globalThis.dispatchEvent(new Event('online'))
  expect(listener).toHaveBeenCalledTimes(2)
  stop()
  globalThis.dispatchEvent(new Event('offline'))
  expect(listener).toHaveBeenCalledTimes(2)
  expect(connectivity.isOnline()).toBe(navigator.onLine)
})
