/** A refusal in OSS's words. Sources: "Error responses", "HTTP 4xx status code", the EC pages. */
export class StoreError extends Error {
  override readonly name = 'StoreError'
  readonly status: number
  readonly code: string
  /** More elements of the XML, in order. */
  readonly extras: Readonly<Record<string, string>>
  /** Found before the signature had passed. Real stores often answer such without CORS headers. */
  readonly isBeforeAuthorised: boolean

  constructor(
    status: number,
    code: string,
    message: string,
    options: {
      extras?: Record<string, string> | undefined
      ec?: string | undefined
      isBeforeAuthorised?: boolean
    } = {},
  ) {
    super(message)
    this.status = status
    this.code = code
    this.extras = { ...options.extras, ...(options.ec ? { EC: options.ec } : {}) }
    this.isBeforeAuthorised = options.isBeforeAuthorised ?? false
  }
}

/** 400 InvalidArgument, with what was at fault. */
export function invalidArgument(message: string, argument?: { name: string; value: string }, ec?: string): StoreError {
  const extras = argument && { ArgumentName: argument.name, ArgumentValue: argument.value }
  return new StoreError(400, 'InvalidArgument', message, { extras, ec })
}

export function noSuchBucket(bucket: string): StoreError {
  const options = { extras: { BucketName: bucket }, isBeforeAuthorised: true }
  return new StoreError(404, 'NoSuchBucket', 'The specified bucket does not exist.', options)
}

export function noSuchKey(key: string): StoreError {
  return new StoreError(404, 'NoSuchKey', 'The specified key does not exist.', { extras: { Key: key } })
}

export function noSuchUpload(uploadId: string): StoreError {
  const message =
    'The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted or completed.'
  return new StoreError(404, 'NoSuchUpload', message, { extras: { UploadId: uploadId } })
}

export function methodNotAllowed(method: string): StoreError {
  const options = { extras: { Method: method } }
  return new StoreError(405, 'MethodNotAllowed', 'The specified method is not allowed against this resource.', options)
}

export function fileAlreadyExists(): StoreError {
  return new StoreError(409, 'FileAlreadyExists', 'The object you specified already exists and can not be overwritten.')
}

/** The limit is named, as S3 does it, so that a client can tell people. */
export function entityTooLarge(maxBytes: number): StoreError {
  const options = { extras: { MaxSizeAllowed: String(maxBytes) } }
  return new StoreError(400, 'EntityTooLarge', 'Your proposed upload exceeds the maximum allowed size.', options)
}

export function entityTooSmall(sizeBytes: number, minBytes: number): StoreError {
  const options = { extras: { ProposedSize: String(sizeBytes), MinSizeAllowed: String(minBytes) } }
  return new StoreError(400, 'EntityTooSmall', 'Your proposed upload smaller than the minimum allowed size.', options)
}

export function callbackFailed(message: string): StoreError {
  return new StoreError(203, 'CallbackFailed', message, { ec: '0007-00000203' })
}
