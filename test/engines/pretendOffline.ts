/**
 * Runs in the page, where a driver cannot cut the network: `navigator.onLine`, its event and a fetch that fails, which is what an offline
 * page sees.
 */
export function pretendOffline(offline: boolean): void {
  const real = Object.getOwnPropertyDescriptor(window, 'realFetch')?.value ?? window.fetch
  Object.defineProperty(window, 'realFetch', { value: real, configurable: true })
  Object.defineProperty(navigator, 'onLine', { value: !offline, configurable: true })
  window.fetch = offline ? () => Promise.reject(new TypeError('Load failed')) : real
  window.dispatchEvent(new Event(offline ? 'offline' : 'online'))
}
