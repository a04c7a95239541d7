import { StoreError } from '../storeError.ts'

/** The headers of an answer as S3 writes them: its own names, and the ETag in lower case. */
export function toS3Headers(oss: Headers): Headers {
  const kept = [...oss].filter(([name]) => !name.startsWith('x-oss-') && name !== 'content-md5')
  const headers = new Headers(kept)
  const etag = oss.get('etag')
  if (etag !== null) headers.set('etag', etag.toLowerCase())
  const requestId = oss.get('x-oss-request-id')
  if (requestId !== null) headers.set('x-amz-request-id', requestId.slice(0, 16))
  headers.set('server', 'AmazonS3')
  return headers
}

type Words = readonly [status: number, code: string, message: string]

/** What S3 says where its words are not OSS's. Source: "Error responses" of the S3 API reference. */
const words: Readonly<Record<string, Words>> = {
  FileAlreadyExists: [412, 'PreconditionFailed', 'At least one of the pre-conditions you specified did not hold'],
  InvalidDigest: [400, 'BadDigest', 'The Content-MD5 you specified did not match what we received.'],
  InvalidObjectName: [400, 'KeyTooLongError', 'Your key is too long'],
  NotImplemented: [501, 'NotImplemented', 'A header you provided implies functionality that is not implemented'],
}

/** A refusal in S3's words, without OSS's finer codes. */
export function toS3Error(error: StoreError): StoreError {
  const { EC: _ec, ...extras } = error.extras
  const [status, code, message] = words[error.code] ?? [error.status, error.code, error.message]
  return new StoreError(status, code, message, { extras, isBeforeAuthorised: error.isBeforeAuthorised })
}
