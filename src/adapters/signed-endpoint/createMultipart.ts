import { UploadError } from '../../engine/errors.ts'
import type { MultipartBackend, MultipartRequest } from '../../engine/multipartPorts.ts'
import type { FileMeta, SignedPutCredential } from '../../engine/ports.ts'
import { readFields } from '../readFields.ts'
import { requestJson } from '../request.ts'
import type { BackendCall, BackendOptions } from '../request.ts'
import { endpointErrors } from './errors.ts'
import { readSignReply } from './readSignReply.ts'
import { readHandle } from './wire.ts'
import type { BeginRequest, MultipartBody, PartBody } from './wire.ts'

/** What is asked of a backend for an upload in parts. */
export type MultipartCalls = Omit<MultipartBackend, 'minFileSize' | 'isSequential'>

/** Uploads in parts through `POST {endpoint}/multipart/...`, see `wire.ts`. */
export function createMultipart(options: BackendOptions): MultipartCalls {
  const call = async (name: string, json: object, rest: Pick<BackendCall, 'stage' | 'signal' | 'keepalive'>) =>
    requestJson(options, { path: `multipart/${name}`, json, ...rest }, endpointErrors)

  return {
    beginMultipart: async ({ file, signal }) => {
      const request: BeginRequest = { ...describe(file), lastModified: file.lastModified, checksums: file.checksums }
      const reply = readFields((await call('begin', request, { stage: 'credentials', signal })).json, 'credentials')
      const handle = readHandle(reply)
      if (!handle) throw reply.refuse('key', 'is missing')
      const partSize = reply.number('partSize')
      if (!Number.isSafeInteger(partSize) || partSize < 1) throw reply.refuse('partSize', 'is no number of bytes')
      return { handle, uploadId: reply.string('uploadId'), partSize }
    },
    requestPart: async ({ attempt, file, itemId, part, signal, upload }) => {
      const request: PartBody = { ...bodyOf({ file, upload }), partNumber: part.partNumber, attempt }
      const { json, serverNowMs } = await call('part', request, { stage: 'credentials', signal })
      const credential = readSignReply(json, { file, itemId, serverNowMs, handle: upload.handle })
      if (credential.kind === 'signed-put') return partCredential(credential)
      throw new UploadError({
        code: 'answer-unreadable',
        stage: 'credentials',
        hint: 'A part is sent by PUT, not as a form.',
      })
    },
    listParts: async ({ file, upload, signal }) => {
      const reply = readFields(
        (await call('list', bodyOf({ file, upload }), { stage: 'credentials', signal })).json,
        'credentials',
      )
      if (!reply.has('parts')) return undefined
      return reply
        .objects('parts')
        .map((part) => ({ partNumber: part.number('partNumber'), size: part.number('size') }))
    },
    completeMultipart: async ({ file, upload, signal }) => {
      const { json } = await call('complete', bodyOf({ file, upload }), { stage: 'transfer', signal })
      const etag = json === undefined ? undefined : readFields(json, 'transfer').optionalString('etag')
      return { status: 200, etag, headers: {}, body: '' }
    },
    abortMultipart: async ({ keepalive, signal, upload }) => {
      const { handle, uploadId } = upload
      await call('abort', { handle, uploadId }, { stage: 'transfer', signal, keepalive })
    },
  }
}

function describe({ name, size, contentType: type }: FileMeta) {
  return { name, size, type }
}

function bodyOf({ file, upload }: Pick<MultipartRequest, 'file' | 'upload'>): MultipartBody {
  return { ...describe(file), ...upload }
}

/** A part has no type of its own: what is not handed out is not sent. */
function partCredential(credential: SignedPutCredential): SignedPutCredential {
  return credential.contentType === 'free' ? { ...credential, contentType: 'none' } : credential
}
