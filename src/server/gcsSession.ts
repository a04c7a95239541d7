import type { S3Call } from '../signing/s3/s3V4.ts'
import { callStore, unusable, type Fetch } from './callObject.ts'
import type { BegunUpload, ListedPart, MultipartStore } from './multipartStore.ts'
import type { TextSealer } from './sealText.ts'
import { StoreUnavailable } from './signingStore.ts'
import { xmlText } from './storeXml.ts'

export interface GcsSessionOptions {
  presign: (key: string, call: S3Call, lifeSeconds: number) => Promise<string>
  sealer: TextSealer
  /** Of the page that sends the bytes: the session answers no other. */
  pageOrigin: string
  fetch?: Fetch | undefined
}

/** How far a session has come: bytes stored, or the object is made, or it is gone. */
type Progress = number | 'complete' | 'gone'

const ownLifeSeconds = 60
/** Chunks of a session are multiples of it, all but the last. */
const chunkStep = 256 * 1024

/**
 * A resumable session of Cloud Storage as an upload in parts, which then come one after another. A session's address lets its
 * holder write for a week, so it is handed out sealed and opened anew for every part. Source: "Resumable uploads" of the
 * Cloud Storage documentation.
 */
export function createGcsSession({ presign, sealer, pageOrigin, fetch }: GcsSessionOptions): MultipartStore {
  const addressOf = ({ key, uploadId }: BegunUpload) => sealer.open(uploadId, key)

  async function progressOf(address: string, totalSize: number): Promise<Progress> {
    const headers = { 'Content-Range': `bytes */${totalSize}` }
    const response = await callStore(address, { method: 'PUT', headers }, fetch)
    const body = await response.text()
    if (response.status === 308) return readStoredBytes(response.headers.get('range'))
    if (response.ok) return 'complete'
    // 499: somebody has cancelled it.
    if ([404, 410, 499].includes(response.status)) return 'gone'
    throw unusable(response.status, xmlText(body, 'Code'))
  }

  return {
    minPartSize: chunkStep,
    partStep: chunkStep,
    maxParts: 10_000,
    begin: async ({ key, size, type }) => {
      const headers = { 'Content-Type': type, 'x-goog-resumable': 'start' }
      const url = await presign(key, { method: 'POST', headers }, ownLifeSeconds)
      const unsigned = { Origin: pageOrigin, 'X-Upload-Content-Length': String(size) }
      const response = await callStore(url, { method: 'POST', headers: { ...headers, ...unsigned } }, fetch)
      const body = await response.text()
      const address = response.headers.get('location')
      if (!response.ok || !address) throw unusable(response.status, xmlText(body, 'Code'))
      return sealer.seal(address, key)
    },
    signPart: async ({ offset, size, totalSize, ...upload }) => {
      const address = await addressOf(upload)
      const stored = address === undefined ? 'gone' : await progressOf(address, totalSize)
      if (address === undefined || stored === 'gone') return undefined
      // The answer to these bytes was lost: sent again, they would be refused.
      if (stored === 'complete' || stored >= offset + size) return { skip: true }
      if (stored < offset) throw new StoreUnavailable('The object store has not kept all bytes before that part.')
      const headers = { 'Content-Range': `bytes ${offset}-${offset + size - 1}/${totalSize}` }
      return { method: 'PUT', url: address, headers, successStatuses: [308] }
    },
    list: async ({ partSize, size, ...upload }) => {
      const address = await addressOf(upload)
      const stored = address === undefined ? 'gone' : await progressOf(address, size)
      return typeof stored === 'number' ? wholeParts(stored, partSize) : undefined
    },
    // The last part has made the object of them.
    complete: async ({ size, ...upload }) => {
      const address = await addressOf(upload)
      return address !== undefined && (await progressOf(address, size)) === 'complete'
    },
    abort: async (upload) => {
      const address = await addressOf(upload)
      if (address === undefined) return false
      const response = await callStore(address, { method: 'DELETE' }, fetch)
      await response.body?.cancel()
      if ([404, 410].includes(response.status)) return false
      if (!response.ok && response.status !== 499) throw unusable(response.status)
      return true
    },
  }
}

/** `bytes=0-524287`; absent as long as nothing is stored. */
function readStoredBytes(range: string | null): number {
  const last = /^bytes=0-(\d+)$/.exec(range ?? '')?.[1]
  return last === undefined ? 0 : Number(last) + 1
}

/** What is stored of a part that was cut off is sent again with it: a session passes over bytes that it has. */
function wholeParts(stored: number, partSize: number): ListedPart[] {
  return Array.from({ length: Math.floor(stored / partSize) }, (_, index) => ({
    partNumber: index + 1,
    size: partSize,
  }))
}
