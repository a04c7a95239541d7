import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import type { ErrorCode } from '../../src/engine/errors.ts'
import { readStorageError } from '../../src/transports/readStorageError.ts'

function read(status: number, body = '', headers: Record<string, string> = {}) {
  return readStorageError({ status, headers, body })
}

function xml(code: string, message = '', more = ''): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message}</Message>${more}</Error>`
}

const rows: [status: number, storageCode: string, code: ErrorCode, retryable: boolean][] = [
  [203, 'CallbackFailed', 'stored-not-registered', false],
  [400, 'InvalidArgument', 'store-misconfigured', false],
  [400, 'InvalidObjectName', 'file-invalid-name', false],
  [400, 'InvalidDigest', 'integrity-mismatch', true],
  [400, 'InvalidCRC64', 'integrity-mismatch', true],
  [400, 'BadDigest', 'integrity-mismatch', true],
  [400, 'EntityTooLarge', 'file-too-large', false],
  [400, 'EntityTooSmall', 'file-too-small', false],
  [400, 'InvalidPolicyDocument', 'store-misconfigured', false],
  [400, 'MalformedPOSTRequest', 'store-misconfigured', false],
  [400, 'IncorrectNumberOfFilesInPOSTRequest', 'store-misconfigured', false],
  [400, 'NotImplemented', 'store-misconfigured', false],
  [400, 'InvalidBlobOrBlock', 'store-misconfigured', false],
  [400, 'RequestTimeout', 'timeout', true],
  [400, 'IncompleteBody', 'network', true],
  [400, 'ExpiredToken', 'credential-expired', false],
  [403, 'AccessDenied', 'forbidden', false],
  [403, 'SecurityTokenExpired', 'credential-expired', false],
  [403, 'InvalidSecurityToken', 'credential-refused', false],
  [403, 'InvalidAccessKeyId', 'credential-refused', false],
  [403, 'RequestTimeTooSkewed', 'clock-skewed', false],
  [403, 'SignatureDoesNotMatch', 'signature-mismatch', false],
  [403, 'AccessForbidden', 'cors-refused', false],
  [403, 'SecondLevelDomainForbidden', 'store-misconfigured', false],
  [403, 'AuthenticationFailed', 'signature-mismatch', false],
  [404, 'NoSuchBucket', 'store-misconfigured', false],
  [404, 'NoSuchKey', 'not-found', false],
  [405, 'MethodNotAllowed', 'store-misconfigured', false],
  [409, 'FileAlreadyExists', 'object-exists', false],
  [409, 'BlobAlreadyExists', 'object-exists', false],
  [409, 'ConditionalRequestConflict', 'unavailable', true],
  [411, 'MissingContentLength', 'store-misconfigured', false],
  [412, 'PreconditionFailed', 'object-exists', false],
  [424, 'MirrorFailed', 'unavailable', true],
  [500, 'InternalError', 'server-error', true],
  [503, 'ServiceUnavailable', 'unavailable', true],
  [503, 'SlowDown', 'rate-limited', true],
  [503, 'ServerBusy', 'unavailable', true],
  [503, 'UploadTrafficRateLimitExceeded', 'rate-limited', true],
]

const bareStatuses: [status: number, code: ErrorCode][] = [
  [401, 'credential-refused'],
  [403, 'forbidden'],
  [404, 'not-found'],
  [408, 'timeout'],
  [410, 'not-found'],
  [413, 'file-too-large'],
  [415, 'file-invalid-type'],
  [418, 'vendor-refused'],
  [425, 'unavailable'],
  [429, 'rate-limited'],
  [500, 'server-error'],
  [502, 'unavailable'],
  [503, 'unavailable'],
  [504, 'unavailable'],
  [507, 'quota-exceeded'],
  [599, 'server-error'],
  [301, 'store-misconfigured'],
]

const expired: [spelling: string, status: number, body: string][] = [
  ['S3 presigned', 403, xml('AccessDenied', 'Request has expired', '<Expires>2026-01-01T00:00:00Z</Expires>')],
  ['S3 POST policy', 403, xml('AccessDenied', 'Invalid according to Policy: Policy expired.')],
  ['S3 token', 400, xml('ExpiredToken', 'The provided token has expired.')],
  ['OSS URL', 403, xml('AccessDenied', ' Request has expired. ')],
  ['OSS URL by EC alone', 403, xml('AccessDenied', '', '<EC>0002-00000069</EC>')],
  ['OSS token', 403, xml('SecurityTokenExpired', 'The security token you provided has expired.')],
  ['Ceph policy', 403, xml('AccessDenied', 'Policy expired')],
  [
    'Azure SAS',
    403,
    xml(
      'AuthenticationFailed',
      'Server failed to authenticate the request.',
      '<AuthenticationErrorDetail>Signature not valid in the specified time frame: Start</AuthenticationErrorDetail>',
    ),
  ],
  ['JSON', 403, '{"code":"InvalidCredential","message":"upload credential expired"}'],
]

describe('readStorageError', () => {
  it.each(rows)('R18 reads %i %s as %s', (status, storageCode, code, retryable) => {
    expect(read(status, xml(storageCode, 'no'))).toMatchObject({
      code,
      retryable,
      status,
      storageCode,
      stage: 'transfer',
    })
  })

  it.each(bareStatuses)('R18 reads a bare %i as %s', (status, code) => {
    expect(read(status)).toMatchObject({ code, status })
  })

  it.each(expired)('R09 reads an expired credential: %s', (_, status, body) => {
    expect(read(status, body).code).toBe('credential-expired')
  })

  it('R12 reads a URL dated ahead as a clock that is off', () => {
    const error = read(403, xml('AccessDenied', 'Request is not yet valid', '<X-Amz-Date>1558754452000</X-Amz-Date>'))
    expect(error.code).toBe('clock-skewed')
  })

  it('R09 does not take a complaint about an Expires parameter for an expiry', () => {
    const message = 'Query-string authentication requires the Signature, Expires and OSSAccessKeyId parameters'
    expect(read(403, xml('AccessDenied', message)).code).not.toBe('credential-expired')
  })

  it.each([
    'Invalid according to Policy: Policy Condition failed: [&quot;eq&quot;, &quot;$key&quot;, &quot;a&quot;]',
    'Policy missing condition: x-amz-meta-foo',
    'Policy check failed, variable not met condition: key',
    'Invalid according to Policy: Extra input fields: foo',
  ])('reads the refused policy in "%s"', (message) => {
    expect(read(403, xml('AccessDenied', message)).code).toBe('policy-violated')
  })

  it('does not take the policy of an account for the policy of a form', () => {
    const message = 'User is not authorized because no identity-based policy allows the action'
    expect(read(403, xml('AccessDenied', message)).code).toBe('forbidden')
  })

  it('R17 reads the real limit from the body', () => {
    const body = xml('EntityTooLarge', 'too big', '<ProposedSize>20</ProposedSize><MaxSizeAllowed>10</MaxSizeAllowed>')
    expect(read(400, body)).toMatchObject({ code: 'file-too-large', limitBytes: 10 })
  })

  it('R19 keeps what support needs and trims padded text', () => {
    const body = xml(' AccessDenied ', ' no ', '<RequestId> R1 </RequestId><HostId>h1</HostId><EC>0003-00000001</EC>')
    const error = read(403, body)
    expect(error).toMatchObject({ storageCode: 'AccessDenied', requestId: 'R1' })
    expect(error.cause).toEqual({ storageCode: 'AccessDenied', requestId: 'R1', hostId: 'h1', ec: '0003-00000001' })
    expect(error.hint).toBe('The store answered 403: AccessDenied; EC 0003-00000001; no')
  })

  it('R19 takes the request id from the headers when the body has none', () => {
    expect(read(500, '', { 'x-amz-request-id': 'A1' }).requestId).toBe('A1')
  })

  it('R19 reads vendor errors in JSON', () => {
    const body = '{"error_code":"GOM.00007256","error_msg":"invalid parameter","request_id":"r"}'
    expect(read(400, body)).toMatchObject({ code: 'vendor-refused', storageCode: 'GOM.00007256', requestId: 'r' })
  })

  it('R19 reads the errors that stores put into headers', () => {
    const encoded = btoa(xml('NoSuchKey', 'gone'))
    expect(read(404, '', { 'x-oss-err': encoded })).toMatchObject({ code: 'not-found', storageCode: 'NoSuchKey' })
    expect(read(409, '', { 'x-ms-error-code': 'BlobAlreadyExists' })).toMatchObject({ code: 'object-exists' })
  })

  it('R28 reads Retry-After in seconds, as a date, and not beyond reason', () => {
    const date = 'Sat, 21 Nov 2026 10:00:00 GMT'
    expect(read(503, '', { 'retry-after': '7' }).retryAfterMs).toBe(7000)
    expect(read(503, '', { 'retry-after': 'Sat, 21 Nov 2026 10:00:05 GMT', date }).retryAfterMs).toBe(5000)
    expect(read(503, '', { 'retry-after': '999999999' }).retryAfterMs).toBe(15 * 60_000)
    expect(read(503, '', { 'retry-after': 'soon' }).retryAfterMs).toBeUndefined()
  })

  it('tells the end of the embedder session from a refused credential', () => {
    const error = readStorageError({ status: 401, headers: {}, body: '' }, { ownBackend: true })
    expect(error.code).toBe('unauthorized')
  })

  it('R67 keeps signed addresses, signatures and tokens out of the hint', () => {
    const message =
      'https://b.example/a?Signature=abc%2F was refused, token=xyz, sig ' +
      'QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVo0NTY3ODkw'
    const { hint } = read(403, xml('AccessDenied', message.replaceAll('&', '&amp;')))
    expect(hint).toBe('The store answered 403: AccessDenied; https://b.example/a?… was refused, token=…, sig …')
  })

  it.each([
    '',
    '<',
    '<Error>',
    '<Error><Code>',
    '<html><body>502 Bad Gateway',
    '{',
    '[]',
    'null',
    '{"error":null}',
    '\uFEFF\0',
  ])('R19 does not throw on %o', (body) => {
    expect(read(502, body)).toMatchObject({ code: 'unavailable', status: 502, storageCode: undefined })
  })

  it('R19 never throws, whatever it is given', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 999 }),
        fc.string({ unit: 'binary' }),
        fc.dictionary(fc.string(), fc.string()),
        (status, text, headers) => {
          for (const body of [text, `<Error><Code>${text}</Code></Error>`, `{"code":${JSON.stringify(text)}}`]) {
            const error = readStorageError({ status, headers: { ...headers, 'x-oss-err': text }, body })
            expect(error.hint!.length).toBeLessThan(700)
          }
        },
      ),
    )
  })
})
