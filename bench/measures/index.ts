import { bundle } from './bundle.ts'
import { faults } from './faults.ts'
import { intakeOf } from './intake.ts'
import { large } from './large.ts'
import { leak } from './leak.ts'
import type { Measure } from './measure.ts'
import { rowsOf } from './rows.ts'
import { smallAt } from './small.ts'

export const measures: readonly Measure[] = [
  bundle,
  large,
  smallAt(3),
  smallAt(6),
  intakeOf(1000),
  intakeOf(10_000),
  rowsOf(100),
  rowsOf(1000),
  leak,
  faults,
]
