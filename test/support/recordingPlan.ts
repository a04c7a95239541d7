/** How the recording server answers requests to one address. Travels in the address itself, so that browser tests need no other channel. */
export interface RecordingPlan {
  /** @default 200 */
  status?: number
  headers?: Record<string, string>
  body?: string
  /** Bytes of the object that GET serves, `content[i] = i % 251`; Range is understood unless `ignoresRange`. */
  objectBytes?: number
  ignoresRange?: boolean
  /** The connection is cut after so many bytes of the object; a request with a Range gets the rest. */
  cutsAfterBytes?: number
  /** @default true: preflights are granted and answers carry CORS headers */
  cors?: 'allowed' | 'preflight-refused' | 'hidden-answer'
  /** Names of readable response headers. */
  expose?: string[]
  /** The connection is cut: before the body is read, or when all of it was. */
  reset?: 'early' | 'after-body'
  /** Read everything, answer never. */
  hangs?: boolean
  /** 303 or 307 to this address. */
  redirectTo?: string
}

/** A request as it arrived. */
export interface RecordedRequest {
  method: string
  /** Path and query as sent. */
  url: string
  /** In order, names as sent. */
  headers: [name: string, value: string][]
  bodyBase64: string
}

/** An address of the recording server: `id` keeps one test's requests apart from another's. */
export function plannedUrl(serverUrl: string, id: string, plan: RecordingPlan = {}, query = ''): string {
  return `${serverUrl}/${id}/${encodeURIComponent(JSON.stringify(plan))}/object${query}`
}
