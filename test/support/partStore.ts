import { abortError, UploadError, type UploadErrorInit } from '../../src/engine/errors.ts'
import type { MultipartBackend, MultipartUpload } from '../../src/engine/multipartPorts.ts'
import type { SignedPutCredential, Transport, TransportRequest } from '../../src/engine/ports.ts'
import { createScriptedAdapter, scriptedCredential } from '../../src/testing/scriptedAdapter.ts'

type PartSend = TransportRequest<SignedPutCredential> & { partNumber: number }

export interface PartStoreOptions {
  /** @default 10 */
  partSize?: number
  minFileSize?: number
  isSequential?: boolean
  /** Looks at each part on its way: throws to refuse it, waits to hold it up. */
  onSend?: (send: PartSend) => Promise<void> | void
  answers?: Parameters<typeof createScriptedAdapter>[0]
}

/** A store that takes parts and joins them, with a backend in front of it; keeps a log of what it was asked. */
export function createPartStore({
  partSize = 10,
  minFileSize = 20,
  isSequential,
  onSend,
  answers,
}: PartStoreOptions = {}) {
  const uploads = new Map<string, Map<number, Uint8Array<ArrayBuffer>>>()
  const objects = new Map<string, Uint8Array<ArrayBuffer>>()
  const log: string[] = []
  let begun = 0
  let inFlight = 0
  let mostInFlight = 0

  const multipart: MultipartBackend = {
    minFileSize,
    isSequential,
    async beginMultipart() {
      begun += 1
      log.push(`begin ${begun}`)
      uploads.set(`upload-${begun}`, new Map())
      return { handle: `object-${begun}`, uploadId: `upload-${begun}`, partSize }
    },
    async requestPart({ attempt, part, upload }) {
      log.push(`sign ${part.partNumber}${attempt > 1 ? ` again` : ''}`)
      const url = `https://store.example.test/${upload.uploadId}?partNumber=${part.partNumber}`
      return scriptedCredential(upload.handle, { url })
    },
    async listParts({ upload }) {
      log.push('list')
      const parts = uploads.get(upload.uploadId)
      return parts && [...parts].map(([partNumber, bytes]) => ({ partNumber, size: bytes.length }))
    },
    async completeMultipart({ file, upload }) {
      log.push('complete')
      const parts = uploads.get(upload.uploadId)
      if (!parts) throw new UploadError({ code: 'not-found', stage: 'transfer' })
      const bytes = await joined(parts)
      if (bytes.length !== file.size) throw new UploadError({ code: 'vendor-refused', stage: 'transfer' })
      uploads.delete(upload.uploadId)
      objects.set(upload.handle, bytes)
      return { status: 200, headers: {}, body: '' }
    },
    async abortMultipart({ keepalive, upload }) {
      log.push(`abort ${upload.uploadId}${keepalive ? ' keepalive' : ''}`)
      uploads.delete(upload.uploadId)
    },
  }

  const transport: Transport<SignedPutCredential> = {
    async send(request) {
      const url = new URL(request.credential.url)
      const partNumber = Number(url.searchParams.get('partNumber'))
      inFlight += 1
      mostInFlight = Math.max(mostInFlight, inFlight)
      try {
        await untilAborted(request.signal, onSend?.({ ...request, partNumber }))
        const parts = uploads.get(url.pathname.slice(1))
        if (!parts) throw refusal({ code: 'not-found', status: 404, storageCode: 'NoSuchUpload' })
        parts.set(partNumber, new Uint8Array(await request.file.arrayBuffer()))
        request.onProgress(request.meta.size)
        log.push(`put ${partNumber}`)
        return { status: 200, headers: {}, body: '' }
      } finally {
        inFlight -= 1
      }
    },
  }

  const adapter = { ...createScriptedAdapter(answers), multipart }
  return {
    adapter,
    log,
    mostInFlight: () => mostInFlight,
    objects,
    transport,
    transports: { 'signed-put': transport },
    uploads,
  }
}

export function refusal(init: Omit<UploadErrorInit, 'stage'>): UploadError {
  return new UploadError({ stage: 'transfer', ...init })
}

/** An upload that another page has begun. */
export function begunUpload(changes: Partial<MultipartUpload> = {}): MultipartUpload {
  return { handle: 'object-0', uploadId: 'upload-0', partSize: 10, ...changes }
}

async function joined(parts: ReadonlyMap<number, Uint8Array<ArrayBuffer>>): Promise<Uint8Array<ArrayBuffer>> {
  const inOrder = [...parts].toSorted(([one], [other]) => one - other).map(([, bytes]) => bytes)
  return new Uint8Array(await new Blob(inOrder).arrayBuffer())
}

/** As a transport does: an abort ends the request, whatever it waits for. */
function untilAborted(signal: AbortSignal, work: Promise<void> | void): Promise<void> {
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(abortError())
    if (signal.aborted) return onAbort()
    signal.addEventListener('abort', onAbort, { once: true })
    Promise.resolve(work).then(resolve, reject)
  })
}
