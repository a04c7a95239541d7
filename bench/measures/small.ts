import type { Measure } from './measure.ts'
import { openSubject } from './openSubject.ts'

const count = 1000
const bytes = 10_000

/**
 * Many small files. With three at once it is the wait for the signer that counts, with six the processor; files that are not signed one
 * by one are sent at six alone, as Better Upload cannot be held back to fewer without waiting for the slowest of each three.
 */
export const smallAt = (atOnce: 3 | 6): Measure => ({
  id: `small-${atOnce}`,
  title: `1,000 files of 10 kB, ${atOnce === 3 ? 'three' : 'six'} at once`,
  about: `signing takes 20 ms a call; ${atOnce === 3 ? "the kit's own default" : 'as many as a browser has connections to a host'}`,
  floor: 'floor',
  figures: [
    { id: 'wallMs', label: 'wall', unit: 'ms', comparesWithFloor: true },
    { id: 'signCalls', label: 'signing calls', unit: 'count' },
    { id: 'preflights', label: 'preflights', unit: 'count' },
  ],
  takes: ({ id, signs }) => id !== 'floor-rows' && id !== 'uppy-dashboard' && (atOnce === 6 || signs === 'each'),
  async run(context, { id }) {
    const subject = await openSubject(context, id, { signDelayMs: 20 }, atOnce)
    try {
      await subject.page.evaluate(([n, size]) => window.bench.prepare(n, size, 'small'), [count, bytes] as const)
      await subject.page.evaluate(() => window.bench.pick())
      const settled = await subject.page.evaluate(() => window.bench.settled(60_000))
      const stats = await subject.serverStats()
      const arrived = Object.keys(stats.objects).length
      if (settled.done !== count || arrived < count) throw new Error(`${id}: ${settled.done} done, ${arrived} arrived`)
      return { wallMs: settled.ms, signCalls: stats.signCalls, preflights: stats.preflights }
    } finally {
      await subject.close()
    }
  },
})
