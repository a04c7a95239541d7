import type { Fault } from '../../src/simulator/faults.ts'
import { defineRow } from './defineRow.ts'
import type { FaultRow, RowEnd, RowSetup } from './faultRow.ts'
import { always, answer, exchangesOf, htmlPage, strike } from './faultOf.ts'

interface Line extends Pick<RowSetup, 'person' | 'file'> {
  proves: string
  fault: string
  play: Fault
  times?: number
  end: RowEnd
}

/** Huawei's bytes go through a proxy on the page's own origin, so its answers are those of a backend. */
const lines: readonly Line[] = [
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
    fault: '403 without a body',
    play: answer(403, undefined, { body: 'empty' }),
    end: { code: 'forbidden', tries: 1, status: 403 },
  },
  {
    proves: 'R18',
    fault: '400 GOM.00007256',
    play: answer(400, 'GOM.00007256'),
    end: { code: 'vendor-refused', tries: 1, storageCode: 'GOM.00007256', status: 400 },
  },
  {
    proves: 'R22',
    fault: '200 that tells of an error',
    play: answer(200, 'GOM.00007256'),
    end: { code: 'vendor-refused', tries: 1, storageCode: 'GOM.00007256' },
  },
  {
    proves: 'R18',
    fault: '413 of the proxy',
    play: answer(413, undefined, { body: 'html' }),
    end: { code: 'file-too-large', tries: 1, status: 413 },
  },
  {
    proves: 'R28',
    fault: '408',
    play: answer(408, undefined, { body: 'empty' }),
    end: { code: 'timeout', tries: 4, status: 408 },
  },
  {
    proves: 'R28',
    fault: '429 with Retry-After: 1, once',
    play: answer(429, 'APIGW.0308', { headers: { 'retry-after': '1' } }),
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
    fault: "503 with a proxy's page, once",
    play: answer(503, undefined, { body: 'html' }),
    times: 1,
    end: { code: 'done', tries: 2 },
  },
  {
    proves: 'R22',
    fault: '200 with a page in it',
    play: answer(200, undefined, { body: htmlPage }),
    end: { code: 'answer-unreadable', tries: 1 },
  },
  {
    proves: 'R22',
    fault: '200 with an empty body',
    play: answer(200, undefined, { body: 'empty' }),
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
    fault: 'reset before the body is read',
    play: { type: 'reset', at: 'start' },
    times: 3,
    end: { code: 'done', tries: [1, 4] },
  },
  {
    proves: 'R30',
    fault: 'reset at 50 %',
    play: { type: 'reset', at: { received: 0.5 } },
    times: 3,
    file: { size: 400_000 },
    end: { code: 'done', tries: [1, 4] },
  },
  {
    proves: 'R22',
    fault: 'the answer never comes, once',
    play: { type: 'stall', at: 'start' },
    times: 1,
    end: { code: 'done', tries: 2 },
  },
  {
    proves: 'R22',
    fault: 'slow drip',
    play: { type: 'slow', bytesPerSecond: 60_000 },
    end: { code: 'done', tries: 1, leastMs: 500 },
  },
  {
    proves: 'R18',
    fault: 'redirect to a sign-in page',
    play: answer(303, undefined, { headers: { location: '/sign-in' }, body: 'empty' }),
    end: { code: 'store-misconfigured', tries: 1 },
  },
]

const vendor = 'huawei-coc'
const stage = 'POST'

export const proxyRows: readonly FaultRow[] = lines.map(({ proves, fault, play, times = always, end, person, file }) =>
  defineRow({
    proves,
    vendor,
    stage,
    fault,
    switches: strike(exchangesOf(vendor, stage), play, times),
    end,
    ...(person ? { person } : {}),
    ...(file ? { file } : {}),
  }),
)
