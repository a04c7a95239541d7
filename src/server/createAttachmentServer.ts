import type { AttachmentRecords } from './attachmentRecords.ts'
import { isPlainFolder } from './objectKey.ts'
import type { Answer, FileToCheck, Operation, RefusalCode } from './operation.ts'
import { createOperations } from './operations.ts'
import { readBody } from './readBody.ts'
import { StoreUnavailable, type SigningStore } from './signingStore.ts'

export interface AttachmentServerOptions {
  /** `createS3Store(...)`, `createOssStore(...)`, `createAzureStore(...)`, `createGcsStore(...)`. */
  store: SigningStore
  records: AttachmentRecords
  /**
   * Who asks, and what may they touch? Answers with the folder of their keys, e.g. `tickets/42`: plain segments, never made of
   * what the page sent without checking it. 401: nobody is signed in. 403: not allowed.
   */
  authorize: (request: Request) => Promise<string | 401 | 403> | string | 401 | 403
  /** Bytes. @default what stores take: 5 GiB in one request, 5 TiB in parts */
  maxBytes?: number | undefined
  /** Says why a file is not taken, before anything is signed. @default every file is */
  checkFile?: ((file: FileToCheck) => RefusalCode | undefined) | undefined
  /** How long uploads and downloads are good. @default 600 */
  lifeSeconds?: number | undefined
  /**
   * Bytes of each part of an upload in parts: rounded up to what the store wants, and more for files that would have too many.
   * @default 8 MiB
   */
  partSize?: number | undefined
  /** Milliseconds since the epoch. @default Date.now */
  now?: (() => number) | undefined
  /** Told of failures that the page only hears of as `unavailable` or `server-error`. @default nobody */
  onError?: ((error: unknown) => void) | undefined
}

/**
 * The other side of the adapters `signed-endpoint`, `s3`, `azure-blob` and `gcs`, to be mounted under any path of any framework: `POST .../sign`,
 * `commit`, `verify`, `list`, `download`, `discard` and `remove`, and `multipart/begin`, `multipart/part`, `multipart/list`,
 * `multipart/complete` and `multipart/abort`, each with a JSON body. The shapes are those of `signed-endpoint`.
 *
 * @example
 * const attachments = createAttachmentServer({ store, records, authorize: (request) => folderOf(request) })
 * export const POST = attachments
 */
export function createAttachmentServer(options: AttachmentServerOptions): (request: Request) => Promise<Response> {
  const { authorize, now = Date.now, onError = () => {} } = options
  const operations = createOperations({ ...options, now })

  async function answer(request: Request): Promise<Answer> {
    const operation = operationOf(new URL(request.url).pathname, operations)
    if (!operation) return { status: 404, code: 'unknown-operation' }
    if (request.method !== 'POST') return { status: 405, code: 'method-not-allowed' }
    const folder = await authorize(request)
    if (folder === 401) return { status: 401, code: 'unauthorized' }
    if (folder === 403) return { status: 403, code: 'forbidden' }
    if (!isPlainFolder(folder)) throw new TypeError('authorize() gave a folder that cannot lead an object key.')
    const body = await readBody(request)
    return body ? operation(folder, body) : { status: 400, code: 'invalid-request' }
  }

  return async (request) => {
    try {
      return toResponse(await answer(request), now())
    } catch (error) {
      onError(error)
      const isStore = error instanceof StoreUnavailable
      return toResponse({ status: isStore ? 503 : 500, code: isStore ? 'unavailable' : 'server-error' }, now())
    }
  }
}

/** By the last part of the path, or the last two. */
function operationOf(pathname: string, operations: Readonly<Record<string, Operation>>): Operation | undefined {
  const path = pathname.split('/').filter(Boolean)
  const name = [path.slice(-2), path.slice(-1)]
    .map((parts) => parts.join('/'))
    .find((each) => Object.hasOwn(operations, each))
  return name === undefined ? undefined : operations[name]
}

/** `Date` is the clock that the page measures a credential's life by. */
function toResponse(answer: Answer, nowMs: number): Response {
  const { status } = answer
  const body = 'code' in answer ? { error: { code: answer.code } } : answer.body
  const headers = { date: new Date(nowMs).toUTCString(), 'cache-control': 'no-store' }
  return Response.json(body, { status, headers })
}
