import type { Fault } from '../../src/simulator/faults.ts'
import type { VendorName } from '../../src/simulator/quirks.ts'
import { defineRow } from './defineRow.ts'
import type { FaultRow, RowEnd, RowSetup } from './faultRow.ts'
import { always, answer, exchangesOf, htmlPage, strike } from './faultOf.ts'

interface Line {
  proves: string
  fault: string
  play: Fault
  times?: number
  end: RowEnd
  person?: NonNullable<RowSetup['person']>
  deadlineMs?: number
}

/** How each vendor says "too fast" and "not you". */
const throttled: Readonly<Record<string, string>> = {
  'alibaba-ticket': 'Throttling.User',
  'alibaba-cloud-backup': 'Throttling',
  'dingtalk-storage': 'Throttling.Api',
  'signed-endpoint': 'rate-limited',
}
const denied: Readonly<Record<string, string>> = {
  'alibaba-ticket': 'illegal.auth',
  'alibaba-cloud-backup': 'NoPermission',
  'dingtalk-storage': 'permissionDenied',
  'signed-endpoint': 'forbidden',
}

/** Answers and faults of the backend that both its calls may meet. */
function commonLines(vendor: VendorName): readonly Line[] {
  const tooFast = throttled[vendor] ?? ''
  const notYou = denied[vendor] ?? ''
  return [
    {
      proves: 'R20',
      fault: '401: the page must sign in again',
      play: answer(401, undefined, { body: 'empty' }),
      times: 1,
      person: 'signs-in',
      end: { code: 'done', tries: 2, passes: ['paused', 'done'] },
    },
    {
      proves: 'R18',
      fault: `403 ${notYou}`,
      play: answer(403, notYou),
      end: { code: 'forbidden', tries: 1, storageCode: notYou, status: 403 },
    },
    {
      proves: 'R28',
      fault: `429 ${tooFast} with Retry-After: 1, once`,
      play: answer(429, tooFast, { headers: { 'retry-after': '1' } }),
      times: 1,
      end: { code: 'done', tries: 2, leastMs: 1000 },
    },
    {
      proves: 'R28',
      fault: '500 without a body',
      play: answer(500, undefined, { body: 'empty' }),
      end: { code: 'server-error', tries: 4, status: 500 },
    },
    {
      proves: 'R28',
      fault: "502 with a proxy's page, twice",
      play: answer(502, undefined, { body: 'html' }),
      times: 2,
      end: { code: 'done', tries: 3 },
    },
    {
      proves: 'R22',
      fault: '200 with a page in it',
      play: answer(200, undefined, { body: htmlPage }),
      end: { code: 'answer-unreadable', tries: 1 },
    },
    {
      proves: 'R22',
      fault: '200 with malformed JSON',
      play: answer(200, undefined, { body: 'malformed' }),
      end: { code: 'answer-unreadable', tries: 1 },
    },
    {
      proves: 'R30',
      fault: 'the connection is cut',
      play: { type: 'reset', at: 'start' },
      times: 3,
      end: { code: 'done', tries: [1, 4] },
    },
    {
      proves: 'R22',
      fault: 'slow drip',
      play: { type: 'slow', bytesPerSecond: 1600 },
      end: { code: 'done', tries: 1 },
    },
  ]
}

const stalled: Line = {
  proves: 'R22',
  fault: 'the answer never comes',
  play: { type: 'stall', at: 'start' },
  end: { code: 'timeout', tries: 4 },
  deadlineMs: 20_000,
}

const stalledOnce: Line = {
  ...stalled,
  fault: 'the answer comes late, once',
  times: 1,
  end: { code: 'done', tries: 2 },
}

const vendors = ['alibaba-ticket', 'alibaba-cloud-backup', 'dingtalk-storage', 'signed-endpoint'] as const

const credentialRows = vendors.flatMap((vendor) =>
  [...commonLines(vendor), vendor === 'alibaba-ticket' ? stalled : stalledOnce].map((line) =>
    defineBackendRow(vendor, 'credential', line),
  ),
)

/** While a commit is retried no byte is sent again. */
const commitLines: readonly Line[] = [
  {
    proves: 'R47',
    fault: 'the answer is lost again and again, then not',
    play: { type: 'reset', at: 'handled' },
    times: 3,
    end: { code: 'done', tries: [1, 4] },
  },
  {
    proves: 'R47',
    fault: '500, until it is repaired and Retry is clicked',
    play: answer(500, undefined, { body: 'empty' }),
    person: 'retries',
    end: { code: 'done', tries: 5, passes: ['failed', 'done'] },
  },
]

const commitRows = (['dingtalk-storage', 'signed-endpoint'] as const).flatMap((vendor) =>
  [...commonLines(vendor), ...commitLines, vendor === 'signed-endpoint' ? stalled : stalledOnce].map((line) =>
    defineBackendRow(vendor, 'commit', { ...line, end: { ...line.end, transfers: 1 } }),
  ),
)

function defineBackendRow(vendor: VendorName, stage: 'credential' | 'commit', line: Line): FaultRow {
  const { proves, fault, play, times = always, end, person, deadlineMs } = line
  return defineRow({
    proves,
    vendor,
    stage,
    fault,
    switches: strike(exchangesOf(vendor, stage), play, times),
    end,
    ...(person ? { person } : {}),
    ...(deadlineMs ? { deadlineMs } : {}),
  })
}

/** Refusals that the vendors' own limits make. */
const limitRows: readonly FaultRow[] = [
  defineRow({
    proves: 'R18',
    vendor: 'dingtalk-storage',
    stage: 'credential',
    fault: 'the space is full',
    switches: {},
    quirks: { 'dingtalk-storage': { quotaBytes: 1000 } },
    end: { code: 'quota-exceeded', tries: 1, storageCode: 'spaceQuotaInsufficient' },
  }),
  defineRow({
    proves: 'R18',
    vendor: 'alibaba-cloud-backup',
    stage: 'POST',
    fault: 'larger than the policy takes',
    switches: {},
    quirks: { 'alibaba-cloud-backup': { maxBytes: 1000 } },
    end: { code: 'file-too-large', tries: 1, limitBytes: 1000 },
  }),
  defineRow({
    proves: 'R18',
    vendor: 'signed-endpoint',
    stage: 'credential',
    fault: '413 too large for the backend',
    switches: {},
    quirks: { 'signed-endpoint': { maxBytes: 1000 } },
    end: { code: 'file-too-large', tries: 1, status: 413 },
  }),
  defineRow({
    proves: 'R18',
    vendor: 'alibaba-ticket',
    stage: 'credential',
    fault: '200 that says Success: false',
    switches: strike(exchangesOf('alibaba-ticket', 'credential'), answer(200, 'illegal.auth')),
    end: { code: 'forbidden', tries: 1, storageCode: 'illegal.auth' },
  }),
  defineRow({
    proves: 'R18',
    vendor: 'huawei-coc',
    stage: 'POST',
    fault: 'a type the vendor does not take',
    switches: {},
    file: { name: 'tool.exe', type: 'application/x-msdownload' },
    end: { code: 'file-invalid-type', tries: 0 },
  }),
  defineRow({
    proves: 'R18',
    vendor: 'huawei-coc',
    stage: 'POST',
    fault: 'larger than the vendor takes',
    switches: {},
    file: { size: 10 * 1024 * 1024 + 1 },
    end: { code: 'file-too-large', tries: 0 },
  }),
]

/** The calls to the embedder's own backend. */
export const backendRows: readonly FaultRow[] = [...credentialRows, ...commitRows, ...limitRows]
