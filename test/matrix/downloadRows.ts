import type { Fault, FaultMatch } from '../../src/simulator/faults.ts'
import type { VendorName } from '../../src/simulator/quirks.ts'
import { defineRow } from './defineRow.ts'
import type { FaultRow, RowEnd } from './faultRow.ts'
import { always, answer, exchangesOf, htmlPage, s3Error, strike } from './faultOf.ts'

interface Line {
  proves: string
  fault: string
  play: Fault
  times?: number
  at: readonly VendorName[]
  end: RowEnd
  /** Bytes: more than one chunk, where some must have come. @default 40000 */
  size?: number
  deadlineMs?: number
}

const ticket = 'alibaba-ticket'
const backup = 'alibaba-cloud-backup'
const coc = 'huawei-coc'
const dingtalk = 'dingtalk-storage'
const s3 = 'signed-endpoint'
const all = [ticket, backup, coc, dingtalk, s3] as const

const lines: readonly Line[] = [
  {
    proves: 'R18',
    fault: '403 AccessDenied',
    play: answer(403, 'AccessDenied'),
    at: [ticket, backup, dingtalk],
    end: { code: 'forbidden', tries: 1, storageCode: 'AccessDenied', status: 403 },
  },
  {
    proves: 'R18',
    fault: '403 Request has expired, once',
    play: answer(403, 'AccessDenied', { message: 'Request has expired.' }),
    times: 1,
    at: [ticket, backup, dingtalk],
    end: { code: 'done', tries: 2 },
  },
  {
    proves: 'R18',
    fault: '403 Request has expired (S3)',
    play: s3Error(403, 'AccessDenied', 'Request has expired'),
    at: [s3],
    end: { code: 'credential-expired', tries: 2, storageCode: 'AccessDenied' },
  },
  {
    proves: 'R18',
    fault: '404 NoSuchKey',
    play: answer(404, 'NoSuchKey'),
    at: [backup, s3],
    end: { code: 'not-found', tries: 1, storageCode: 'NoSuchKey', status: 404 },
  },
  {
    proves: 'R18',
    fault: '401 of the own backend',
    play: answer(401, undefined, { body: 'empty' }),
    at: [coc],
    end: { code: 'unauthorized', tries: 1, status: 401 },
  },
  {
    proves: 'R28',
    fault: '429 with Retry-After: 1, once',
    play: answer(429, 'TooManyRequests', { headers: { 'retry-after': '1' } }),
    times: 1,
    at: [ticket, dingtalk],
    end: { code: 'done', tries: 2, leastMs: 1000 },
  },
  {
    proves: 'R28',
    fault: '500 with malformed XML',
    play: answer(500, 'InternalError', { body: 'malformed' }),
    at: [ticket, coc],
    end: { code: 'server-error', tries: 4, status: 500 },
  },
  {
    proves: 'R28',
    fault: '503 SlowDown (S3), once',
    play: s3Error(503, 'SlowDown', 'Please reduce your request rate.'),
    times: 1,
    at: [s3],
    end: { code: 'done', tries: 2 },
  },
  {
    proves: 'R19',
    fault: "502 with a proxy's page",
    play: answer(502, undefined, { body: 'html' }),
    at: [backup, coc],
    end: { code: 'unavailable', tries: 4, status: 502 },
  },
  {
    proves: 'R22',
    fault: '200 with a page in it',
    play: answer(200, undefined, { body: htmlPage }),
    at: [ticket, coc],
    end: { code: 'answer-unreadable', tries: 1, status: 200 },
  },
  {
    proves: 'R22',
    fault: 'truncated at 50 %, once',
    play: { type: 'truncate', at: 0.5 },
    times: 1,
    at: all,
    end: { code: 'done', tries: 2 },
  },
  {
    proves: 'R22',
    fault: 'nothing comes, in good order',
    play: { type: 'truncate', at: 0 },
    at: [ticket, coc],
    end: { code: 'download-truncated', tries: 4 },
  },
  {
    proves: 'R30',
    fault: 'reset at 50 %, once',
    play: { type: 'reset', at: { sent: 0.5 } },
    times: 1,
    at: all,
    size: 2_000_000,
    end: { code: 'done', tries: 2 },
  },
  {
    proves: 'R22',
    fault: 'stall at 50 %, once',
    play: { type: 'stall', at: { sent: 0.5 } },
    times: 1,
    at: [ticket, coc],
    end: { code: 'done', tries: 2 },
  },
  {
    proves: 'R22',
    fault: 'the answer never comes',
    play: { type: 'stall', at: 'start' },
    at: [dingtalk],
    end: { code: 'stalled', tries: 4 },
    deadlineMs: 20_000,
  },
  {
    proves: 'R22',
    fault: 'slow drip',
    play: { type: 'slow', bytesPerSecond: 80_000 },
    at: [backup, coc],
    end: { code: 'done', tries: 1, leastMs: 400 },
  },
  {
    proves: 'R18',
    fault: 'CORS refused: the browser saves it by itself',
    play: { type: 'cors-refused' },
    at: [ticket, backup],
    end: { code: 'handed-over', tries: 1 },
  },
  {
    proves: 'R22',
    fault: 'ETag hidden',
    play: { type: 'hide-headers', names: ['etag'] },
    at: [s3],
    end: { code: 'done', tries: 1 },
  },
]

const struck = lines.flatMap(({ at, ...line }) => at.map((vendor) => defineDownloadRow(vendor, line)))

const signing: Readonly<Record<string, FaultMatch>> = {
  'alibaba-cloud-backup': { operation: 'GetTempFileDownloadLink' },
  'dingtalk-storage': { operation: 'GetFileDownloadInfo' },
  'signed-endpoint': { operation: 'download' },
}

const signingLines: readonly Omit<Line, 'at'>[] = [
  {
    proves: 'R28',
    fault: 'signing: 503, once',
    play: answer(503, undefined, { body: 'empty' }),
    times: 1,
    end: { code: 'done', tries: 2 },
  },
  {
    proves: 'R18',
    fault: 'signing: 401',
    play: answer(401, undefined, { body: 'empty' }),
    end: { code: 'unauthorized', tries: 1, status: 401 },
  },
  {
    proves: 'R22',
    fault: 'signing: 200 with a page in it',
    play: answer(200, undefined, { body: htmlPage }),
    end: { code: 'answer-unreadable', tries: 1 },
  },
  {
    proves: 'R22',
    fault: 'signing: no answer, once',
    play: { type: 'stall', at: 'start' },
    times: 1,
    end: { code: 'done', tries: 2 },
  },
]

const signed = Object.entries(signing).flatMap(([vendor, match]) =>
  signingLines.map((line) => defineDownloadRow(vendor as VendorName, line, match)),
)

const corsRefused = defineDownloadRow(
  dingtalk,
  {
    proves: 'R18',
    fault: 'CORS refused by the preflight',
    play: { type: 'cors-refused' },
    end: { code: 'cors-refused', tries: 4 },
  },
  { method: 'OPTIONS' },
)

const offline = defineRow({
  proves: 'R20',
  vendor: s3,
  stage: 'download',
  fault: 'offline',
  switches: {},
  goesOffline: true,
  end: { code: 'offline', tries: 4 },
})

function defineDownloadRow(
  vendor: VendorName,
  line: Omit<Line, 'at'>,
  match = exchangesOf(vendor, 'download'),
): FaultRow {
  const { proves, fault, play, times = always, end, size, deadlineMs } = line
  const switches = strike(match, play, times)
  return defineRow({
    proves,
    vendor,
    stage: 'download',
    fault,
    switches,
    end,
    ...(size ? { file: { size } } : {}),
    ...(deadlineMs ? { deadlineMs } : {}),
  })
}

export const downloadRows: readonly FaultRow[] = [...struck, ...signed, corsRefused, offline]
