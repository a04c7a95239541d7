import type { Measure, Round } from './measures/measure.ts'
import type { BenchContext } from './measures/openSubject.ts'
import type { SubjectInfo } from './pages/subjects.ts'
import { summarise, type MeasureSummary } from './report/summary.ts'

interface MeasureRun {
  context: BenchContext
  /** Another browser in the context: a page that got lost would work on beside all later rounds. */
  restart: () => Promise<void>
  subjects: readonly SubjectInfo[]
  rounds: number
  say: (text: string) => void
}

/** A subject that has taken this long in one measure is let off the rounds that are left. */
const patienceMs = 60_000
/** Nothing that a person would wait for takes longer. */
const roundLimitMs = 120_000

/** Runs a measure in rounds, in each of them every subject once: what the machine does meanwhile strikes all alike. */
export async function runMeasure(
  measure: Measure,
  { context, restart, rounds, say, subjects }: MeasureRun,
): Promise<MeasureSummary> {
  const runs = subjects.filter(measure.takes).map((subject) => ({
    subject,
    rounds: [] as Round[],
    problem: undefined as string | undefined,
    spentMs: 0,
  }))
  const wanted = Math.min(rounds, measure.maxRounds ?? rounds)
  for (let round = 0; round < wanted; round += 1) {
    say(`${measure.id}: round ${round + 1} of ${wanted}`)
    for (const run of turned(runs, round)) {
      if (run.problem !== undefined || run.spentMs > patienceMs) continue
      const startedAt = performance.now()
      try {
        run.rounds.push(await inTime(measure.run(context, run.subject, round)))
      } catch (thrown) {
        run.problem = String(thrown instanceof Error ? thrown.message : thrown).split('\n')[0]
        say(`${measure.id}: ${run.subject.name}: ${run.problem}`)
        await restart()
      }
      run.spentMs += performance.now() - startedAt
      say(`  ${run.subject.id} ${describe(run.rounds.at(-1))}`)
    }
  }
  return summarise(
    measure,
    runs.map(({ problem, rounds: done, subject: { id, name } }) => ({ id, name, rounds: done, problem })),
  )
}

/** A page whose main thread is lost answers nothing at all. */
async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no end after ${roundLimitMs / 1000} s`)), roundLimitMs)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

function describe(round: Round | undefined): string {
  return Object.entries(round ?? {})
    .map(([id, value]) => `${id} ${Number(value.toPrecision(4))}`)
    .join(', ')
}

/** Each round begins with another subject, so that none always comes after the same one. */
function turned<T>(entries: readonly T[], by: number): T[] {
  const at = entries.length === 0 ? 0 : by % entries.length
  return [...entries.slice(at), ...entries.slice(0, at)]
}
