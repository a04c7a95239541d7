import type { Fault } from '../../src/simulator/faults.ts'
import type { VendorName } from '../../src/simulator/quirks.ts'
import { defineRow } from './defineRow.ts'
import type { FaultRow, RowEnd } from './faultRow.ts'
import { always, answer, exchangesOf, strike } from './faultOf.ts'

type Upload = readonly [VendorName, 'PUT' | 'POST']

const ticket: Upload = ['alibaba-ticket', 'PUT']
const backup: Upload = ['alibaba-cloud-backup', 'POST']
const dingtalk: Upload = ['dingtalk-storage', 'PUT']
const s3Put: Upload = ['signed-endpoint', 'PUT']
const s3Post: Upload = ['signed-endpoint', 'POST']
const all = [ticket, backup, dingtalk, s3Put, s3Post]

/**
 * Chromium sends a request again by itself when a connection that it had used before is cut without an answer, so one reset
 * need not be seen by the page, and three make between one and three tries fail.
 */
const resets = 3
const recovers: RowEnd = { code: 'done', tries: [2, 4] }

interface Line {
  proves: string
  fault: string
  play: Fault
  times?: number
  at: readonly Upload[]
  end: RowEnd
  /** Bytes. @default 40000 */
  size?: number
  /** Of the upload. @default as fast as it comes */
  bytesPerSecond?: number
  deadlineMs?: number
}

const lines: readonly Line[] = [
  {
    proves: 'R30',
    fault: 'reset before the body is read',
    play: { type: 'reset', at: 'start' },
    times: resets,
    at: all,
    end: recovers,
  },
  {
    proves: 'R30',
    fault: 'reset at 50 %',
    play: { type: 'reset', at: { received: 0.5 } },
    times: resets,
    at: all,
    size: 400_000,
    end: recovers,
  },
  {
    proves: 'R28',
    fault: 'reset after 100 %, the answer lost',
    play: { type: 'reset', at: 'handled' },
    times: resets,
    at: [ticket, backup, dingtalk],
    end: recovers,
  },
  {
    proves: 'R26',
    fault: 'reset after 100 %, whoever asks',
    play: { type: 'reset', at: 'handled' },
    at: [s3Put, s3Post],
    end: { code: 'done', tries: 1, verifies: 1 },
  },
  {
    proves: 'R28',
    fault: 'every connection is cut',
    play: { type: 'reset', at: { received: 0.5 } },
    size: 400_000,
    // A browser tells of sent bytes every 50 ms, Firefox not before the first: with none told a cut looks like a refusal.
    bytesPerSecond: 2_000_000,
    at: [ticket, backup],
    end: { code: 'network', tries: 4 },
  },
  {
    proves: 'R22',
    fault: 'stall before the body is read, once',
    play: { type: 'stall', at: 'start' },
    times: 1,
    at: [ticket, backup, dingtalk],
    end: { code: 'done', tries: 2 },
  },
  {
    proves: 'R22',
    fault: 'stall at 20 % of 24 MB, always',
    play: { type: 'stall', at: { received: 0.2 } },
    at: [ticket, s3Post],
    size: 24_000_000,
    end: { code: 'stalled', tries: 4 },
    deadlineMs: 30_000,
  },
  {
    proves: 'R22',
    fault: 'the answer never comes',
    play: { type: 'stall', at: 'handled' },
    at: [backup],
    end: { code: 'answer-overdue', tries: 4 },
    deadlineMs: 20_000,
  },
  {
    proves: 'R26',
    fault: 'the answer never comes, but the bytes are there',
    play: { type: 'stall', at: 'handled' },
    at: [s3Put, s3Post],
    end: { code: 'done', tries: 1, verifies: 1 },
  },
  {
    proves: 'R22',
    fault: 'slow drip',
    play: { type: 'slow', bytesPerSecond: 60_000 },
    at: [ticket, backup, dingtalk],
    end: { code: 'done', tries: 1, leastMs: 500 },
  },
  {
    proves: 'R22',
    fault: 'ETag hidden',
    play: { type: 'hide-headers', names: ['etag'] },
    at: all,
    end: { code: 'done', tries: 1, hasEtag: false },
  },
  {
    proves: 'R18',
    fault: 'redirect to another address of the store',
    play: answer(307, undefined, { headers: { location: '/dingtalk-space/elsewhere' }, body: 'empty' }),
    times: 1,
    at: [dingtalk],
    end: { code: 'store-misconfigured', tries: 1 },
  },
  {
    proves: 'R18',
    fault: 'redirect to where the page may not go',
    play: answer(307, undefined, { headers: { location: '/elsewhere/at-all' }, body: 'empty' }),
    // Slow enough for bytes to be counted in every browser: from then on the refusal cannot be told from a cut.
    bytesPerSecond: 200_000,
    at: [ticket],
    end: { code: 'network', tries: 4 },
  },
]

const struck = lines.flatMap(({ proves, fault, play, times = always, at, end, size, bytesPerSecond, deadlineMs }) =>
  at.map(([vendor, stage]) =>
    defineRow({
      proves,
      vendor,
      stage,
      fault,
      switches: { ...strike(exchangesOf(vendor, stage), play, times), uploadBytesPerSecond: bytesPerSecond ?? null },
      end,
      ...(size === undefined ? {} : { file: { size } }),
      ...(deadlineMs === undefined ? {} : { deadlineMs }),
    }),
  ),
)

const corsRefused = all.map(([vendor, stage]) =>
  defineRow({
    proves: 'R18',
    vendor,
    stage,
    fault: 'CORS refused by the preflight',
    switches: strike({ method: 'OPTIONS' }, { type: 'cors-refused' }),
    end: { code: 'cors-refused', tries: 4 },
  }),
)

const callbackFailed = [ticket, backup, dingtalk, s3Put].map(([vendor, stage]) =>
  defineRow({
    proves: 'R26',
    vendor,
    stage,
    fault: '203 stored, the callback failed',
    switches: { callbackFails: true },
    end: { code: 'done', tries: 1 },
  }),
)

const day = 86_400_000
const skewed = all.flatMap(([vendor, stage]) =>
  [day, -day].map((clockSkewMs) =>
    defineRow({
      proves: 'R18',
      vendor,
      stage,
      fault: `the servers' clock ${clockSkewMs > 0 ? 'ahead' : 'behind'} by 24 h`,
      switches: { clockSkewMs },
      end: { code: 'done', tries: 1 },
    }),
  ),
)

/** Time between credential and bytes, so that a real signature ends under way. */
const late = { match: { method: 'OPTIONS' }, fault: { type: 'delay', ms: 1300 } } as const
/** Longer than the credential lives. */
const patienceMs = 8000

const expired = [ticket, backup, dingtalk, s3Put, s3Post].map(([vendor, stage]) =>
  defineRow({
    proves: 'R18',
    vendor,
    stage,
    fault: 'a real credential that ended under way, then a good one',
    // A life in which a busy machine, too, sends what the second credential is for.
    switches: { credentialLifeMs: 2500, faults: [{ ...late, fault: { type: 'delay', ms: 2900 } }] },
    patienceMs,
    // A signature in headers has no end but the age of its date.
    end: { code: 'done', tries: 2, renewals: [vendor === 'dingtalk-storage' ? 'clock-skewed' : 'credential-expired'] },
    deadlineMs: 12_000,
  }),
)

const expiredUnseen = [ticket, s3Post].map(([vendor, stage]) =>
  defineRow({
    proves: 'R18',
    vendor,
    stage,
    fault: 'a real credential that ended, refused without CORS headers',
    switches: { credentialLifeMs: 1000, corsOnErrors: 'authorised', faults: [{ ...late, times: 1 }] },
    patienceMs,
    end: { code: 'done', tries: 2, renewals: ['credential-expired'] },
    deadlineMs: 12_000,
  }),
)

const neverInTime = defineRow({
  proves: 'R18',
  vendor: 'signed-endpoint',
  stage: 'PUT',
  fault: 'credentials that always end, refused without CORS headers',
  switches: { credentialLifeMs: 1000, corsOnErrors: 'authorised', faults: [{ ...late, times: always }] },
  patienceMs,
  // One more than a failure costs otherwise: the first new credential is asked for at once.
  end: { code: 'credential-expired', tries: 5 },
  deadlineMs: 25_000,
})

const corrupted = [ticket, backup, s3Put].map(([vendor, stage]) =>
  defineRow({
    proves: 'R18',
    vendor,
    stage,
    fault: 'one bit turned over on the way, once',
    switches: strike(exchangesOf(vendor, stage), { type: 'corrupt', at: { received: 0.5 } }, 1),
    checksums: true,
    file: { size: 2_000_000 },
    end: { code: 'done', tries: 2 },
  }),
)

const wrongChecksum = defineRow({
  proves: 'R18',
  vendor: 'dingtalk-storage',
  stage: 'PUT',
  fault: 'one bit turned over on the way, always',
  switches: strike(exchangesOf('dingtalk-storage', 'PUT'), { type: 'corrupt', at: { received: 0.5 } }),
  checksums: true,
  file: { size: 2_000_000 },
  end: { code: 'integrity-mismatch', tries: 4 },
})

const wrongType = defineRow({
  proves: 'R18',
  vendor: 'alibaba-ticket',
  stage: 'PUT',
  fault: 'a Content-Type that was not signed',
  switches: {},
  sendsUnsignedType: true,
  end: { code: 'signature-mismatch', tries: 2, storageCode: 'SignatureDoesNotMatch', status: 403 },
})

const forbidsOverwrite = defineRow({
  proves: 'R26',
  vendor: 'signed-endpoint',
  stage: 'PUT',
  fault: 'the object exists since a lost answer',
  switches: {
    ...strike(exchangesOf('signed-endpoint', 'PUT'), { type: 'reset', at: 'handled' }, 1),
    forbidsOverwrite: true,
  },
  end: { code: 'done', tries: 1, verifies: 1 },
})

const offline = [ticket, backup, dingtalk, s3Put, s3Post].map(([vendor, stage]) =>
  defineRow({
    proves: 'R20',
    vendor,
    stage,
    fault: 'offline, then online again',
    switches: {},
    goesOffline: true,
    end: { code: 'done', tries: 1, passes: ['paused', 'done'] },
  }),
)

/** What happens to the connection, the clock and the bytes rather than to the answer. */
export const storeNetworkRows: readonly FaultRow[] = [
  ...struck,
  ...corsRefused,
  ...callbackFailed,
  ...skewed,
  ...expired,
  ...expiredUnseen,
  neverInTime,
  ...corrupted,
  wrongChecksum,
  wrongType,
  forbidsOverwrite,
  ...offline,
]
