import { setTimeout as delay } from 'node:timers/promises'
import type { ServerStats } from '../server/ledger.ts'
import type { Measure } from './measure.ts'
import { openSubject } from './openSubject.ts'

const count = 200

export const faults: Measure = {
  id: 'faults',
  title: '200 files, one answer in ten goes wrong',
  about:
    'by a seed: 503, a cut connection, an answer lost after the object was kept, an expired URL; nobody clicks anything',
  floor: 'floor',
  maxRounds: 3,
  figures: [
    { id: 'arrived', label: 'arrived of 200', unit: 'count' },
    { id: 'orphans', label: 'orphan objects', unit: 'count' },
    { id: 'faults', label: 'faults met', unit: 'count' },
    { id: 'wallMs', label: 'wall', unit: 'ms' },
  ],
  takes: ({ id }) => id !== 'floor-rows' && id !== 'uppy-dashboard' && id !== 'kit-batch' && id !== 'kit-form',
  async run(context, { id }, round) {
    const subject = await openSubject(context, id, { faultRate: 0.1, seed: round + 1, hashes: true })
    try {
      await subject.page.evaluate((n) => window.bench.prepare(n, 10_000, 'fault'), count)
      await subject.page.evaluate(() => window.bench.pick())
      const settled = await subject.page.evaluate(() => window.bench.settled(60_000))
      // What is taken back is taken back in the background.
      await delay(1000)
      const stats = await subject.serverStats()
      return {
        arrived: settled.done,
        orphans: countOrphans(stats.objects, settled.failed),
        faults: stats.faults,
        wallMs: settled.ms,
      }
    } finally {
      await subject.close()
    }
  },
}

/** Objects that nothing refers to: second ones of a file, and those of files that the page gave up. */
export function countOrphans(objects: ServerStats['objects'], failed: readonly string[]): number {
  const names = Object.values(objects).map(({ name }) => name)
  const kept = new Set(names.filter((name) => !failed.includes(name)))
  return names.length - kept.size
}
