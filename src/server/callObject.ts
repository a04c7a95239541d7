import { StoreUnavailable, type StoredFacts } from './signingStore.ts'

type Fetch = typeof globalThis.fetch

/** Asks a store for an object by a signed HEAD URL. */
export async function headObject(url: string, fetch: Fetch = globalThis.fetch): Promise<StoredFacts | undefined> {
  const response = await reach(url, 'HEAD', fetch)
  if (response.status === 404) return undefined
  const size = Number(response.headers.get('content-length') ?? Number.NaN)
  if (!response.ok || !Number.isInteger(size)) throw unusable(response.status)
  return { size }
}

/** Removes an object by a signed DELETE URL. */
export async function deleteObject(url: string, fetch: Fetch = globalThis.fetch): Promise<void> {
  const { ok, status } = await reach(url, 'DELETE', fetch)
  if (!ok && status !== 404) throw unusable(status)
}

async function reach(url: string, method: string, fetch: Fetch): Promise<Response> {
  try {
    // Compressed answers to HEAD tell no length.
    return await fetch(url, { method, redirect: 'manual', headers: { 'accept-encoding': 'identity' } })
  } catch {
    // What was thrown may quote the signed URL.
    throw new StoreUnavailable('The object store could not be reached.')
  }
}

function unusable(status: number): StoreUnavailable {
  return new StoreUnavailable(`The object store answered ${status} to the server's own request.`)
}
