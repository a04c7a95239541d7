import { useSyncExternalStore } from 'react'

/** What of the page stands in its address, so that a reload and a shared link show the same. */
export interface PageAddress {
  ticket: string | undefined
  system: string | undefined
}

/** The page's address and a function that changes parts of it. */
export function usePageAddress(): [PageAddress, (change: Partial<PageAddress>) => void] {
  const search = useSyncExternalStore(subscribe, () => window.location.search)
  const params = new URLSearchParams(search)
  return [{ ticket: params.get('ticket') ?? undefined, system: params.get('system') ?? undefined }, changeAddress]
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('popstate', listener)
  return () => window.removeEventListener('popstate', listener)
}

function changeAddress(change: Partial<PageAddress>): void {
  const url = new URL(window.location.href)
  for (const [name, value] of Object.entries(change)) if (value !== undefined) url.searchParams.set(name, value)
  window.history.pushState(null, '', url)
  window.dispatchEvent(new PopStateEvent('popstate'))
}
