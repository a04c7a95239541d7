import type { Fault } from '../../src/simulator/faults.ts'
import type { VendorName } from '../../src/simulator/quirks.ts'
import { defineRow } from './defineRow.ts'
import type { FaultRow, RowEnd } from './faultRow.ts'
import { always, answer, exchangesOf, htmlPage, s3Error, strike } from './faultOf.ts'

type Upload = readonly [VendorName, 'PUT' | 'POST']

const ticket: Upload = ['alibaba-ticket', 'PUT']
const backup: Upload = ['alibaba-cloud-backup', 'POST']
const dingtalk: Upload = ['dingtalk-storage', 'PUT']
const s3Put: Upload = ['signed-endpoint', 'PUT']
const s3Post: Upload = ['signed-endpoint', 'POST']

interface AnswerLine {
  proves: string
  says: string
  fault: Fault
  at: readonly Upload[]
  end: RowEnd
  /** @default always */
  times?: number
}

/** OSS as it answers uploads, one line per answer. */
const ossAnswers: readonly AnswerLine[] = [
  {
    proves: 'R18',
    says: '403 AccessDenied',
    fault: answer(403, 'AccessDenied', { message: 'You have no right to access this object.' }),
    at: [ticket, backup, dingtalk],
    end: { code: 'forbidden', tries: 1, storageCode: 'AccessDenied', status: 403 },
  },
  {
    proves: 'R18',
    says: '403 Request has expired',
    fault: answer(403, 'AccessDenied', { message: 'Request has expired.' }),
    at: [ticket, dingtalk],
    end: { code: 'credential-expired', tries: 2, storageCode: 'AccessDenied' },
  },
  {
    proves: 'R18',
    says: '403 Policy expired',
    fault: answer(403, 'AccessDenied', { message: 'Invalid according to Policy: Policy expired.' }),
    at: [backup],
    end: { code: 'credential-expired', tries: 2, storageCode: 'AccessDenied' },
  },
  {
    proves: 'R19',
    says: '403 a condition of the policy failed',
    fault: answer(403, 'AccessDenied', {
      message: 'Invalid according to Policy: Policy Condition failed: ["eq", "$key", "a"]',
    }),
    at: [backup],
    end: { code: 'policy-violated', tries: 1, storageCode: 'AccessDenied' },
  },
  {
    proves: 'R18',
    says: '403 SignatureDoesNotMatch',
    fault: answer(403, 'SignatureDoesNotMatch'),
    at: [ticket, backup, dingtalk],
    end: { code: 'signature-mismatch', tries: 2, storageCode: 'SignatureDoesNotMatch' },
  },
  {
    proves: 'R18',
    says: '403 RequestTimeTooSkewed',
    fault: answer(403, 'RequestTimeTooSkewed'),
    at: [dingtalk],
    end: { code: 'clock-skewed', tries: 2, storageCode: 'RequestTimeTooSkewed' },
  },
  {
    proves: 'R18',
    says: '403 InvalidAccessKeyId, then a good key',
    fault: answer(403, 'InvalidAccessKeyId'),
    at: [ticket, backup],
    times: 1,
    end: { code: 'done', tries: 2 },
  },
  {
    proves: 'R19',
    says: '400 EntityTooLarge',
    fault: answer(400, 'EntityTooLarge'),
    at: [ticket, backup, dingtalk],
    end: { code: 'file-too-large', tries: 1, storageCode: 'EntityTooLarge', status: 400 },
  },
  {
    proves: 'R18',
    says: '400 InvalidDigest, once',
    fault: answer(400, 'InvalidDigest'),
    at: [ticket, dingtalk],
    times: 1,
    end: { code: 'done', tries: 2 },
  },
  {
    proves: 'R28',
    says: '408',
    fault: answer(408, 'RequestTimeout'),
    at: [ticket, backup],
    end: { code: 'timeout', tries: 4, storageCode: 'RequestTimeout', status: 408 },
  },
  {
    proves: 'R28',
    says: '429 with Retry-After: 1, once',
    fault: answer(429, 'TooManyRequests', { headers: { 'retry-after': '1' } }),
    at: [ticket, backup, dingtalk],
    times: 1,
    end: { code: 'done', tries: 2, leastMs: 1000 },
  },
  {
    proves: 'R28',
    says: '500 InternalError',
    fault: answer(500, 'InternalError'),
    at: [ticket, backup, dingtalk],
    end: { code: 'server-error', tries: 4, storageCode: 'InternalError', status: 500 },
  },
  {
    proves: 'R28',
    says: '503 ServiceUnavailable, twice',
    fault: answer(503, 'ServiceUnavailable'),
    at: [ticket, backup, dingtalk],
    times: 2,
    end: { code: 'done', tries: 3 },
  },
  {
    proves: 'R19',
    says: '500 with malformed XML',
    fault: answer(500, 'InternalError', { body: 'malformed' }),
    at: [ticket, backup],
    end: { code: 'server-error', tries: 4, status: 500 },
  },
  {
    proves: 'R19',
    says: '403 with malformed XML',
    fault: answer(403, 'AccessDenied', { body: { contentType: 'application/xml', text: '<Error><Code>Acc' } }),
    at: [dingtalk],
    end: { code: 'forbidden', tries: 1, status: 403 },
  },
  {
    proves: 'R19',
    says: "502 with a proxy's page",
    fault: answer(502, undefined, { body: 'html' }),
    at: [ticket, backup, dingtalk],
    end: { code: 'unavailable', tries: 4, status: 502 },
  },
  {
    proves: 'R22',
    says: '200 with a page in it',
    fault: answer(200, undefined, { body: htmlPage }),
    at: [ticket, backup],
    end: { code: 'answer-unreadable', tries: 1, status: 200 },
  },
  {
    proves: 'R19',
    says: '403 with an empty body',
    fault: answer(403, undefined, { body: 'empty' }),
    at: [ticket, backup],
    end: { code: 'forbidden', tries: 1, status: 403 },
  },
  {
    proves: 'R18',
    says: '415 wrong type',
    fault: answer(415, undefined, { body: 'empty' }),
    at: [backup, dingtalk],
    end: { code: 'file-invalid-type', tries: 1, status: 415 },
  },
  {
    proves: 'R18',
    says: '409 FileAlreadyExists',
    fault: answer(409, 'FileAlreadyExists'),
    at: [ticket],
    end: { code: 'object-exists', tries: 1, storageCode: 'FileAlreadyExists' },
  },
  {
    proves: 'R18',
    says: '404 NoSuchBucket',
    fault: answer(404, 'NoSuchBucket'),
    at: [backup],
    end: { code: 'store-misconfigured', tries: 1, storageCode: 'NoSuchBucket' },
  },
]

const slowDown = 'Please reduce your request rate.'

/** Amazon S3 and MinIO as they answer uploads. */
const s3Answers: readonly AnswerLine[] = [
  {
    proves: 'R18',
    says: '403 Request has expired',
    fault: s3Error(403, 'AccessDenied', 'Request has expired', { Expires: '2026-01-01T00:00:00Z' }),
    at: [s3Put],
    end: { code: 'credential-expired', tries: 2, storageCode: 'AccessDenied' },
  },
  {
    proves: 'R18',
    says: '400 ExpiredToken, then a good one',
    fault: s3Error(400, 'ExpiredToken', 'The provided token has expired.'),
    at: [s3Put, s3Post],
    times: 1,
    end: { code: 'done', tries: 2 },
  },
  {
    proves: 'R28',
    says: '503 SlowDown',
    fault: s3Error(503, 'SlowDown', slowDown),
    at: [s3Put, s3Post],
    end: { code: 'rate-limited', tries: 4, storageCode: 'SlowDown', status: 503 },
  },
  {
    proves: 'R19',
    says: '400 EntityTooLarge with MaxSizeAllowed',
    fault: s3Error(400, 'EntityTooLarge', 'Your proposed upload exceeds the maximum allowed size', {
      ProposedSize: '40000',
      MaxSizeAllowed: '1024',
    }),
    at: [s3Put, s3Post],
    end: { code: 'file-too-large', tries: 1, storageCode: 'EntityTooLarge', limitBytes: 1024 },
  },
  {
    proves: 'R18',
    says: '400 EntityTooSmall',
    fault: s3Error(400, 'EntityTooSmall', 'Your proposed upload is smaller than the minimum allowed size'),
    at: [s3Post],
    end: { code: 'file-too-small', tries: 1, storageCode: 'EntityTooSmall' },
  },
  {
    proves: 'R18',
    says: '403 a condition of the policy failed',
    fault: s3Error(
      403,
      'AccessDenied',
      'Invalid according to Policy: Policy Condition failed: ["eq", "$Content-Type", "image/png"]',
    ),
    at: [s3Post],
    end: { code: 'policy-violated', tries: 1, storageCode: 'AccessDenied' },
  },
  {
    proves: 'R18',
    says: '403 RequestTimeTooSkewed',
    fault: s3Error(
      403,
      'RequestTimeTooSkewed',
      'The difference between the request time and the current time is too large.',
    ),
    at: [s3Put],
    end: { code: 'clock-skewed', tries: 2, storageCode: 'RequestTimeTooSkewed' },
  },
  {
    proves: 'R18',
    says: '403 SignatureDoesNotMatch',
    fault: s3Error(403, 'SignatureDoesNotMatch', 'The request signature we calculated does not match.'),
    at: [s3Put, s3Post],
    end: { code: 'signature-mismatch', tries: 2, storageCode: 'SignatureDoesNotMatch' },
  },
  {
    proves: 'R18',
    says: '400 BadDigest',
    fault: s3Error(400, 'BadDigest', 'The Content-MD5 you specified did not match what we received.'),
    at: [s3Put],
    end: { code: 'integrity-mismatch', tries: 4, storageCode: 'BadDigest' },
  },
  {
    proves: 'R18',
    says: '507 XMinioStorageFull',
    fault: s3Error(507, 'XMinioStorageFull', 'Storage backend has reached its minimum free drive threshold.'),
    at: [s3Put],
    end: { code: 'quota-exceeded', tries: 1, storageCode: 'XMinioStorageFull' },
  },
  {
    proves: 'R18',
    says: '412 PreconditionFailed',
    fault: s3Error(412, 'PreconditionFailed', 'At least one of the pre-conditions you specified did not hold'),
    at: [s3Put],
    end: { code: 'object-exists', tries: 1, storageCode: 'PreconditionFailed', verifies: 1 },
  },
  {
    proves: 'R22',
    says: '200 with an error document in it',
    fault: s3Error(200, 'InternalError', 'We encountered an internal error. Please try again.'),
    at: [s3Put],
    end: { code: 'server-error', tries: 4, storageCode: 'InternalError', status: 200 },
  },
  {
    proves: 'R28',
    says: '500 InternalError, once',
    fault: s3Error(500, 'InternalError', 'We encountered an internal error. Please try again.'),
    at: [s3Put, s3Post],
    times: 1,
    end: { code: 'done', tries: 2 },
  },
  {
    proves: 'R18',
    says: '403 AccessDenied',
    fault: s3Error(403, 'AccessDenied', 'Access Denied'),
    at: [s3Put, s3Post],
    end: { code: 'forbidden', tries: 1, storageCode: 'AccessDenied' },
  },
  {
    proves: 'R18',
    says: '301 PermanentRedirect',
    fault: s3Error(
      301,
      'PermanentRedirect',
      'The bucket you are attempting to access must be addressed using the specified endpoint.',
    ),
    at: [s3Put],
    end: { code: 'store-misconfigured', tries: 1, storageCode: 'PermanentRedirect' },
  },
]

/** Every answer of the store that is not a plain success. */
export const storeAnswerRows: readonly FaultRow[] = [...ossAnswers, ...s3Answers].flatMap(
  ({ proves, says, fault, at, end, times = always }) =>
    at.map(([vendor, stage]) =>
      defineRow({
        proves,
        vendor,
        stage,
        fault: says,
        switches: strike(exchangesOf(vendor, stage), fault, times),
        end,
      }),
    ),
)
