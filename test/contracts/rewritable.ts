import type { Harness } from '../simulator/simulatorFetch.ts'

export interface RewritableHarness extends Harness {
  rewrite: (change: (answer: unknown) => unknown) => void
}

/** A harness whose vendor answers can be changed on their way. */
export function rewritable(harness: Harness): RewritableHarness {
  let change: ((answer: unknown) => unknown) | undefined
  const reach: typeof fetch = async (input, init) => {
    const response = await harness.fetch(input, init)
    const isJson = response.headers.get('content-type')?.includes('json')
    if (!change || !isJson) return response
    return new Response(JSON.stringify(change(await response.json())), response)
  }
  return { ...harness, fetch: reach, rewrite: (next) => void (change = next) }
}
