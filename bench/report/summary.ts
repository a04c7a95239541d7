import type { Figure, Measure, Round } from '../measures/measure.ts'
import { median, ratio, spread } from './statistics.ts'

/** The rounds of one subject. */
export interface SubjectRounds {
  id: string
  name: string
  rounds: readonly Round[]
  /** Why there are no rounds, or fewer. */
  problem?: string | undefined
}

export interface SummaryCell {
  median: number
  /** Half the range, as a share of the median. */
  spread: number
  /** To the measure's floor; NaN where the figure is not compared. */
  ratio: number
}

/** A measure with its medians, ready to be printed or kept. */
export interface MeasureSummary {
  id: string
  title: string
  about: string
  figures: readonly Figure[]
  rows: readonly {
    id: string
    name: string
    rounds: number
    problem?: string | undefined
    cells: Readonly<Record<string, SummaryCell>>
  }[]
}

export function summarise(
  { about, figures, floor, id, title }: Omit<Measure, 'run' | 'takes'>,
  subjects: readonly SubjectRounds[],
): MeasureSummary {
  const middle = (subject: SubjectRounds | undefined, figure: Figure) =>
    subject && median(valuesOf(subject.rounds, figure))
  const floorRounds = subjects.find((subject) => subject.id === floor)
  return {
    id,
    title,
    about,
    figures,
    rows: subjects.map((subject) => ({
      id: subject.id,
      name: subject.name,
      rounds: subject.rounds.length,
      problem: subject.problem,
      cells: Object.fromEntries(
        figures.map((figure) => {
          const values = valuesOf(subject.rounds, figure)
          const own = median(values)
          const compared = figure.comparesWithFloor ? ratio(own, middle(floorRounds, figure)) : Number.NaN
          return [figure.id, { median: own, spread: spread(values), ratio: compared }]
        }),
      ),
    })),
  }
}

function valuesOf(rounds: readonly Round[], { id }: Figure): number[] {
  return rounds.flatMap((round) => (round[id] === undefined ? [] : [round[id]]))
}
