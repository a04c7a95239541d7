import { StoreUnavailable, type StoredFacts } from './signingStore.ts'

export type Fetch = typeof globalThis.fetch

/** A call of the server's own. */
export interface StoreCall {
  method: string
  headers?: Record<string, string> | undefined
  body?: string | undefined
}

/** Asks a store for an object by a signed HEAD URL. */
export async function headObject(url: string, fetch?: Fetch): Promise<StoredFacts | undefined> {
  const response = await callStore(url, { method: 'HEAD' }, fetch)
  if (response.status === 404) return undefined
  const size = Number(response.headers.get('content-length') ?? Number.NaN)
  if (!response.ok || !Number.isInteger(size)) throw unusable(response.status)
  return { size }
}

/** Removes an object by a signed DELETE URL. Resolves with whether there was one, as far as the store tells. */
export async function deleteObject(url: string, fetch?: Fetch): Promise<boolean> {
  const response = await callStore(url, { method: 'DELETE' }, fetch)
  await response.body?.cancel()
  if (!response.ok && response.status !== 404) throw unusable(response.status)
  return response.ok
}

/** @throws StoreUnavailable when no answer came; an answer of any status is handed over */
export async function callStore(url: string, call: StoreCall, fetch: Fetch = globalThis.fetch): Promise<Response> {
  // Compressed answers to HEAD tell no length.
  const headers = { ...call.headers, 'accept-encoding': 'identity' }
  try {
    const body = call.body === undefined ? {} : { body: call.body }
    return await fetch(url, { method: call.method, redirect: 'manual', headers, ...body })
  } catch {
    // What was thrown may quote the signed URL.
    throw new StoreUnavailable('The object store could not be reached.')
  }
}

/** @param code the store's own, when it told one */
export function unusable(status: number, code = ''): StoreUnavailable {
  const said = /^\w{1,60}$/.test(code) ? `${status} (${code})` : String(status)
  return new StoreUnavailable(`The object store answered ${said} to the server's own request.`)
}
