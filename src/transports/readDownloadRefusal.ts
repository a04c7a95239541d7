import { UploadError } from '../engine/errors.ts'
import type { Attachment, DownloadCredential } from '../engine/ports.ts'
import { isOwnOrigin } from './isOwnOrigin.ts'
import { parseErrorBody } from './parseErrorBody.ts'
import { readText } from './readBody.ts'
import { readStorageError } from './readStorageError.ts'

const maxTextBytes = 64 * 1024

/**
 * The error an answer to a download tells of, or undefined when it is the file. Looks at the status first, then at the type:
 * some stream endpoints say no with a JSON body and a good status, and sign-in walls answer everything with a page. A body is
 * read only where it cannot be the file.
 */
export async function readDownloadRefusal(
  response: Response,
  attachment: Attachment,
  credential: DownloadCredential,
): Promise<UploadError | undefined> {
  if (!response.ok) return readRefusedStatus(response, credential)
  if (response.headers.has('content-disposition') || response.url.startsWith('blob:')) return undefined
  const type = response.headers.get('content-type') ?? ''
  if (/\bjson\b/i.test(type) && !isNamed(attachment, /\.(?:\w*json|map|har)$/i, /json/i))
    return readJsonRefusal(response)
  if (/^text\/html/i.test(type) && !isNamed(attachment, /\.x?html?$/i, /html/i))
    return answeredWithPage(response.status)
  return undefined
}

async function readRefusedStatus(response: Response, credential: DownloadCredential): Promise<UploadError> {
  const ownBackend = credential.withCredentials === true || isOwnOrigin(response.url || credential.url)
  const body = await readText(response, maxTextBytes).catch(() => '')
  const headers = Object.fromEntries(response.headers)
  return readStorageError({ status: response.status, headers, body }, { stage: 'download', ownBackend })
}

async function readJsonRefusal(response: Response): Promise<UploadError> {
  const { storageCode, requestId } = parseErrorBody(await readText(response, maxTextBytes))
  return new UploadError({
    code: 'vendor-refused',
    stage: 'download',
    status: response.status,
    storageCode,
    requestId,
    hint: 'The file was asked for and a JSON answer came instead.',
  })
}

function answeredWithPage(status: number): UploadError {
  return new UploadError({
    code: 'answer-unreadable',
    stage: 'download',
    status,
    hint: 'The file was asked for and a web page came instead, from a sign-in wall or a proxy in between.',
  })
}

function isNamed({ name, contentType = '' }: Attachment, extension: RegExp, type: RegExp): boolean {
  return extension.test(name) || type.test(contentType)
}
