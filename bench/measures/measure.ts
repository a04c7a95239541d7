import type { SubjectInfo } from '../pages/subjects.ts'
import type { BenchContext } from './openSubject.ts'

/** One number that a round gives. */
export interface Figure {
  id: string
  /** Heading of its column. */
  label: string
  unit: 'ms' | 's' | 'MB' | 'kB' | '%' | 'count' | '/s'
  /** Is a ratio to the floor shown beside it? @default false */
  comparesWithFloor?: boolean
}

/** The figures of one round of one subject; a missing one could not be had. */
export type Round = Readonly<Record<string, number>>

/** Something that is measured, round by round, on a list of subjects. */
export interface Measure {
  id: string
  title: string
  /** What was done, in a sentence. */
  about: string
  figures: readonly Figure[]
  /** What others are compared with. */
  floor: string
  takes: (subject: SubjectInfo) => boolean
  /** @default the run's */
  maxRounds?: number
  run: (context: BenchContext, subject: SubjectInfo, round: number) => Promise<Round>
}
