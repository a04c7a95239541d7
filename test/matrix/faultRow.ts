import type { ErrorCode, RejectionCode } from '../../src/engine/errors.ts'
import type { ItemStatus } from '../../src/engine/item.ts'
import type { QuirkChange, VendorName } from '../../src/simulator/quirks.ts'
import type { Switches } from '../../src/simulator/switches.ts'

export type MatrixStage = 'credential' | 'PUT' | 'POST' | 'commit' | 'download'

/** The file of a row: made in the page. */
export interface RowFile {
  /** @default 'evidence.txt' */
  name?: string
  /** @default 'text/plain' */
  type?: string
  /** Bytes. @default 40000 */
  size?: number
}

/** What is set up for a row besides the fault. */
export interface RowSetup {
  file?: RowFile
  quirks?: QuirkChange
  /** Compute a checksum of the file and compare it with the store's. */
  checksums?: boolean
  /** Send the file's own type although nobody signed it. */
  sendsUnsignedType?: boolean
  /** What a person does meanwhile: signs in again and resumes, or clicks Retry after the failure and the repair. */
  person?: 'signs-in' | 'retries'
  /** Milliseconds without a byte or an answer that the page puts up with. @default 1500 */
  patienceMs?: number
  /** The tab loses its network before the file is added, and gets it back once the page has noticed. */
  goesOffline?: boolean
}

/** How a row must end. */
export interface RowEnd {
  /** `done` (attached, or saved whole), or the code of the failure. */
  code: 'done' | 'handed-over' | ErrorCode | RejectionCode
  /** Tries of the row's own stage: a number, or the least and the most where the browser itself sends a cut request again. */
  tries: number | readonly [least: number, most: number]
  storageCode?: string
  status?: number
  /** Bytes, as the answer named it. */
  limitBytes?: number
  /** Of the transfer, where the row is not about it. */
  transfers?: number
  verifies?: number
  /** Codes for which another credential was asked, in order. */
  renewals?: readonly ErrorCode[]
  /** Statuses that must have been seen on the way. */
  passes?: readonly ItemStatus[]
  hasEtag?: boolean
  /** The server's patience was honoured. */
  leastMs?: number
}

/** One line of the fault matrix. Plain data: it goes to the page as it is. */
export interface FaultRow {
  /** Requirement that it proves. */
  proves: string
  vendor: VendorName
  stage: MatrixStage
  /** In words, for the title and the table. */
  fault: string
  switches: Partial<Switches>
  setup: RowSetup
  end: RowEnd
  /** Milliseconds; generous for a busy machine, and a bound all the same. */
  deadlineMs: number
}
