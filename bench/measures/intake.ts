import type { Measure } from './measure.ts'
import { openSubject } from './openSubject.ts'

const patienceMs = 90_000

/** The time from the pick of so many files until the page has come to rest, with the uploads that began left hanging. */
export function intakeOf(count: number): Measure {
  return {
    id: `intake-${count}`,
    title: `Intake of ${count.toLocaleString('en')} files`,
    about: 'from the pick until the page is at rest; the store takes uploads and never answers',
    floor: 'floor-rows',
    figures: [
      { id: 'settledMs', label: 'at rest after', unit: 'ms', comparesWithFloor: true },
      { id: 'longestTaskMs', label: 'longest task', unit: 'ms' },
      { id: 'microsPerFile', label: 'µs per file', unit: 'count' },
      { id: 'heapMb', label: 'heap growth', unit: 'MB' },
    ],
    takes: ({ showsRows }) => showsRows,
    async run(context, { id }) {
      const subject = await openSubject(context, id, { hangs: true })
      try {
        await subject.page.evaluate((n) => window.bench.prepare(n, 10, 'intake'), count)
        await subject.collectGarbage()
        const before = await subject.metrics()
        const { longestTaskMs, ms, rested } = await subject.page.evaluate(
          (patience) => window.bench.intake(patience),
          patienceMs,
        )
        if (!rested) throw new Error(`${id}: not at rest after ${patienceMs / 1000} s`)
        await subject.collectGarbage()
        const after = await subject.metrics()
        const heapMb = (after['JSHeapUsedSize']! - before['JSHeapUsedSize']!) / 1e6
        return { settledMs: ms, longestTaskMs, microsPerFile: (ms * 1000) / count, heapMb }
      } finally {
        await subject.close()
      }
    },
  }
}
