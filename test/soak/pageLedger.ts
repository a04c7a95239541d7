/** What a page holds on to, by its own books. */
export interface LedgerEntries {
  /** Listeners on objects that outlive a component: `window online`, `document paste`, ... */
  listeners: string[]
  objectUrls: number
  timers: number
  /** Requests that have neither been answered nor failed. */
  requests: number
}

/** Keeps the books from now on, by standing in for the browser's own functions. Call it before anything else runs. */
export function openLedger(): () => LedgerEntries {
  const listeners = watchListeners()
  const objectUrls = watchObjectUrls()
  const timers = watchTimers()
  const requests = watchRequests()
  return () => ({
    listeners: listeners().toSorted(),
    objectUrls: objectUrls(),
    timers: timers(),
    requests: requests(),
  })
}

function nameOf(target: EventTarget): string | undefined {
  if (target === window) return 'window'
  if (target === document) return 'document'
  if (target === document.body) return 'body'
  if (target === document.documentElement) return 'html'
  if (target instanceof MediaQueryList) return 'media'
  return target === navigator.serviceWorker ? 'serviceWorker' : undefined
}

function watchListeners(): () => string[] {
  const live = new Map<unknown, Map<string, string>>()
  // eslint-disable-next-line typescript/unbound-method -- called with its target below
  const add = EventTarget.prototype.addEventListener
  // eslint-disable-next-line typescript/unbound-method -- called with its target below
  const remove = EventTarget.prototype.removeEventListener
  const idOf = (target: string, type: string, options: unknown) =>
    `${target} ${type}${(typeof options === 'object' ? (options as AddEventListenerOptions | null)?.capture : options) ? ' capture' : ''}`
  const forget = (listener: unknown, id: string) => live.get(listener)?.delete(id)

  EventTarget.prototype.addEventListener = function (type, listener, options) {
    const target = nameOf(this)
    if (target !== undefined && listener) {
      const id = idOf(target, type, options)
      const kept = live.get(listener) ?? new Map<string, string>()
      live.set(listener, kept.set(id, id))
      const { once, signal } = typeof options === 'object' ? options : {}
      if (once) add.call(this, type, () => forget(listener, id), options)
      if (signal) add.call(signal, 'abort', () => forget(listener, id))
    }
    add.call(this, type, listener, options)
  }
  EventTarget.prototype.removeEventListener = function (type, listener, options) {
    const target = nameOf(this)
    if (target !== undefined) forget(listener, idOf(target, type, options))
    remove.call(this, type, listener, options)
  }
  return () => [...live.values()].flatMap((ids) => [...ids.values()])
}

function watchObjectUrls(): () => number {
  const live = new Set<string>()
  const create = URL.createObjectURL.bind(URL)
  const revoke = URL.revokeObjectURL.bind(URL)
  URL.createObjectURL = (source) => {
    const url = create(source)
    live.add(url)
    return url
  }
  URL.revokeObjectURL = (url) => {
    live.delete(url)
    revoke(url)
  }
  return () => live.size
}

function watchTimers(): () => number {
  const live = new Set<unknown>()
  const set = globalThis.setTimeout.bind(globalThis)
  const clear = globalThis.clearTimeout.bind(globalThis)
  const watched = (task: () => void, ms?: number) => {
    const id = set(() => {
      live.delete(id)
      task()
    }, ms)
    live.add(id)
    return id
  }
  Object.assign(globalThis, {
    setTimeout: watched,
    clearTimeout: (id: Parameters<typeof clear>[0]) => {
      live.delete(id)
      clear(id)
    },
  })
  return () => live.size
}

function watchRequests(): () => number {
  let open = 0
  const browserFetch = globalThis.fetch.bind(globalThis)
  globalThis.fetch = (...call) => {
    open += 1
    return browserFetch(...call).finally(() => (open -= 1))
  }
  // eslint-disable-next-line typescript/unbound-method -- called with its target below
  const send = XMLHttpRequest.prototype.send
  XMLHttpRequest.prototype.send = function (body) {
    open += 1
    this.addEventListener('loadend', () => (open -= 1), { once: true })
    send.call(this, body)
  }
  return () => open
}
