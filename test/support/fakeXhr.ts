import { vi } from 'vitest'

/** An XMLHttpRequest whose events the test fires itself: a conversation, without a network and without time. */
export class FakeXhr extends EventTarget {
  static readonly opened: FakeXhr[] = []
  readonly upload = new EventTarget()
  readonly requestHeaders: [string, string][] = []
  status = 0
  responseText = ''
  responseURL = ''
  withCredentials = false
  aborted = false
  method = ''
  url = ''
  body: unknown

  open(method: string, url: string): void {
    ;[this.method, this.url] = [method, url]
    FakeXhr.opened.push(this)
  }
  setRequestHeader(name: string, value: string): void {
    this.requestHeaders.push([name, value])
  }
  getAllResponseHeaders(): string {
    return 'ETag: "e1"\r\n'
  }
  send(body: unknown): void {
    this.body = body
  }
  abort(): void {
    this.aborted = true
    this.fire('abort')
  }

  /** An event of the request itself, such as Safari's own `abort`. */
  fire(type: string): void {
    this.dispatchEvent(new Event(type))
  }
  progress(loaded: number, total: number): void {
    this.upload.dispatchEvent(Object.assign(new Event('progress'), { loaded, total, lengthComputable: true }))
  }
  respond(status: number, body = ''): void {
    this.status = status
    this.responseText = body
    this.fire('load')
  }
}

/** Puts the fake in the place of the browser's; undone by `vi.unstubAllGlobals`. */
export function stubXhr(): void {
  FakeXhr.opened.length = 0
  vi.stubGlobal('XMLHttpRequest', FakeXhr)
}

/** The latest request that was opened. */
export function latestXhr(): FakeXhr {
  const xhr = FakeXhr.opened.at(-1)
  if (!xhr) throw new Error('no request was opened')
  return xhr
}
