import type { DownloadStream, DownloadTransport, OpenDownload } from '../engine/downloadPorts.ts'
import { UploadError } from '../engine/errors.ts'
import { safeFilename } from '../engine/safeFilename.ts'
import { callStore, type Call, type CallOptions } from './callStore.ts'
import { parseContentDisposition } from './contentDisposition.ts'
import { parseContentRange } from './contentRange.ts'
import { readBody } from './readBody.ts'
import { readDownloadRefusal } from './readDownloadRefusal.ts'

export type FetchDownloadOptions = CallOptions

/** Downloads on `fetch`: streams the body, with exactly the credential's headers and a Range where a part is wanted. */
export function createFetchDownloadTransport(options: FetchDownloadOptions = {}): DownloadTransport {
  return {
    async open(request) {
      const range = request.offset > 0 ? `bytes=${request.offset}-` : undefined
      const call = await callStore(request, range, options)
      try {
        return await readStream(call, request)
      } catch (thrown) {
        call.close()
        throw thrown
      }
    },
    async probe(request) {
      const call = await callStore(request, 'bytes=0-0', options)
      try {
        // An empty object has no first byte; that it says so means that it is there.
        if (call.response.status !== 416) await refuseBadAnswer(call.response, request)
      } finally {
        call.close()
      }
    },
  }
}

async function readStream(call: Call, request: OpenDownload): Promise<DownloadStream> {
  const { response } = call
  const { headers } = response
  const range = parseContentRange(headers.get('content-range'))
  const validator = headers.get('etag') ?? headers.get('last-modified') ?? undefined
  // Everything had arrived before; only the end of the connection was lost.
  if (response.status === 416 && request.offset > 0 && (range?.totalBytes ?? request.offset) === request.offset) {
    call.close()
    return {
      offset: request.offset,
      totalBytes: request.offset,
      filename: undefined,
      validator,
      body: nothing(),
      close: call.close,
    }
  }
  await refuseBadAnswer(response, request)
  const isPart = response.status === 206
  const offset = isPart ? (range?.start ?? request.offset) : 0
  const disposition = headers.get('content-disposition')
  return {
    offset,
    totalBytes: range?.totalBytes ?? totalOf(headers, offset),
    filename: disposition === null ? undefined : safeFilename(parseContentDisposition(disposition).filename ?? ''),
    validator,
    body: chunksOf(call),
    close: call.close,
  }
}

async function refuseBadAnswer(
  response: Response,
  { attachment, credential }: Omit<OpenDownload, 'offset'>,
): Promise<void> {
  const refusal = await readDownloadRefusal(response, attachment, credential)
  if (refusal) throw refusal
}

/** Content-Length counts the bytes on the wire: with an encoding they are not the file's. */
function totalOf(headers: Headers, offset: number): number | undefined {
  const length = headers.get('content-length')
  if (length === null || headers.has('content-encoding')) return undefined
  return offset + Number(length)
}

async function* chunksOf({ response, patience, close }: Call): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  try {
    for await (const chunk of readBody(response)) {
      patience.renew()
      yield chunk
    }
  } catch (thrown) {
    const explained = patience.explain(thrown)
    // An AbortError that we did not cause is the browser's own way of losing a connection.
    throw explained === thrown ? brokenOff(thrown) : explained
  } finally {
    close()
  }
}

function brokenOff(cause: unknown): UploadError {
  const code = globalThis.navigator?.onLine === false ? 'offline' : 'network'
  return new UploadError({ code, stage: 'download', hint: 'The connection broke while the file came in.', cause })
}

async function* nothing(): AsyncGenerator<Uint8Array<ArrayBuffer>> {}
