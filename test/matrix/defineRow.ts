import type { VendorName } from '../../src/simulator/quirks.ts'
import type { Switches } from '../../src/simulator/switches.ts'
import type { FaultRow, MatrixStage, RowEnd, RowSetup } from './faultRow.ts'

interface RowText extends RowSetup {
  proves: string
  vendor: VendorName
  stage: MatrixStage
  fault: string
  switches: Partial<Switches>
  end: RowEnd
  /** @default 8000 */
  deadlineMs?: number
}

/** A row written in one breath. A POST of the signed endpoint is one whose backend signs a policy. */
export function defineRow(text: RowText): FaultRow {
  const { proves, vendor, stage, fault, switches, end, deadlineMs = 8000, ...setup } = text
  const isForm = vendor === 'signed-endpoint' && stage === 'POST'
  const quirks = isForm
    ? { quirks: { 'signed-endpoint': { reply: 'form' as const, ...setup.quirks?.['signed-endpoint'] } } }
    : {}
  return { proves, vendor, stage, fault, switches, end, deadlineMs, setup: { ...setup, ...quirks } }
}
