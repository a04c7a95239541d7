import type { WebHandler } from './nodeBridge.ts'

/** One request the simulator answered. Holds no query and no header, so no signature and no token. */
export interface LoggedRequest {
  plane: 'api' | 'store'
  method: string
  /** Percent-encoded, as it was asked for. */
  path: string
  /** `cut`: the connection was cut instead of an answer. */
  status: number | 'cut'
}

/** Counts what reaches the simulator, so that a test or a developer can see how often a page really asked. */
export interface RequestLog {
  /** Oldest first; the latest 10 000. */
  entries(): readonly LoggedRequest[]
  clear(): void
  /** The same handler, with its requests on record once they are answered. */
  watch(plane: LoggedRequest['plane'], handler: WebHandler): WebHandler
}

const capacity = 10_000

export function createRequestLog(): RequestLog {
  let entries: LoggedRequest[] = []
  const record = (plane: LoggedRequest['plane'], request: Request, status: LoggedRequest['status']) => {
    entries.push({ plane, method: request.method, path: new URL(request.url).pathname, status })
    if (entries.length > capacity) entries = entries.slice(-capacity / 2)
  }
  return {
    entries: () => entries,
    clear: () => {
      entries = []
    },
    watch: (plane, handler) => async (request) => {
      try {
        const response = await handler(request)
        record(plane, request, response.status)
        return response
      } catch (error) {
        record(plane, request, 'cut')
        throw error
      }
    },
  }
}
