import type { UploadRequest } from '../../src/engine/ports.ts'
import { UploadError } from '../../src/engine/errors.ts'

export const neverAborted = new AbortController().signal

/** An upload request as the engine makes it. */
export function uploadRequest(overrides: Partial<UploadRequest> = {}): UploadRequest {
  return {
    itemId: 'item-1',
    file: { name: 'report.pdf', size: 5, contentType: 'application/pdf', lastModified: 0 },
    attempt: 1,
    signal: neverAborted,
    ...overrides,
  }
}

/** A fetch that answers every call with the same JSON and keeps the requests it saw. */
export function answering(body: unknown, init: ResponseInit = {}): typeof fetch & { requests: Request[] } {
  const requests: Request[] = []
  const answer = async (input: RequestInfo | URL, sent?: RequestInit) => {
    requests.push(new Request(input, sent))
    const text = typeof body === 'string' ? body : JSON.stringify(body)
    return new Response(text, { headers: { 'content-type': 'application/json' }, ...init })
  }
  return Object.assign(answer, { requests })
}

/** The `UploadError` a call rejects with; anything else fails the test. */
export async function failureOf(promise: Promise<unknown>): Promise<UploadError> {
  const thrown = await promise.then(
    () => undefined,
    (error: unknown) => error,
  )
  if (thrown instanceof UploadError) return thrown
  throw new Error('expected an UploadError', { cause: thrown })
}
