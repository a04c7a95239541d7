import type { Clock } from '../engine/clock.ts'
import type { UploadDurations } from './telemetryEvent.ts'

/** The steps of an upload that follow one another; the first byte is a moment of the transfer. */
export type MeasuredStep = Exclude<keyof UploadDurations, 'firstByteMs'>

/** Adds up how long each step of one upload took. A step that begins ends the one before. */
export interface Stopwatch {
  readonly begin: (step: MeasuredStep) => void
  /** Milliseconds of this try of a step; 0 when it is not the running one. */
  readonly elapsed: (step: MeasuredStep) => number
  /** Ends whatever runs. */
  readonly stop: () => void
  readonly sums: () => Pick<UploadDurations, MeasuredStep>
  readonly totalMs: () => number
}

export function createStopwatch(clock: Clock): Stopwatch {
  const startedAt = clock()
  const sums: Partial<Record<MeasuredStep, number>> = {}
  let running: { step: MeasuredStep; since: number } | undefined

  function stop() {
    if (running) sums[running.step] = rounded((sums[running.step] ?? 0) + clock() - running.since)
    running = undefined
  }

  return {
    begin(step) {
      stop()
      running = { step, since: clock() }
    },
    elapsed: (step) => (running?.step === step ? rounded(clock() - running.since) : 0),
    stop,
    sums: () => sums,
    totalMs: () => rounded(clock() - startedAt),
  }
}

/** Clocks of browsers are coarse on purpose: more digits would only look exact. */
function rounded(ms: number): number {
  return Math.round(ms * 10) / 10
}
