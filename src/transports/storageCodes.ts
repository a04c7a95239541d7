import type { ErrorCode } from '../engine/errors.ts'

/**
 * What a store's own code means. OSS: "HTTP status code" pages and https://www.alibabacloud.com/help/en/oss/support (error
 * codes); S3: https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html; Azure Blob:
 * https://learn.microsoft.com/rest/api/storageservices/blob-service-error-codes. `AccessDenied` is not here: its message decides.
 */
const codesByMeaning: Partial<Record<ErrorCode, readonly string[]>> = {
  'credential-expired': [
    'ExpiredToken',
    'SecurityTokenExpired',
    'RequestExpired',
    'TokenRefreshRequired',
    'ExpiredAuthenticationToken',
  ],
  'credential-refused': [
    'InvalidAccessKeyId',
    'InvalidSecurityToken',
    'InvalidToken',
    'AccessKeyIdAndSecurityTokenNotMatch',
    'NotSignedUp',
    // Azurite answers an expired SAS so; Azure itself says AuthenticationFailed.
    'AuthorizationFailure',
    'NoAuthenticationInformation',
  ],
  'signature-mismatch': [
    'SignatureDoesNotMatch',
    'InvalidSignature',
    'AuthenticationFailed',
    'InvalidAuthenticationInfo',
  ],
  'clock-skewed': ['RequestTimeTooSkewed', 'RequestInTheFuture'],
  'policy-violated': ['PolicyConditionFailed', 'InvalidAccordingToPolicy'],
  forbidden: [
    'UserDisable',
    'BucketDisable',
    'AccountIsDisabled',
    'AllAccessDisabled',
    'AccountProblem',
    'InvalidObjectState',
    'AuthorizationPermissionMismatch',
    'InsufficientAccountPermissions',
    'ApkDownloadForbidden',
  ],
  'cors-refused': ['AccessForbidden', 'CorsPreflightFailure'],
  'file-too-large': ['EntityTooLarge', 'RequestBodyTooLarge', 'MaxMessageLengthExceeded', 'ContentLengthExceeded'],
  'file-too-small': ['EntityTooSmall'],
  'file-invalid-type': ['UnsupportedMediaType', 'InvalidContentType'],
  'file-invalid-name': ['InvalidObjectName', 'KeyTooLong', 'KeyTooLongError', 'InvalidResourceName', 'InvalidBlobName'],
  'integrity-mismatch': [
    'InvalidDigest',
    'BadDigest',
    'InvalidCRC64',
    'XAmzContentChecksumMismatch',
    'XAmzContentSHA256Mismatch',
    'Md5Mismatch',
    'Crc64Mismatch',
    'InvalidMd5',
  ],
  'object-exists': [
    'FileAlreadyExists',
    'FileImmutable',
    'ObjectNotAppendable',
    'BlobAlreadyExists',
    'PreconditionFailed',
    'ConditionNotMet',
    'BlobImmutableDueToPolicy',
    'ObjectAlreadyExists',
  ],
  'quota-exceeded': [
    'QuotaExceeded',
    'StorageFull',
    'XMinioStorageFull',
    'BucketQuotaExceeded',
    'InsufficientCapacity',
    'AccountQuotaExceeded',
  ],
  timeout: ['RequestTimeout', 'OperationTimedOut'],
  network: ['IncompleteBody'],
  'rate-limited': [
    'SlowDown',
    'TooManyRequests',
    'RequestLimitExceeded',
    'UploadTrafficRateLimitExceeded',
    'DownloadTrafficRateLimitExceeded',
    'MetaOperationQpsLimitExceeded',
    'TotalQpsLimitExceeded',
    'ActiveRequestLimitExceeded',
    'CpuLimitExceeded',
  ],
  unavailable: [
    'ServiceUnavailable',
    'ServerBusy',
    'MirrorFailed',
    'ConditionalRequestConflict',
    'OperationAborted',
    'XMinioServerNotInitialized',
  ],
  // OSS lists BadRequest among what its SDKs try again.
  'server-error': ['InternalError', 'BadRequest', 'InternalServerError'],
  'not-found': [
    'NoSuchKey',
    'NoSuchUpload',
    'NoSuchVersion',
    'SymlinkTargetNotExist',
    'BlobNotFound',
    'ResourceNotFound',
  ],
  'store-misconfigured': [
    'NoSuchBucket',
    'ContainerNotFound',
    'InvalidBucketName',
    'MethodNotAllowed',
    'NotImplemented',
    'MissingContentLength',
    'InvalidArgument',
    'InvalidRequest',
    'InvalidPolicyDocument',
    'MalformedPOSTRequest',
    'FieldItemTooLong',
    'MaxPOSTPreDataLengthExceededError',
    'IncorrectNumberOfFilesInPOSTRequest',
    'RequestIsNotMultiPartContent',
    'InvalidEncryptionAlgorithmError',
    'SecondLevelDomainForbidden',
    'NonStandardHostForbidden',
    'PermanentRedirect',
    'TemporaryRedirect',
    'AuthorizationHeaderMalformed',
    'AuthorizationQueryParametersError',
    'MissingSecurityHeader',
    'MissingRequiredHeader',
    'InvalidHeaderValue',
    'UnsupportedHeader',
    'InvalidRange',
    'InvalidPart',
    'InvalidPartOrder',
    'InvalidBlobOrBlock',
    'InvalidBlockId',
    'InvalidBlockList',
    'BlockCountExceedsLimit',
    'InvalidBlobType',
  ],
  'stored-not-registered': ['CallbackFailed'],
}

const meanings: ReadonlyMap<string, ErrorCode> = new Map(
  Object.entries(codesByMeaning).flatMap(([code, names]) => names.map((name) => [name, code as ErrorCode] as const)),
)

/** Our code for a store's, or undefined for one that is not listed. */
export function meaningOfStorageCode(storageCode: string | undefined): ErrorCode | undefined {
  return storageCode === undefined ? undefined : meanings.get(storageCode)
}

/** What the HTTP status says when the body says nothing. */
export function meaningOfStatus(status: number): ErrorCode {
  const exact = meaningByStatus[status]
  if (exact) return exact
  if (status >= 500) return 'server-error'
  if (status >= 400) return 'vendor-refused'
  return status >= 200 && status < 300 ? 'answer-unreadable' : 'store-misconfigured'
}

const meaningByStatus: Readonly<Record<number, ErrorCode>> = {
  203: 'stored-not-registered',
  401: 'credential-refused',
  403: 'forbidden',
  404: 'not-found',
  405: 'store-misconfigured',
  408: 'timeout',
  409: 'object-exists',
  410: 'not-found',
  411: 'store-misconfigured',
  412: 'object-exists',
  413: 'file-too-large',
  415: 'file-invalid-type',
  424: 'unavailable',
  425: 'unavailable',
  429: 'rate-limited',
  501: 'store-misconfigured',
  502: 'unavailable',
  503: 'unavailable',
  504: 'unavailable',
  507: 'quota-exceeded',
}
