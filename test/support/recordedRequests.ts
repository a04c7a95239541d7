import { inject } from 'vitest'
import { plannedUrl, type RecordedRequest, type RecordingPlan } from './recordingPlan.ts'

/** One test's corner of the recording server. */
export interface Recording {
  /** An address that answers by the plan; `query` is appended as it stands. */
  url: (plan?: RecordingPlan, query?: string) => string
  /** What arrived, preflights left out. */
  requests: () => Promise<RecordedRequest[]>
}

export function createRecording(): Recording {
  const server = inject('recordingUrl')
  const id = crypto.randomUUID()
  return {
    url: (plan, query) => plannedUrl(server, id, plan, query),
    requests: async () => (await (await fetch(`${server}/recorded/${id}`)).json()) as RecordedRequest[],
  }
}

/** The body as it arrived. */
export function bodyOf({ bodyBase64 }: RecordedRequest): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(bodyBase64), (character) => character.charCodeAt(0))
}

export function bodyTextOf(request: RecordedRequest): string {
  return new TextDecoder().decode(bodyOf(request))
}

/** Headers of every request, which no page decides on. */
const browserHeaders =
  /^(?:host|connection|content-length|user-agent|accept|accept-encoding|accept-language|origin|referer|sec-.*|cache-control|pragma|dnt)$/i

/** The headers that did not come from the browser itself, as a sorted list. */
export function ownHeadersOf({ headers }: RecordedRequest): string[] {
  return headers
    .filter(([name]) => !browserHeaders.test(name))
    .map(([name, value]) => `${name.toLowerCase()}: ${value}`)
    .toSorted()
}
